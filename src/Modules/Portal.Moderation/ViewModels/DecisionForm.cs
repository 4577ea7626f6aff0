using Portal.Moderation.Queries;

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
}

public sealed record DecisionView(QueuedSubmission Submission, DecisionForm Form);
