using Portal.Cms.Data;
using Portal.Mail.Delivery;
using Portal.Mail.Models;

namespace Portal.Mail.Actions;

/// <summary>Leaves a mail for after the commit. Called inside another action's unit of work, it is sent if and only if that action's change is committed.</summary>
public sealed class SendMail(UnitOfWork work, MailEnvelope envelope)
{
    /// <summary>Address and text are encrypted while they wait.</summary>
    public void Tell(MailMessage message) => work.Tell(MailDelivery.KindOfMessage, envelope.Seal(message));

    /// <summary>Takes back, after the commit, mails about something that is no more and that are not gone yet.</summary>
    /// <param name="about">As <see cref="MailMessage.About"/> of those mails.</param>
    public void Forget(string about) => work.Tell(ForgetMails.KindOfMessage, about);
}
