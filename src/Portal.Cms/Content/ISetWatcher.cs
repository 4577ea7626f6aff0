namespace Portal.Cms.Content;

/// <summary>Keeps rows about whole localization sets in step with their items, whatever was done to those. Registered with <c>AddScoped&lt;ISetWatcher, …&gt;</c>.</summary>
public interface ISetWatcher
{
    /// <summary>Asked once per change, when all of it is written, inside its transaction: the database has what the change makes of it.</summary>
    /// <param name="sets">The localization sets of the items that something was done to.</param>
    Task RefreshAsync(IReadOnlyCollection<string> sets, CancellationToken cancel);
}
