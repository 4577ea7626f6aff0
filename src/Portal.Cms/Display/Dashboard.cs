namespace Portal.Cms.Display;

/// <summary>A block of the first page behind the sign-in.</summary>
/// <param name="Position">Lower comes first: what waits for the person below 50, what is good to know above.</param>
public sealed record DashboardPanel(int Position, string PartialView, object Model);

/// <summary>Lets a module say on <c>/admin</c> what waits for the person who signed in. One query, a handful of lines, a link to the whole.</summary>
public interface IDashboardPanel
{
    /// <returns>Null for whom it does not concern.</returns>
    Task<DashboardPanel?> LoadAsync(CancellationToken cancel);
}
