using Portal.Cms;
using Portal.Contents.Lists;
using Portal.Contents.Queries;

namespace Portal.Contents.ViewModels;

/// <param name="Organisations">Short name by localization set, of those that rows belong to.</param>
/// <param name="NameProblem">Why a view could not be kept.</param>
public sealed record EditorsListView(EditorsFilter Filter, EditorsPage Page, ListChoicesView Choices, IReadOnlyDictionary<string, string> Organisations)
{
    public Problem? NameProblem { get; init; }
    public string? TypedName { get; init; }
}

/// <summary>What became of each item of a bulk action.</summary>
/// <param name="Done">English message ids of singular and plural of what was done.</param>
public sealed record BulkReport((string One, string Many) Done, int Succeeded, IReadOnlyList<BulkRefusal> Refused, string BackHref);

/// <param name="Reasons">In the person's language.</param>
public sealed record BulkRefusal(string ContentItemId, string Title, string Lang, IReadOnlyList<string> Reasons);
