namespace Portal.Notifications.Models;

/// <summary>Something that people are to be told.</summary>
/// <param name="Kind">Name of the <see cref="Portal.Cms.Security.NotificationKind"/> that it belongs to: what people refuse by mail.</param>
/// <param name="Message">English message id. <c>{0}</c> is the name of whoever did it, <c>{1}</c> and further ones are <paramref name="Args"/>.</param>
/// <param name="Href">Path from the root of where it is looked at.</param>
/// <param name="Subject">Id of what it is about. While somebody has not read the same message about the same thing, they get no second one.</param>
/// <param name="Args">Titles and names. Never words of a text that is not public: they go out by mail.</param>
public sealed record Notice(string Kind, string Message, string Href, string Subject, params string[] Args)
{
    /// <summary>A mail of its own tells the same: the mail of the day leaves it out.</summary>
    public bool IsMailedApart { get; init; }
    /// <summary>Who was told it once is not told again, also after reading it. What is looked at again and again, such as a deadline that is over, is told so.</summary>
    public bool Once { get; init; }
}
