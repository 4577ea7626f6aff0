using Portal.Moderation.Models;

namespace Portal.Moderation;

/// <summary>Names of the ways by which submissions come in.</summary>
public static class ChannelNames
{
    /// <returns>English message id.</returns>
    public static string Of(string channel) => channel switch
    {
        Channels.Api => "sent by a program",
        Channels.Paper => "on paper",
        Channels.Meeting => "at a meeting",
        Channels.Mail => "by e-mail",
        _ => "on the website",
    };
}
