using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Portal.Cms.Data;
using Portal.Mail.Models;

namespace Portal.Mail.Delivery;

/// <summary>A mail in the outbox. Its id is the same at every attempt, so that a repeated delivery is recognised.</summary>
public sealed record OutgoingMail(string Id, MailMessage Message);

/// <summary>Encrypts mails for the time they wait in the outbox: who is written to, and about what, is nobody's business who reads the database.</summary>
public sealed class MailEnvelope(IDataProtectionProvider protection)
{
    readonly IDataProtector protector = protection.CreateProtector("Portal.Mail");

    public string Seal(MailMessage message) => protector.Protect(JsonSerializer.Serialize(new OutgoingMail(Ids.New(), message), JsonSerializerOptions.Web));

    public OutgoingMail Open(string payload) => JsonSerializer.Deserialize<OutgoingMail>(protector.Unprotect(payload), JsonSerializerOptions.Web)!;
}
