namespace Portal.Contents.Models;

/// <summary>A state of items that a module knows: on the way through a review, say. The editors' list is narrowed down by it and shows it.</summary>
/// <param name="Value">As addresses say it: letters only, and none of the list's own states.</param>
/// <param name="Name">English message id.</param>
public sealed record ListState(string Value, string Name);

/// <summary>Lets a module add states to the editors' list.</summary>
/// <remarks>Registered with <c>AddScoped&lt;IListStates, …&gt;</c>.</remarks>
public interface IListStates
{
    IReadOnlyList<ListState> States { get; }

    /// <returns>Ids of the items in a state, those first that are in it longest. One query.</returns>
    Task<IReadOnlyList<string>> ItemsInAsync(ListState state, int most, CancellationToken cancel);

    /// <returns>The state of those of the items that are in one. One query for a page of the list.</returns>
    Task<IReadOnlyDictionary<string, ListState>> OfAsync(IReadOnlyCollection<string> contentItemIds, CancellationToken cancel);
}
