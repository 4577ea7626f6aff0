using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Debates.Models;

namespace Portal.Debates.Queries;

/// <summary>When and where a debate is, as its entry in a list says.</summary>
/// <param name="Lang">Language of the place, where it is not the reader's.</param>
public sealed record DebateLine(DebateTimes Times, DebateState State, string Place, string? Lang, bool IsOnline, IReadOnlyList<string> Languages);

/// <summary>Says on each entry of a list when and where a debate is and in which languages. One query.</summary>
public sealed class DebateLines(PortalDb db, PublishedContent content, TimeProvider clock) : IEntryDetails
{
    public string ContentType => nameof(Debate);

    public async Task<IReadOnlyDictionary<string, EntryDetail>> LoadAsync(IReadOnlyCollection<string> sets, Culture culture, CancellationToken cancel)
    {
        var rows = await (from item in db.ContentItems.AsNoTracking()
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                          where sets.Contains(item.LocalizationSet)
                          select new { item.LocalizationSet, item.Culture, version.Json, shared.PublishedJson }).ToListAsync(cancel);
        var (now, lines) = (clock.UtcNow, new Dictionary<string, EntryDetail>(StringComparer.Ordinal));
        foreach (var texts in rows.GroupBy(r => r.LocalizationSet, StringComparer.Ordinal))
        {
            var row = texts.FirstOrDefault(r => r.Culture == culture.ContentCode) ?? texts.First();
            var debate = content.Compose(nameof(Debate), row.Json, row.PublishedJson).As<Debate>() ?? new();
            if (DebateTimes.Of(debate) is not { } times) continue;

            var shownIn = row.Culture == culture.ContentCode ? culture : Culture.TryFrom(row.Culture, out var other) ? other : culture;
            lines[texts.Key] = new("_DebateLine", new DebateLine(
                times, times.StateAt(now), shownIn.Render(debate.Place?.Text?.Trim() ?? ""), shownIn == culture ? null : shownIn.HtmlLang, DebatePage.WebAddress(debate.OnlineLink).Length > 0, debate.Languages?.Values ?? []))
            {
                When = DateSpan.Text(times.FirstDay, times.LastDay, culture),
            };
        }

        return lines;
    }
}
