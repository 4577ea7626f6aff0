namespace Portal.Consultations.Models;

/// <summary>Who may take part in a consultation, from the most to the least open.</summary>
public static class ParticipationLevels
{
    public static IReadOnlyList<string> All { get; } = ["guest", "confirmed-email", "account", "organisation"];

    /// <returns>English message id.</returns>
    public static string NameOf(string? key) => key switch
    {
        "confirmed-email" => "Who has confirmed an e-mail address",
        "account" => "Who has an account",
        "organisation" => "Organisations",
        _ => "Everybody",
    };
}
