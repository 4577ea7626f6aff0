namespace Portal.Moderation;

/// <summary>Names of the ways by which submissions come in.</summary>
public static class ChannelNames
{
    /// <returns>English message id.</returns>
    public static string Of(string channel) => channel switch
    {
        "api" => "sent by a program",
        "paper" => "on paper",
        "meeting" => "at a meeting",
        "e-mail" => "by e-mail",
        _ => "on the website",
    };
}
