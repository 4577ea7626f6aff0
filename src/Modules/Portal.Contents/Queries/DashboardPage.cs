using Portal.Cms.Display;

namespace Portal.Contents.Queries;

/// <param name="Waiting">What this person is to do, the most pressing first.</param>
/// <param name="Known">What is good to know.</param>
public sealed record DashboardView(IReadOnlyList<DashboardPanel> Waiting, IReadOnlyList<DashboardPanel> Known);

/// <summary>Gathers the blocks that modules have for the person who signed in.</summary>
public sealed class DashboardPage(IEnumerable<IDashboardPanel> panels)
{
    /// <summary>Panels from here on are good to know; those before wait for the person.</summary>
    const int FirstKnown = 50;

    public async Task<DashboardView> RunAsync(CancellationToken cancel)
    {
        var loaded = new List<DashboardPanel>();
        foreach (var panel in panels)
        {
            if (await panel.LoadAsync(cancel) is { } shown) loaded.Add(shown);
        }

        // Panels of the same place keep the order of their modules.
        var ordered = loaded.OrderBy(p => p.Position).ToLookup(p => p.Position < FirstKnown);
        return new([.. ordered[true]], [.. ordered[false]]);
    }
}
