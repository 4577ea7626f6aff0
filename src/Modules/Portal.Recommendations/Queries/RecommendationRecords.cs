using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Cms.Settings;
using Portal.Recommendations.Models;

namespace Portal.Recommendations.Queries;

/// <param name="Id">Localization set.</param>
public sealed record NamedSet(string Id, string Name);

/// <summary>A recommendation as files and the API give it.</summary>
/// <param name="Id">Localization set.</param>
/// <param name="Url">Its page.</param>
/// <param name="Status">issued, acknowledged, accepted, partly-accepted, rejected, in-progress, implemented or lapsed: what the institution says.</param>
/// <param name="Verdict">not-assessed, confirmed or disputed: how the organisation sees it.</param>
/// <param name="StatusSince">The day on which it came to this status.</param>
/// <param name="ReplyDue">The day by which a first reply is expected.</param>
/// <param name="ReplyOverdue">No reply came by then.</param>
/// <param name="ImplementationOverdue">It was not carried out by the day by which it was due.</param>
public sealed record RecommendationRecord(
    string Id, string Culture, string Text, string Url, IReadOnlyList<NamedSet> Addressees, NamedSet? AskedBy, NamedSet? Source, IReadOnlyList<NamedSet> Themes, IReadOnlyList<NamedSet> Municipalities,
    DateOnly Issued, DateOnly? Due, string Status, DateOnly StatusSince, string Verdict, DateOnly ReplyDue, bool ReplyOverdue, bool ImplementationOverdue);

/// <summary>Gives rows of the register with their texts and names, a few hundred at a time, so that a list of any length needs little memory.</summary>
public sealed class RecommendationRecords(PortalDb db, CurrentDeadlines current, ContentNames names, SiteSettings settings)
{
    const int Batch = 500;

    /// <param name="request">Its scheme and host stand in addresses where nobody has set the site's own: a file or a program has no page to start from.</param>
    public async IAsyncEnumerable<RecommendationRecord> OfAsync(IEnumerable<RegisterRow> rows, Culture culture, HttpRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var deadlines = await current.ReadAsync();
        var root = await settings.BaseUrlAsync() is { Length: > 0 } set ? set : $"{request.Scheme}://{request.Host}";
        foreach (var batch in rows.Chunk(Batch))
        {
            string[] sets = [.. batch.Select(r => r.Set)];
            var texts = await db.ContentItemIndex.AsNoTracking().Where(i => sets.Contains(i.LocalizationSet) && i.Culture == culture.ContentCode)
                .Select(i => new { i.LocalizationSet, i.Title, i.Path }).ToDictionaryAsync(i => i.LocalizationSet, StringComparer.Ordinal, cancel);
            var known = await names.InAsync(culture, batch.SelectMany(r => (string?[])[.. r.Addressees, .. r.Organisation, r.Source, .. r.Themes, .. r.Municipalities]), cancel);
            foreach (var row in batch)
            {
                if (!texts.TryGetValue(row.Set, out var text)) continue;
                yield return new(
                    row.Set, culture.Code, culture.Render(text.Title), $"{root}/{culture.Code}/{text.Path}", Named(row.Addressees), Named(row.Organisation).FirstOrDefault(), Named(row.Source is { } source ? [source] : []).FirstOrDefault(),
                    Named(row.Themes), Named(row.Municipalities), row.Issued, row.Due, StatusWords.Key(row.Status), row.StatusDay, StatusWords.Key(row.Verdict), deadlines.ReplyDue(row.Issued),
                    deadlines.IsReplyOverdue(row.Status, row.Issued), deadlines.IsImplementationOverdue(row.Status, row.Due));
            }

            List<NamedSet> Named(IReadOnlyList<string> list) => [.. list.Where(known.ContainsKey).Select(s => new NamedSet(s, known[s].Name))];
        }
    }
}
