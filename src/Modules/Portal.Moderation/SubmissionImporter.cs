using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Actions;
using Portal.Cms.Data;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation;

/// <summary>A submission as a recipe carries it: a content type in name and JSON, kept in tables of its own.</summary>
public sealed class SubmissionPart : ContentPart
{
    public LocalizationSetContentPickerField? Consultation { get; set; }
    public TextField? Section { get; set; }
    public TextField? Culture { get; set; }
    /// <summary>Id of the comment that this one answers.</summary>
    public TextField? ReplyTo { get; set; }
    public TextField? Body { get; set; }
    public TextField? DisplayName { get; set; }
    public TextField? OnBehalfOf { get; set; }
    public TextField? Channel { get; set; }
    public DateTimeField? ReceivedUtc { get; set; }
    /// <summary>As <see cref="ModerationTable.Name"/> spells it: queued, published, published-redacted or declined.</summary>
    public TextField? State { get; set; }
    public TextField? Reason { get; set; }
    public TextField? Note { get; set; }
    /// <summary>Passages of the body to hide, word for word.</summary>
    public MultiTextField? RedactedPassages { get; set; }
}

/// <summary>Takes in the submissions of a recipe with their decisions. A known one is left as it is: what people said is not changed by an import.</summary>
public sealed class SubmissionImporter(PortalDb db, UnitOfWork work, ReasonList reasons, SubmissionIntake intake, TimeProvider clock) : IContentImporter
{
    static readonly Dictionary<string, Step?> Steps = new(StringComparer.Ordinal) { ["queued"] = null, ["published"] = Step.Publish, ["published-redacted"] = Step.Redact, ["declined"] = Step.Decline };

    public string ContentType => "Submission";

    public Task<Result<ImportContentItem.Outcome>> ImportAsync(JsonObject item, CancellationToken cancel) => work.RunAsync<ImportContentItem.Outcome>(async () =>
    {
        var id = (string?)item["ContentItemId"];
        if (string.IsNullOrEmpty(id)) return Problem.Invalid("ContentItemId", "A content item needs an id.");
        if (await db.Submissions.AnyAsync(s => s.Id == id, cancel)) return ImportContentItem.Outcome.Unchanged;

        var part = item["Submission"]?.Deserialize<SubmissionPart>(ContentDocument.Json) ?? new();
        if (part.Consultation?.LocalizationSets.FirstOrDefault() is not { } consultation) return Problem.Invalid("Submission.Consultation", "A submission belongs to a consultation.");
        if (part.Body?.Text is not { Length: > 0 } text || !ContentText.IsStorable(text)) return Problem.Invalid("Submission.Body", "The text contains a character that cannot be stored.");
        if (!Steps.TryGetValue(part.State?.Text ?? "queued", out var decision)) return Problem.Invalid("Submission.State", "A recipe carries submissions in these states: {0}.", string.Join(", ", Steps.Keys));

        var body = Citizens.Normalise(text);
        var hidden = Redaction.Find(body, part.RedactedPassages?.Values ?? []);
        if (decision == Step.Redact && hidden.Count == 0) return Problem.Invalid("Submission.RedactedPassages", "Say which passages are to be hidden.");
        var list = await reasons.GetAsync();
        var reason = decision is Step.Redact or Step.Decline ? list.Choose(part.Reason?.Text) : null;
        if (decision is Step.Redact or Step.Decline && reason is null) return Problem.Invalid("Submission.Reason", "Choose a reason from the list: {0}.", string.Join(", ", list.Active.Select(r => r.Key)));

        var received = Instant.Round(part.ReceivedUtc?.Value ?? clock.UtcNow);
        var submission = new Submission
        {
            Id = id, ConsultationSet = consultation, SectionId = Blank(part.Section), Culture = Blank(part.Culture) ?? "en", Channel = Blank(part.Channel) ?? Channels.Web, ReceivedUtc = received,
            DisplayName = Blank(part.DisplayName), OnBehalfOf = Blank(part.OnBehalfOf), ConsentVersion = Consent.Version, ReplyToId = Blank(part.ReplyTo), ReceiptHash = ReceiptCode.Hash(ReceiptCode.New()),
        };
        submission.Take(Step.Enqueue, received);
        intake.Import(submission, body, decision is not { } step ? null : new()
        {
            SubmissionId = id, Version = 1, Step = step, Reason = reason?.Key, ReasonVersion = reason?.Version ?? 0, Note = Blank(part.Note),
            Redactions = step == Step.Redact ? Redaction.Write(hidden) : null, AskedUtc = received, DecidedUtc = received.AddHours(5),
        });
        return ImportContentItem.Outcome.Created;
    }, cancel);

    static string? Blank(TextField? field) => string.IsNullOrWhiteSpace(field?.Text) ? null : field.Text.Trim();
}
