namespace Portal.Mail.Models;

/// <summary>A plain-text mail to one person.</summary>
/// <param name="To">The address alone, without a name.</param>
/// <param name="Subject">In the recipient's language.</param>
/// <param name="Text">In the recipient's language; a footer that says who sent it is added.</param>
/// <param name="Culture">Culture code of the recipient's language.</param>
public sealed record MailMessage(string To, string Subject, string Text, string Culture)
{
    /// <summary>For mails that somebody may stop: path, from the root, that takes a POST without a session and stops them (RFC 8058). Sent as <c>List-Unsubscribe</c> where the site's address is set.</summary>
    public string? StopPath { get; init; }

    /// <summary>Id of the submission, account, follower or link that the mail is about: letters, digits and hyphens. When that is no more, <see cref="Actions.SendMail.Forget"/> takes the mail back if it is not gone yet.</summary>
    public string? About { get; init; }
}
