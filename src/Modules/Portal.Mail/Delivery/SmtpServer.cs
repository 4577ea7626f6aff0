using System.Net;
using System.Net.Mail;
using System.Text;
using Microsoft.Extensions.Options;

namespace Portal.Mail.Delivery;

/// <summary>Hands mails to an SMTP server.</summary>
public sealed class SmtpServer(IOptions<SmtpSettings> settings) : IMailTransport
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task SendAsync(PreparedMail mail, CancellationToken cancel)
    {
        var smtp = settings.Value;
        using var client = new SmtpClient(smtp.Host, smtp.Port) { EnableSsl = smtp.IsEncrypted };
        if (smtp.User is { Length: > 0 } user) client.Credentials = new NetworkCredential(user, smtp.Password);

        using var message = new MailMessage(new MailAddress(mail.FromAddress, mail.FromName, Encoding.UTF8), new MailAddress(mail.To))
        {
            Subject = Header.OneLine(mail.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = mail.Text,
            BodyEncoding = Encoding.UTF8,
        };
        message.Headers.Add("Message-ID", mail.MessageId);
        message.Headers.Add("Content-Language", mail.Language);
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.StopAddress is { } stop)
        {
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        await client.SendMailAsync(message, patience.Token);
    }
}
