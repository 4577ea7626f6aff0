using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Security;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Questionnaires.Models;

namespace Portal.Questionnaires.Actions;

/// <summary>Makes the draft the next version: people who begin from now on answer it.</summary>
/// <remarks>A version never changes. While the consultation is open the next one may ask more, never less; after closing there is no next one.</remarks>
public sealed class PublishQuestionnaire(PortalDb db, UnitOfWork work, ContentAccess access, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    static readonly Problem HasClosed = Problem.Conflict("The consultation has closed. Its questionnaire stays as it was answered.");

    /// <param name="Stamp">The draft as it was read; null = whatever is there.</param>
    public sealed record Input(string ConsultationSet, Guid? Stamp);

    /// <returns>The version's number.</returns>
    public Task<Result<int>> RunAsync(Input input, CancellationToken cancel) => work.RunAsync<int>(async () =>
    {
        if (await Editors.ConsultationAsync(db, input.ConsultationSet, cancel) is not { } consultation) return ContentStore.NoSuchItem;
        access.DemandPublish(consultation);
        if (await db.Questionnaires.SingleOrDefaultAsync(q => q.ConsultationSet == input.ConsultationSet, cancel) is not { } row) return Problem.NotFound("This consultation has no questionnaire yet.");
        if (input.Stamp is { } read && read != row.Stamp) return Problem.Conflict("Somebody else changed the questionnaire meanwhile. Look at it again before it is published.");

        var form = FormJson.Read(row.DraftJson);
        var phase = (await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.LocalizationSet == input.ConsultationSet, cancel))?.Milestones.PhaseAt(clock.UtcNow) ?? Phase.Draft;
        if (phase > Phase.Open && row.PublishedVersion > 0) return HasClosed;
        if (FormCheck.Structure(form).FirstOrDefault() is { } missing) return Problem.Invalid(missing.At, missing.Message);
        if (FormCheck.CulturesOf(form).Count == 0) return Problem.Invalid("texts", "In no language every question can be asked yet. The list of what is missing says why.");

        var published = row.PublishedVersion == 0 ? null : await db.QuestionnaireVersions.AsNoTracking().SingleAsync(v => v.ConsultationSet == input.ConsultationSet && v.Number == row.PublishedVersion, cancel);
        if (published?.Json == row.DraftJson) return Problem.Conflict("Nothing has changed since version {0}.", published.Number);
        if (published is not null && phase == Phase.Open && FormChanges.Between(FormJson.Read(published.Json), form).FirstOrDefault(c => c.Shortens) is { } less)
            return Problem.Invalid(less.Question.Length > 0 ? less.Question : "texts", "While the consultation is open its questionnaire may ask more, never less.");

        var number = row.PublishedVersion + 1;
        db.QuestionnaireVersions.Add(new() { ConsultationSet = input.ConsultationSet, Number = number, Json = row.DraftJson, PublishedUtc = clock.UtcNow, PublishedBy = user.Id });
        (row.PublishedVersion, row.Stamp) = (number, Guid.NewGuid());
        audit.Record("Questionnaire", "Published", input.ConsultationSet, new JsonObject { ["version"] = number });
        work.Evict(Tags.Set(input.ConsultationSet));
        return number;
    }, cancel);
}
