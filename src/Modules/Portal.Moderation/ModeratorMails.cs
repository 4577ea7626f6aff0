using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Moderation.Queries;
using Portal.Notifications.Actions;
using Portal.Notifications.Models;

namespace Portal.Moderation;

/// <summary>What moderators are told, among their notifications and by mail, in the language of their account. It says that there is work, never what was written.</summary>
public sealed class ModeratorMails(Notify notify, NotificationChoices choices, SendMail mail, SiteSettings settings, IStringLocalizer T)
{
    public static readonly NotificationKind Kind = new("moderation", "Submissions that wait too long, or that are left to me", For: ModerationPermissions.Moderate);

    public async Task TellLeftToAsync(ModeratorAccount person, string submissionId, CancellationToken cancel)
    {
        await notify.TellAsync(new Notice(Kind.Name, "{0} asks you to decide on a submission.", $"/admin/moderation/{submissionId}", submissionId) { IsMailedApart = true }, [person.Id], cancel);
        if (!await WantsMailAsync(person, cancel)) return;
        var link = $"{await settings.BaseUrlAsync()}/admin/moderation/{submissionId}";
        await InAsync(person, (address, culture) => mail.Tell(new MailMessage(
            address, T["A submission was left to you"], string.Join("\n\n", T["A moderator asks you to decide on a submission. You find it in the moderation queue:"], link), culture.Code)));
    }

    /// <param name="count">How many submissions wait altogether.</param>
    /// <param name="hours">For how many whole hours the oldest has waited.</param>
    public async Task TellQueueWaitsAsync(ModeratorAccount person, int count, int hours, CancellationToken cancel)
    {
        await notify.TellAsync(new Notice(Kind.Name, "Submissions have waited for a decision too long.", "/admin/moderation", "queue") { IsMailedApart = true }, [person.Id], cancel);
        if (!await WantsMailAsync(person, cancel)) return;
        var link = $"{await settings.BaseUrlAsync()}/admin/moderation";
        await InAsync(person, (address, culture) => mail.Tell(new MailMessage(
            address, T["Submissions wait for moderation"],
            string.Join("\n\n", T.Plural(hours, "The oldest submission has waited for {0} hour.", "The oldest submission has waited for {0} hours."), T.Plural(count, "{0} submission waits for a decision.", "{0} submissions wait for a decision."), link), culture.Code)));
    }

    async Task<bool> WantsMailAsync(ModeratorAccount person, CancellationToken cancel) => (await choices.WantedByAsync(person.Id, cancel)).Contains(Kind.Name);

    async Task InAsync(ModeratorAccount person, Action<string, Culture> write)
    {
        if (person.Email is not { Length: > 0 } address) return;
        var own = await settings.CultureOfAsync(person.Culture);
        Speaking.In(own.Code, culture => write(address, culture));
    }
}
