namespace Portal.Debates.Models;

/// <summary>What the states of debates are called.</summary>
public static class DebateStates
{
    /// <summary>English message ids, in the order of <see cref="DebateState"/>.</summary>
    public static IReadOnlyList<string> Names { get; } = ["To come", "Going on now", "Over"];

    /// <returns>English message id.</returns>
    public static string NameOf(DebateState state) => Names[(int)state];
}
