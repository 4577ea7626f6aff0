namespace Portal.Debates.Models;

/// <summary>The kinds of debates, in the order in which filters show them.</summary>
public static class DebateKinds
{
    public static IReadOnlyList<string> All { get; } = ["public-debate", "roundtable", "resilience-dialogue", "workshop", "broadcast", "training"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? kind) => kind switch
    {
        "roundtable" => "Round table",
        "resilience-dialogue" => "Resilience dialogue",
        "workshop" => "Workshop",
        "broadcast" => "Radio or television debate",
        "training" => "Training",
        _ => "Public debate",
    };
}
