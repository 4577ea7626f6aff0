using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Portal.Cms.Data;
using Portal.Cms.Display.Feeds;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Recommendations.Models;
using Portal.Recommendations.ViewModels;

namespace Portal.Recommendations.Queries;

/// <summary>What is said about one recommendation, the latest first: following it needs no account and no address.</summary>
public sealed class RecommendationFeed(PortalDb db, RecommendationRegister register, ContentNames names, SiteSettings settings, SiteAddress site, IStringLocalizer text)
{
    const int Most = 50;

    /// <returns>Address of the feed, from the root.</returns>
    public static string AddressOf(string set, Culture culture) => $"/{culture.Code}/recommendation/{Uri.EscapeDataString(set)}/feed.atom";

    /// <returns>Null where it is not published in this language.</returns>
    public async Task<AtomFeed?> RunAsync(string set, Culture culture, CancellationToken cancel)
    {
        if (await register.FindAsync(set, cancel) is not { } row) return null;

        var events = await db.RecommendationEvents.AsNoTracking().Where(e => e.LocalizationSet == set).OrderByDescending(e => e.Number).Take(Most).ToListAsync(cancel);
        var named = await names.InAsync(culture, [set, .. row.Organisation, .. events.Select(e => e.SaidBySet)], cancel);
        if (named.GetValueOrDefault(set) is not { Lang: null } own) return null;

        var self = AddressOf(set, culture);
        var issued = row.Issued.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
        return new(
            culture, await site.OnPageAsync(), await settings.SiteNameAsync(culture), own.Name, own.Href, self,
            [.. events.Select(e => Entry(e, own, self, named)),
             new($"{self}#0", $"{text["Issued"].Value}: {own.Name}", own.Href, "", row.Organisation.Select(o => named.GetValueOrDefault(o)?.Name).FirstOrDefault(), issued, issued)]);
    }

    AtomEntry Entry(RecommendationEvent said, ContentName own, string self, IReadOnlyDictionary<string, ContentName> named)
    {
        var view = SaidView.Of(said, named.GetValueOrDefault(said.SaidBySet));
        return new(FormattableString.Invariant($"{self}#{said.Number}"), $"{text[view.Word].Value}: {own.Name}", own.Href, string.Join(' ', view.Paragraphs), view.By?.Name, said.Day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), said.RecordedUtc);
    }
}
