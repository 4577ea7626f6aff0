using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms.Data;

namespace Portal.Mail;

/// <summary>A plain-text mail.</summary>
/// <param name="Culture">Culture code of the text; the footer is written in it too.</param>
public sealed record MailMessage(string To, string Subject, string Text, string Culture);

/// <summary>Leaves a mail for after the commit. Inside a unit of work only.</summary>
public sealed class SendMail(UnitOfWork work, IDataProtectionProvider protection)
{
    /// <summary>Kind of the outbox messages that carry mails.</summary>
    public const string Kind = "mail";

    readonly IDataProtector protector = protection.CreateProtector("Portal.Mail.v1");

    /// <summary>Address and text are encrypted while they wait.</summary>
    public void Tell(MailMessage message) => work.Tell(Kind, protector.Protect(JsonSerializer.Serialize(message)));
}
