namespace Portal.Users;

/// <summary>Why an account is closed: keys, so that the record holds nothing that anybody wrote about a person.</summary>
public static class ClosingReasons
{
    public static IReadOnlyList<string> All { get; } = ["left", "asked", "duplicate", "security", "misuse", "other"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "left" => "The person has left",
        "asked" => "The person asked for it",
        "duplicate" => "The person has another account",
        "security" => "Somebody else may have got at it",
        "misuse" => "It was misused",
        _ => "Another reason",
    };
}
