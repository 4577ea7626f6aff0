namespace Portal.Mail.Delivery;

/// <summary>Takes mails to where they are sent from.</summary>
public interface IMailTransport
{
    /// <exception cref="Exception">Any failure: the mail is tried again later.</exception>
    Task SendAsync(PreparedMail mail, CancellationToken cancel);
}
