using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires;

/// <summary>A questionnaire as a recipe carries it.</summary>
public sealed class QuestionnairePart : ContentPart
{
    public LocalizationSetContentPickerField? Consultation { get; set; }
    /// <summary>JSON of a <see cref="Form"/>.</summary>
    public JsonObject? Form { get; set; }
}

/// <summary>Takes in questionnaires. An item that is published becomes the next version, unless the newest one is the same already; another becomes the draft.</summary>
public sealed class QuestionnaireImporter(PortalDb db, UnitOfWork work, SaveQuestionnaire save, PublishQuestionnaire publish) : IContentImporter
{
    public string ContentType => nameof(Questionnaire);

    public Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel) => work.RunAsync<ImportContentItem.Outcome>(async () =>
    {
        var part = item[ContentType]?.Deserialize<QuestionnairePart>(ContentDocument.Json) ?? new();
        if (part.Consultation?.LocalizationSets.FirstOrDefault() is not { } set) return Problem.Invalid("Questionnaire.Consultation", "A questionnaire belongs to a consultation.");
        if (part.Form is not { } json) return Problem.Invalid("Questionnaire.Form", "The questionnaire is missing.");

        var form = FormJson.Read(json.ToJsonString());
        var written = FormJson.Write(form);
        var published = (bool?)item["Published"] == true;
        var known = await db.Questionnaires.AsNoTracking().SingleOrDefaultAsync(q => q.ConsultationSet == set, cancel);
        var newest = known is null ? null : await db.QuestionnaireVersions.AsNoTracking().SingleOrDefaultAsync(v => v.ConsultationSet == set && v.Number == known.PublishedVersion, cancel);
        if (published ? newest?.Json == written : known?.DraftJson == written) return ImportContentItem.Outcome.Unchanged;

        if ((await save.RunAsync(new(set, form, null), cancel)).Problem is { } unsaved) return unsaved;
        if (published && (await publish.RunAsync(new(set, null), cancel)).Problem is { } unpublished) return unpublished;
        return known is null ? ImportContentItem.Outcome.Created : ImportContentItem.Outcome.Updated;
    }, cancel);
}
