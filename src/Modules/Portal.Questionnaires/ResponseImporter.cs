using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Moderation;
using Portal.Moderation.Models;
using Portal.Moderation.Text;
using Portal.Questionnaires.Actions;
using Portal.Questionnaires.Models;
using Portal.Questionnaires.Queries;

namespace Portal.Questionnaires;

/// <summary>Answers to a questionnaire as a recipe carries them.</summary>
public sealed class QuestionnaireResponsePart : ContentPart
{
    public LocalizationSetContentPickerField? Consultation { get; set; }
    public TextField? Culture { get; set; }
    public TextField? OnBehalfOf { get; set; }
    public TextField? Channel { get; set; }
    public DateTimeField? ReceivedUtc { get; set; }
    /// <summary>queued, published or declined.</summary>
    public TextField? State { get; set; }
    public TextField? Reason { get; set; }
    /// <summary>An <see cref="Answer"/> by question key.</summary>
    public JsonObject? Answers { get; set; }
}

/// <summary>Takes in the answers of a recipe, to the newest version. Known ones are left as they are: what people said is not changed by an import.</summary>
public sealed class ResponseImporter(PortalDb db, UnitOfWork work, FindForm forms, ContentNames names, SubmissionIntake intake, TimeProvider clock) : IContentImporter
{
    public string ContentType => nameof(QuestionnaireResponse);

    public Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel) => work.RunAsync<ImportContentItem.Outcome>(async () =>
    {
        if ((string?)item["ContentItemId"] is not { Length: > 0 } id) return Problem.Invalid("ContentItemId", "A content item needs an id.");
        if (await db.Submissions.AnyAsync(s => s.Id == id, cancel)) return ImportContentItem.Outcome.Unchanged;

        var part = item[ContentType]?.Deserialize<QuestionnaireResponsePart>(ContentDocument.Json) ?? new();
        if (part.Consultation?.LocalizationSets.FirstOrDefault() is not { } set || await forms.NewestAsync(set, cancel) is not { } form) return Problem.Invalid("QuestionnaireResponse.Consultation", "This consultation has no questionnaire yet.");
        if (!Culture.TryFrom(part.Culture?.Text, out var culture) || !form.IsIn(culture)) return Problem.Invalid("QuestionnaireResponse.Culture", "The questionnaire is not asked in this language. It is asked in: {0}.", string.Join(", ", form.Cultures));

        var answers = part.Answers.Deserialize<Dictionary<string, Answer>>(FormJson.Options) ?? [];
        if (AnswerRules.Check(form.Form, answers, await ReceiveResponse.MunicipalitiesAsync(names, cancel)) is { Count: > 0 } errors) return Problem.Invalid(errors);

        var (body, stored) = ResponseText.Of(form.Form, answers, culture);
        var received = Instant.Round(part.ReceivedUtc?.Value ?? clock.UtcNow);
        var submission = new Submission
        {
            Id = id, ConsultationSet = set, QuestionnaireVersion = form.Version, Culture = culture.Code, Channel = part.Channel?.Text is { Length: > 0 } channel ? channel : "web", ReceivedUtc = received,
            OnBehalfOf = part.OnBehalfOf?.Text is { Length: > 0 } organisation ? organisation : null, ConsentVersion = ResponseConsent.Version, ReceiptHash = ReceiptCode.Hash(ReceiptCode.New()),
        };
        submission.ComeIn(isPostModerated: false, body, received);
        db.QuestionnaireResponses.Add(new() { SubmissionId = id, ConsultationSet = set, Version = form.Version, Json = FormJson.Write(stored) });
        intake.Import(submission, body, submission.WaitsSinceUtc is null ? null : Decision(id, part, received));
        return ImportContentItem.Outcome.Created;
    }, cancel);

    static SubmissionDecision? Decision(string id, QuestionnaireResponsePart part, DateTime received) => part.State?.Text switch
    {
        "published" => new() { SubmissionId = id, Version = 1, Step = Step.Publish, AskedUtc = received, DecidedUtc = received.AddHours(3) },
        "declined" => new() { SubmissionId = id, Version = 1, Step = Step.Decline, Reason = part.Reason?.Text is { Length: > 0 } reason ? reason : "off-topic", AskedUtc = received, DecidedUtc = received.AddHours(3) },
        _ => null,
    };
}
