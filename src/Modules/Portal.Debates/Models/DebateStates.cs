namespace Portal.Debates.Models;

/// <summary>What the states of debates are called.</summary>
public static class DebateStates
{
    /// <summary>English message ids, in the order of <see cref="DebateState"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["To come", "Going on now", "Over"];

    /// <summary>English message ids, as said of one debate.</summary>
    static readonly string[] OfOne = ["Upcoming", "Going on now", "Held"];

    /// <returns>English message id.</returns>
    public static string NameOf(DebateState state) => OfOne[(int)state];
}
