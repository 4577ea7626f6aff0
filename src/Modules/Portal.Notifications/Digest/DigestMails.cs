using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Cms.Settings;
using Portal.Mail.Actions;
using Portal.Mail.Models;
using Portal.Notifications.Models;
using Portal.Notifications.Queries;

namespace Portal.Notifications.Digest;

/// <summary>Writes the mail of the day, in its reader's language: titles and links, and nothing of any text.</summary>
public sealed class DigestMails(NotificationList list, SiteSettings settings, SendMail mail, IStringLocalizer T)
{
    /// <summary>More than anybody reads in a mail; the rest is in the portal.</summary>
    const int MostLines = 30;

    /// <returns>Whether there was anything to tell.</returns>
    public async Task<bool> TellAsync(User user, IQueryable<Notification> news, CancellationToken cancel)
    {
        var total = await news.CountAsync(cancel);
        if (total == 0) return false;

        var (site, before) = (await settings.BaseUrlAsync(), CultureInfo.CurrentUICulture);
        var culture = await settings.CultureOfAsync(user.Culture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture.FormatCulture;
        try
        {
            var rows = await list.OfAsync(news, MostLines, cancel);
            string[] paragraphs =
            [
                T["This happened on our site and you have not looked at it there yet:"],
                .. rows.Select(r => site.Length > 0 ? $"{r.Text}\n{site}{r.Href}" : r.Text),
                .. total > rows.Count ? [T.Plural(total - rows.Count, "{0} more is on the page of your notifications.", "{0} more are on the page of your notifications.")] : Array.Empty<string>(),
                T["You choose on the page of your account what you are told by mail."] + (site.Length > 0 ? $"\n{site}/account" : ""),
            ];
            mail.Tell(new MailMessage(user.Email!, T.Plural(total, "{0} notification for you", "{0} notifications for you"), string.Join("\n\n", paragraphs), culture.Code));
        }
        finally
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = before;
        }

        return true;
    }
}
