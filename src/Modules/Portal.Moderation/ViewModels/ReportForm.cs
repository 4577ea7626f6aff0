using Portal.Moderation.Queries;

namespace Portal.Moderation.ViewModels;

/// <summary>A reader's report on the way to the moderators.</summary>
public sealed class ReportForm
{
    /// <summary>Key of a public reason.</summary>
    public string? Reason { get; set; }
    public string? Note { get; set; }
    public string? Ticket { get; set; }
}

public sealed record ReportView(ShownComment Comment, ReportForm Form, ReasonBook Reasons, int LongestNote);

/// <param name="IsHidden">The comment is hidden until a moderator has read it.</param>
public sealed record ReportThanks(bool IsHidden, string BackHref);
