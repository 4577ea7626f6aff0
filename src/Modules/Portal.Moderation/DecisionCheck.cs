using Portal.Cms;
using Portal.Cms.Content;
using Portal.Moderation.Actions;
using Portal.Moderation.Models;
using Portal.Moderation.Text;

namespace Portal.Moderation;

/// <summary>What a decision needs beside the decision itself: a reason, passages to hide, a word to the author.</summary>
sealed class DecisionCheck
{
    readonly List<FieldError> errors = [];

    public DecisionCheck(DecideSubmission.Input input, string body, ReasonBook reasons)
    {
        if (input.Decision is Step.Redact or Step.Decline)
        {
            Reason = reasons.Choose(input.Reason);
            if (Reason is null) errors.Add(new("reason", "Choose a reason from the list: {0}.", string.Join(", ", reasons.Active.Select(r => r.Key))));
        }

        if (input.Note is { } note && (note.Length > DecideSubmission.LongestNote || !ContentText.IsStorable(note))) errors.Add(new("note", "At most {0} characters are possible here.", DecideSubmission.LongestNote));
        if (input.Decision == Step.Uphold && string.IsNullOrWhiteSpace(input.Note)) errors.Add(new("note", "Answer the appeal in a few words: the author has a right to know why."));
        Redactions = input.Decision == Step.Redact ? Hidden(input, body) : [];
        if (input.Decision != Step.Redact && input.Redactions.Count > 0) errors.Add(new("redactions", "Passages are hidden only with the decision to redact."));
    }

    public IReadOnlyList<FieldError> Errors => errors;

    /// <summary>The wording of the chosen reason that holds now.</summary>
    public Reason? Reason { get; }

    /// <summary>In order, touching ones joined.</summary>
    public IReadOnlyList<TextSpan> Redactions { get; }

    IReadOnlyList<TextSpan> Hidden(DecideSubmission.Input input, string body)
    {
        if (input.Redactions.Count == 0) errors.Add(new("redactions", "Say which passages are to be hidden."));
        else if (Redaction.Normalise(body, input.Redactions) is not { } spans) errors.Add(new("redactions", "A passage lies outside the text (0 to {0}) or cuts a letter in two.", body.Length));
        else if (spans is [{ Start: 0 } all] && all.Length == body.Length) errors.Add(new("redactions", "Hiding the whole text is not a redaction. Decline it, with the reason."));
        else return spans;
        return [];
    }
}
