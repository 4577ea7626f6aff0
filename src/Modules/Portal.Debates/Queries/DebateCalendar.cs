using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Debates.Calendars;
using Portal.Debates.Models;

namespace Portal.Debates.Queries;

/// <summary>The calendar file of one debate. It never names speakers: a calendar is shared and synchronised in ways nobody here sees.</summary>
public sealed class DebateCalendar(PortalDb db, PublishedContent content, SiteSettings settings, PageCaching caching, DebateWords words, IStringLocalizer text)
{
    public async Task<string?> RunAsync(string contentItemId, Culture culture, CancellationToken cancel)
    {
        var set = await db.ContentItemIndex.Where(i => i.ContentItemId == contentItemId && i.ContentType == nameof(Debate) && i.Culture == culture.ContentCode).Select(i => i.LocalizationSet).SingleOrDefaultAsync(cancel);
        if (set is null || await content.FindAsync(contentItemId, cancel) is not { } item) return null;

        var part = item.Document.As<Debate>() ?? new();
        if (DebateTimes.Of(part) is not { } times) return null;

        caching.Tag(Tags.Set(set));
        var (root, online) = (await settings.BaseUrlAsync(), DebatePage.WebAddress(part.OnlineLink));
        var address = $"{root}/{culture.Code}/{item.Path}";
        var place = culture.Render(part.Place?.Text?.Trim() ?? "");
        string[] about =
        [
            culture.Render(part.Summary?.Text?.Trim() ?? ""), words.When(times, culture), online.Length > 0 ? text["Online: {0}", online] : "",
            text[AttributionRules.ExplanationOf(part.AttributionRule?.Text)], address,
        ];
        var host = Uri.TryCreate(root, UriKind.Absolute, out var site) ? site.Host : "portal";
        return CalendarFile.Of(
            new($"{set}@{host}", item.ModifiedUtc, times.StartsUtc, times.EndsUtc, times.IsWholeDays ? (times.FirstDay, times.LastDay.AddDays(1)) : null, culture.HtmlLang,
                culture.Render(item.Document.DisplayText), string.Join("\n\n", about.Where(a => a.Length > 0)), place.Length > 0 ? place : online, root.Length > 0 ? address : ""),
            await settings.SiteNameAsync(culture));
    }
}
