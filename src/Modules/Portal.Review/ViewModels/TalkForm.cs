using Portal.Cms;

namespace Portal.Review.ViewModels;

/// <summary>What somebody typed about a text.</summary>
public sealed record TalkForm
{
    public string? Note { get; init; }
    public string? Field { get; init; }
    public string? Quote { get; init; }
    public long Comment { get; init; }
}

/// <summary>What was refused, with all that was typed.</summary>
/// <param name="Verb">Last segment of the address that the form is sent to.</param>
public sealed record RefusedView(string ContentItemId, string Verb, TalkForm Form, Problem Problem);
