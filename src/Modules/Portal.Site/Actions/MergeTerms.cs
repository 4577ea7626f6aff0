using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Audit;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Cms.Security;
using Portal.Site.Taxonomies;

namespace Portal.Site.Actions;

/// <summary>Makes one term of two: whatever points to the first, drafted or public, points to the second from now on; its addresses lead there; names that the second lacks it takes over. Whoever names the first later, by an open form or an old recipe, means the second.</summary>
public sealed class MergeTerms(UnitOfWork work, PortalDb db, ContentStore store, ContentHandlers handlers, CurrentUser user, AuditTrail audit, TimeProvider clock)
{
    static readonly Problem Alone = Problem.Invalid("into", "Choose another term of the same taxonomy.");
    static readonly Problem Deep = Problem.Conflict("The term has parts, and the other is part of a third: terms stand one level below another, and no deeper.");

    /// <param name="Items">Sets whose references moved.</param>
    /// <param name="Addresses">Old addresses that lead to the kept term.</param>
    /// <param name="TakenOver">Codes of the cultures whose names were taken over.</param>
    public sealed record Report(int Items, int Addresses, IReadOnlyList<string> TakenOver);

    /// <param name="from">Localization set that goes.</param>
    /// <param name="into">Localization set that stays.</param>
    public Task<Result<Report>> RunAsync(string from, string into, CancellationToken cancel) => work.RunAsync<Report>(async () =>
    {
        user.Demand(SitePermissions.ManageTaxonomies);
        var (going, staying) = (await TermAsync(from, cancel), await TermAsync(into, cancel));
        if (going is not [var first, ..]) return ContentStore.NoSuchItem;
        if (from == into || staying.Count == 0 || staying[0].ContentType != first.ContentType || !Models.Taxonomies.All.Contains(first.ContentType, StringComparer.Ordinal)) return Alone;
        await work.AloneAsync($"taxonomy {first.ContentType}", cancel);
        await work.AloneAsync(TermsHandler.Lock, cancel);
        if (await HasPartsAsync(from, into, cancel) && await db.ContentReferences.AnyAsync(r => r.LocalizationSet == into && r.Field == TermTree.ParentField && r.Target != from, cancel)) return Deep;

        // First, so that everything written from here on means the kept term.
        await db.MergedTerms.Where(t => t.Into == from).ExecuteUpdateAsync(t => t.SetProperty(x => x.Into, into), cancel);
        db.MergedTerms.Add(new() { LocalizationSet = from, Into = into, AtUtc = clock.UtcNow });

        var moved = await MoveReferencesAsync(from, into, cancel);
        var texts = await db.ContentItemVersions.Where(v => going.Select(i => i.PublishedVersionId).Contains(v.VersionId)).ToDictionaryAsync(v => v.ContentItemId, StringComparer.Ordinal, cancel);
        foreach (var item in going)
        {
            if (item.PublishedVersionId is not null) await store.UnpublishAsync(item, cancel);
            (item.LatestVersionId, item.Stamp) = (null, Guid.NewGuid());
        }

        await db.SaveChangesAsync(cancel);
        var taken = new List<string>();
        foreach (var item in going.Where(i => texts.ContainsKey(i.ContentItemId) && staying.TrueForAll(s => s.Culture != i.Culture)))
        {
            if (await TakeOverAsync(item, texts[item.ContentItemId], into, staying, cancel) is { } wrong) return wrong;
            taken.Add(item.Culture);
        }

        var addresses = await MoveAddressesAsync(going, staying, cancel);
        await handlers.MergedAsync(from, into, cancel);
        work.Evict(Tags.Terms, Tags.Paths, Tags.Settings, Tags.Set(from), Tags.Set(into), Tags.Type(first.ContentType));
        audit.Record("Term", "Merged", into, new() { ["from"] = from, ["into"] = into, ["items"] = moved, ["addresses"] = addresses, ["takenOver"] = new JsonArray([.. taken.Select(c => (JsonNode)c)]) });
        return new Report(moved, addresses, taken);
    }, cancel);

    Task<List<ContentItem>> TermAsync(string set, CancellationToken cancel) => db.ContentItems.Where(i => i.LocalizationSet == set && i.LatestVersionId != null).ToListAsync(cancel);

    Task<bool> HasPartsAsync(string set, string except, CancellationToken cancel) => db.ContentReferences.AnyAsync(r => r.Target == set && r.Field == TermTree.ParentField && r.LocalizationSet != except, cancel);

    /// <returns>How many sets pointed to the term.</returns>
    async Task<int> MoveReferencesAsync(string from, string into, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        var touched = new HashSet<string>(StringComparer.Ordinal);
        await MoveInSetsAsync(from, into, touched, cancel);
        await MoveInTextsAsync(from, into, touched, cancel);
        // Who pointed to both points to one.
        var references = db.ContentReferences;
        await references.Where(r => r.Target == from && (r.LocalizationSet == into || references.Any(o => o.LocalizationSet == r.LocalizationSet && o.Field == r.Field && o.Target == into))).ExecuteDeleteAsync(cancel);
        await references.Where(r => r.Target == from).ExecuteUpdateAsync(r => r.SetProperty(x => x.Target, into), cancel);

        string[] sets = [.. touched];
        foreach (var chunk in sets.Chunk(200)) work.Evict((await db.ContentItems.Where(i => chunk.Contains(i.LocalizationSet)).Select(i => i.ContentType).Distinct().ToListAsync(cancel)).Select(Tags.Type));
        work.Evict(sets.Select(Tags.Set));
        return touched.Count;
    }

#pragma warning disable CA1309 // The database compares, in its own order, and EF translates no other overload.
    /// <summary>So many rows are in memory at once, whatever the number of texts.</summary>
    const int AtOnce = 200;

