using System.Globalization;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Settings;

namespace Portal.Mail.Delivery;

/// <summary>Delivers mails from the outbox: opens the envelope, adds sender and footer in the recipient's language, hands over to the transport.</summary>
public sealed class MailDelivery(MailEnvelope envelope, IMailTransport transport, SiteSettings site, IOptions<SmtpSettings> smtp, IStringLocalizer text, TimeProvider clock, ILogger<MailDelivery> log) : IOutboxHandler
{
    public const string KindOfMessage = "mail";
    const string NobodysDomain = "localhost", SenderPath = "Mail.Sender";

    /// <summary>Its form among the site's settings.</summary>
    public static SettingsGroup Group { get; } = new("mail", 30, "Mail", "Who the site's letters come from.",
        [new TextSetting(SenderPath, "Sender's address", "The mail server has to allow it. Empty: as the operator configured it. The sender's name is the site's.") { Kind = TextKind.Email, MostLength = 254 }]);

    public string Kind => KindOfMessage;

    public async Task DeliverAsync(string payload, CancellationToken cancel)
    {
        var (id, message) = envelope.Open(payload);
        if (!Header.IsAddress(message.To))
        {
            // No later attempt would help; whose address it was is not for the log.
            log.LogWarning("Mail {Id} was dropped: it is addressed to something that is no address.", id);
            return;
        }

        var culture = Culture.TryFrom(message.Culture, out var known) ? known : Culture.En;
        // Holds for this delivery only: the worker's own culture is back when this method returns.
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.FormatCulture;

        var name = await site.SiteNameAsync(culture);
        var address = await site.BaseUrlAsync();
        var body = $"{message.Text.ReplaceLineEndings("\n").TrimEnd()}\n\n-- \n{text["This message was sent by {0}. Please do not reply to it.", name].Value}\n{address}".TrimEnd();
        await transport.SendAsync(new(id, await FromAddressAsync(address), name, message.To, message.Subject, body, culture.HtmlLang, clock.GetUtcNow().ToUniversalTime())
        {
            StopAddress = message.StopPath is { } path && address.Length > 0 ? address + path : null,
            About = message.About,
        }, cancel);
    }

    /// <summary>What the site's editors set (<c>Mail.Sender</c>), else what the operator did, else made from the site's address.</summary>
    async Task<string> FromAddressAsync(string siteAddress)
    {
        if (await site.AtAsync(SenderPath) is { } sender && Header.IsAddress(sender.ToString())) return sender.ToString();
        if (smtp.Value.From is { Length: > 0 } configured) return configured;
        var domain = Uri.TryCreate(siteAddress, UriKind.Absolute, out var uri) && uri.HostNameType == UriHostNameType.Dns ? uri.IdnHost : NobodysDomain;
        return "no-reply@" + domain;
    }
}
