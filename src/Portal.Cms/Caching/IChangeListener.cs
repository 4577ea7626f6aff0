namespace Portal.Cms.Caching;

/// <summary>Keeps something in memory that other processes may make untrue. Registered as a singleton.</summary>
public interface IChangeListener
{
    /// <summary>Asked in every process when a change was committed, before pages are evicted: a page that is made anew already finds what is true now.</summary>
    /// <param name="tags">What the change evicts.</param>
    Task ChangedAsync(IReadOnlyCollection<string> tags);
}
