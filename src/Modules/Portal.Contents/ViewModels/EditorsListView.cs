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
/// <param name="Said">How many it was done to, in the person's language.</param>
public sealed record BulkReport(string Said, int Succeeded, IReadOnlyList<BulkRefusal> Refused, string BackHref);

/// <param name="Reasons">In the person's language.</param>
public sealed record BulkRefusal(string ContentItemId, string Title, string Lang, IReadOnlyList<string> Reasons);
