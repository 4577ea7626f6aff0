using Portal.Moderation.Queries;
using Portal.Moderation.Text;

namespace Portal.Moderation.ViewModels;

/// <summary>A moderator's decision as the form sends it.</summary>
public sealed class DecisionForm
{
    public int Version { get; set; }
    public string? Decision { get; set; }
    public string? Reason { get; set; }
    public string? Note { get; set; }
    /// <summary>Passages to hide, word for word, one per line.</summary>
    public string? Redactions { get; set; }
    /// <summary>Passages to hide that were marked in the text: <c>start,length</c> in UTF-16 units each.</summary>
    public IList<string> Spans { get; set; } = [];
    /// <summary>Id of the submission that says the same.</summary>
    public string? MergeInto { get; set; }
    /// <summary>What the button says: <c>record</c>, <c>next</c> or <c>preview</c>.</summary>
    public string? Then { get; set; }
}

/// <param name="Preview">The text as the public would see it; null where nobody asked.</param>
public sealed record DecisionView(DecisionFacts Facts, DecisionForm Form, ReasonBook Reasons, bool MayDecide, IReadOnlyList<IReadOnlyList<Piece>>? Preview)
{
    public QueuedSubmission Submission => Facts.Shown;

    /// <summary>The reader may erase it, with a reason.</summary>
    public bool MayErase { get; init; }
}

/// <summary>What became of one row of a decision on many.</summary>
/// <param name="Problem">In the moderator's language; null = decided.</param>
public sealed record BulkRow(string SubmissionId, string Begins, string? Problem);

/// <summary>One decision for several rows of the queue.</summary>
public sealed class BulkForm
{
    /// <summary><c>id:version</c> of each row.</summary>
    public IList<string> Rows { get; set; } = [];
    public string? Decision { get; set; }
    public string? Reason { get; set; }
    public string? Note { get; set; }
}

public sealed record QueueScreen(QueueSelection Selection, ReasonBook Reasons);

/// <summary>What would stand on the public page after a decision.</summary>
/// <param name="Decision">As the form says it.</param>
public sealed record PublicPreview(string? Decision, IReadOnlyList<IReadOnlyList<Piece>> Paragraphs, Reason? Reason, Cms.Localization.Culture? Language);
