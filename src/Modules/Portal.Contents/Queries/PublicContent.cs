using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Contents.Models;
using ContentList = Portal.Contents.Models.ContentList;

namespace Portal.Contents.Queries;

/// <summary>Published content for programs: lists in two queries and one per type with phases, single items in two.</summary>
public sealed class PublicContent(PortalDb db, PublishedContent published, Aliases aliases, IEnumerable<IContentListFacts> facts, TimeProvider clock)
{
    sealed record Row(string ContentItemId, string LocalizationSet, string ContentType, string DisplayText, string Culture, string Path, DateTime? PublishedUtc, string LatinTitle);

    public async Task<ContentList> ListAsync(ContentListInput input, CancellationToken cancel)
    {
        var culture = input.Culture?.ContentCode;
        var items = Shown.Where(i => (input.Type == null || i.ContentType == input.Type) && (culture == null || i.Culture == culture));
        if (input.Alias is { } alias)
        {
            var holder = await aliases.FindAsync(alias, cancel);
            items = items.Where(i => i.ContentItemId == holder);
        }

        var total = await items.CountAsync(cancel);
        var rows = await (from item in items
                          join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                          join listed in db.ContentItemIndex on item.ContentItemId equals listed.ContentItemId into lists
                          from listed in lists.DefaultIfEmpty()
                          orderby item.PublishedUtc descending, item.ContentItemId
                          select new Row(item.ContentItemId, item.LocalizationSet, item.ContentType, version.DisplayText, item.Culture, item.PublishedPath!, item.PublishedUtc, listed == null ? "" : listed.LatinTitle))
            .Skip((input.Page - 1) * input.PageSize).Take(input.PageSize).ToListAsync(cancel);

        var phases = await PhasesAsync(rows.Select(r => (r.ContentType, r.LocalizationSet)), cancel);
        return new([.. rows.Select(row =>
        {
            var shownIn = ShownIn(row.Culture, input.Culture);
            return new PublicContentItem
            {
                ContentItemId = row.ContentItemId, LocalizationSet = row.LocalizationSet, ContentType = row.ContentType, DisplayText = shownIn.Render(row.DisplayText, row.LatinTitle),
                Culture = shownIn.Code, Path = $"/{shownIn.Code}/{row.Path}", PublishedUtc = row.PublishedUtc, Phase = phases.GetValueOrDefault(row.LocalizationSet),
            };
        })], input.Page, input.PageSize, total);
    }

    /// <param name="id">Id of any member of a set, or of the set, or <see cref="Aliases.Handle"/> with the alias of a member.</param>
    /// <param name="culture">Null = the culture of the member that has this id.</param>
    public async Task<Result<PublicContentDocument>> FindAsync(string id, Culture? culture, CancellationToken cancel)
    {
        if (id.StartsWith(Aliases.Handle, StringComparison.Ordinal))
        {
            if (await aliases.FindAsync(id[Aliases.Handle.Length..], cancel) is not { } holder) return ContentStore.NoSuchItem;
            id = holder;
        }

        var members = await (from item in Shown
                             join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                             join listed in db.ContentItemIndex on item.ContentItemId equals listed.ContentItemId into lists
                             from listed in lists.DefaultIfEmpty()
                             where db.ContentItems.Any(i => i.LocalizationSet == item.LocalizationSet && (i.ContentItemId == id || i.LocalizationSet == id))
                             orderby item.Culture
                             select new Row(item.ContentItemId, item.LocalizationSet, item.ContentType, version.DisplayText, item.Culture, item.PublishedPath!, item.PublishedUtc, listed == null ? "" : listed.LatinTitle)).ToListAsync(cancel);
        if (members.Count == 0) return ContentStore.NoSuchItem;

        var wanted = culture?.ContentCode ?? members.FirstOrDefault(m => m.ContentItemId == id)?.Culture;
        if (wanted is null) return Problem.Invalid([ContentListInput.UnknownCulture()]);
        if (members.FirstOrDefault(m => m.Culture == wanted) is not { } row)
        {
            return Problem.NotFound("This item is not published in {0}. It can be read in: {1}.", (culture ?? ShownIn(wanted, null)).Code, string.Join(", ", members.Select(m => m.Culture)));
        }

        var phases = await PhasesAsync([(row.ContentType, row.LocalizationSet)], cancel);
        var shownIn = ShownIn(row.Culture, culture);
        return new PublicContentDocument
        {
            ContentItemId = row.ContentItemId, LocalizationSet = row.LocalizationSet, ContentType = row.ContentType, DisplayText = shownIn.Render(row.DisplayText, row.LatinTitle),
            Culture = shownIn.Code, Path = $"/{shownIn.Code}/{row.Path}", PublishedUtc = row.PublishedUtc, Phase = phases.GetValueOrDefault(row.LocalizationSet),
            Parts = await PartsAsync(row.ContentItemId, cancel),
        };
    }

    /// <summary>What anybody can read on the pages by now.</summary>
    IQueryable<ContentItem> Shown
    {
        get
        {
            var secret = db.ContentItemIndex.NotYetShown(clock.UtcNow).Select(i => i.ContentItemId);
            return db.ContentItems.Where(i => i.PublishedPath != null && !secret.Contains(i.ContentItemId));
        }
    }

    async Task<JsonObject> PartsAsync(string contentItemId, CancellationToken cancel) => (await published.FindAsync(contentItemId, cancel, asWritten: true))!.Document.Content;

    async Task<Dictionary<string, string>> PhasesAsync(IEnumerable<(string Type, string Set)> rows, CancellationToken cancel)
    {
        var byType = rows.ToLookup(r => r.Type, r => r.Set, StringComparer.Ordinal);
        var phases = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var knower in facts.Where(f => byType.Contains(f.ContentType)))
        {
            foreach (var (set, phase) in await knower.PhasesAsync([.. byType[knower.ContentType].Distinct(StringComparer.Ordinal)], cancel)) phases[set] = phase;
        }

        return phases;
    }

    /// <summary>A rendering is asked for by name; else every item is shown in the culture it is written in.</summary>
    static Culture ShownIn(string contentCode, Culture? asked) =>
        asked ?? (Culture.TryFrom(contentCode, out var own) ? own : Culture.En);
}