    /// <summary>What all languages share: themes and municipalities among it.</summary>
    async Task MoveInSetsAsync(string from, string into, HashSet<string> touched, CancellationToken cancel)
    {
        var named = $"\"{from}\"";
        List<ContentSet> some;
        for (var after = ""; ; after = some[^1].LocalizationSet)
        {
            some = await db.ContentSets.Where(s => string.Compare(s.LocalizationSet, after) > 0 && s.LocalizationSet != from && (s.DraftJson.Contains(named) || s.PublishedJson!.Contains(named)))
                .OrderBy(s => s.LocalizationSet).Take(AtOnce).ToListAsync(cancel);
            if (some.Count == 0) return;

            foreach (var set in some)
            {
                var (draft, published) = (TermReferences.Move(set.DraftJson, from, into, set.LocalizationSet), set.PublishedJson is { } json ? TermReferences.Move(json, from, into, set.LocalizationSet) : null);
                if (draft == set.DraftJson && published == set.PublishedJson) continue;
                (set.DraftJson, set.PublishedJson, set.Stamp) = (draft, published, Guid.NewGuid());
                touched.Add(set.LocalizationSet);
            }

            await WriteAsync(some, cancel);
        }
    }

    /// <summary>Pickers of a culture's own text, fields that administrators added, and values that an import left on one item.</summary>
    async Task MoveInTextsAsync(string from, string into, HashSet<string> touched, CancellationToken cancel)
    {
        var (named, old) = ($"\"{from}\"", from);
        for (var after = ""; ;)
        {
            var some = await (from version in db.ContentItemVersions
                              join item in db.ContentItems on version.ContentItemId equals item.ContentItemId
                              where string.Compare(version.VersionId, after) > 0 && (version.VersionId == item.LatestVersionId || version.VersionId == item.PublishedVersionId) && item.LocalizationSet != old && version.Json.Contains(named)
                              orderby version.VersionId
                              select new { version, item }).Take(AtOnce).ToListAsync(cancel);
            if (some.Count == 0) return;

            after = some[^1].version.VersionId;
            foreach (var text in some)
            {
                var json = TermReferences.Move(text.version.Json, from, into, text.item.LocalizationSet);
                if (json == text.version.Json) continue;
                (text.version.Json, text.item.Stamp) = (json, Guid.NewGuid());
                touched.Add(text.item.LocalizationSet);
            }

            await WriteAsync(some.Select(t => t.version).Concat<object>(some.Select(t => t.item).Distinct()), cancel);
        }
    }

#pragma warning restore CA1309
    /// <summary>Writes what changed and forgets the rows: the next ones take their place in memory.</summary>
    async Task WriteAsync(IEnumerable<object> rows, CancellationToken cancel)
    {
        await db.SaveChangesAsync(cancel);
        foreach (var row in rows) db.Entry(row).State = EntityState.Detached;
    }

    /// <summary>The kept term gets the name, and the text, of a language in which it had none.</summary>
    async Task<Problem?> TakeOverAsync(ContentItem item, ContentItemVersion text, string into, List<ContentItem> staying, CancellationToken cancel)
    {
        var set = (await db.ContentSets.FindAsync([into], cancel))!;
        var taken = new ContentItem { ContentItemId = Ids.New(), ContentType = item.ContentType, LocalizationSet = into, Culture = item.Culture, OwnerId = item.OwnerId, CreatedUtc = clock.UtcNow };
        // A culture that the kept term had once, in the bin now, would stand in the way.
        if (await db.ContentItems.FirstOrDefaultAsync(i => i.LocalizationSet == into && i.Culture == item.Culture, cancel) is { } binned) taken = binned;
        else db.ContentItems.Add(taken);

        var document = ContentDocument.Compose(text.Json, set.DraftJson);
        document.Content.Remove(nameof(AutoroutePart));
        if ((await store.WriteDraftAsync(taken, document, new(), cancel)).Problem is { } invalid) return invalid;
        if ((await store.PublishLatestAsync(taken, cancel)).Problem is { } unpublished) return unpublished;
        await db.SaveChangesAsync(cancel);
        staying.Add(taken);
        return null;
    }

    /// <returns>How many addresses lead to the kept term now.</returns>
    async Task<int> MoveAddressesAsync(List<ContentItem> going, List<ContentItem> staying, CancellationToken cancel)
    {
        var count = 0;
        foreach (var item in going)
        {
            if (staying.Find(s => s.Culture == item.Culture) is not { } kept) continue;
            var paths = await db.ContentPaths.Where(p => p.ContentItemId == item.ContentItemId && p.Culture != Aliases.InPlaceOfCulture).ToListAsync(cancel);
            foreach (var path in paths) path.ContentItemId = kept.ContentItemId;
            count += paths.Count;
        }

        return count;
    }
}
