using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Portal.Cms.Localization;
using Portal.Cms.Privacy;

namespace Portal.Mail.Delivery;

/// <summary>How long mails are kept where they wait in the pickup folder, by the operator's setting.</summary>
public sealed class RetentionOfMails(IOptions<SmtpSettings> server, IOptions<PickupSettings> pickup, IStringLocalizer text) : IRetentionPeriod
{
    public string Table => "Outbox";

    public ValueTask<string?> DescribeAsync() => new(server.Value.IsConfigured ? null : text.Plural(
        pickup.Value.Hours,
        "Until it is picked up, {0} hour at most: the portal has no mail server and puts mails into a folder.",
        "Until it is picked up, {0} hours at most: the portal has no mail server and puts mails into a folder.").Value);
}
