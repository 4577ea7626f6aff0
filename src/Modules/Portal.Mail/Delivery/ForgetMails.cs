using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Data;

namespace Portal.Mail.Delivery;

/// <summary>Takes back mails that are not gone yet: from the pickup folder, and from the outbox where a mail server has been out of reach.</summary>
public sealed class ForgetMails(PortalDb db, UnitOfWork work, MailEnvelope envelope, PickupFolder folder) : IOutboxHandler
{
    public const string KindOfMessage = "forget-mails";

    public string Kind => KindOfMessage;

    /// <param name="payload">Id of what they are about.</param>
    public async Task DeliverAsync(string payload, CancellationToken cancel)
    {
        folder.DeleteAbout(payload);
        // Only their envelopes say what mails are about, so each is opened.
        var waiting = await db.Outbox.AsNoTracking().Where(m => m.Kind == MailDelivery.KindOfMessage).Select(m => new { m.Id, m.Payload }).ToListAsync(cancel);
        var about = waiting.Where(m => envelope.Open(m.Payload).Message.About == payload).Select(m => m.Id).ToList();
        if (about.Count == 0) return;
        await work.RunAsync<Done>(async () =>
        {
            await db.Outbox.Where(m => about.Contains(m.Id)).ExecuteDeleteAsync(cancel);
            return default(Done);
        }, cancel);
    }
}
