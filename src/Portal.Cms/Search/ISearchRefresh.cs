namespace Portal.Cms.Search;

/// <summary>Reads public items anew for the search, because words changed that belong to them and do not stand in their own text: those of an attachment.</summary>
public interface ISearchRefresh
{
    /// <param name="contentItemIds">Items that are not public are passed over.</param>
    Task RefreshAsync(IReadOnlyList<string> contentItemIds, CancellationToken cancel);
}
