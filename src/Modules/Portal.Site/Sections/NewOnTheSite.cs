using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;

namespace Portal.Site.Sections;

/// <param name="Elsewhere">How many texts exist in other languages only.</param>
public sealed record NewView(IReadOnlyList<ContentEntry> Entries, int Elsewhere, string FeedHref);

/// <summary>The newest of everything that does not happen at a time of its own, on the home page.</summary>
public sealed class NewOnTheSite(PortalDb db, ContentTypes types, ContentEntries entries, PageCaching caching, TimeProvider clock) : IContentSection
{
    const int Shown = 6;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        string[] shown = [.. types.All.Where(t => t.Listing is { IsGathered: true, StatusNames.Count: 0 }).Select(t => t.Name)];
        caching.Tag(shown.Select(Tags.Type));
        var all = db.ContentItemIndex.AsNoTracking().Shown(clock.UtcNow).Where(i => shown.Contains(i.ContentType));
        var here = all.Where(i => i.Culture == page.Culture.ContentCode);
        var rows = await here.OrderByDescending(i => i.PublishedUtc).ThenBy(i => i.ContentItemId).Take(Shown).ToListAsync(cancel);
        var elsewhere = await all.Where(i => !here.Any(h => h.LocalizationSet == i.LocalizationSet)).Select(i => i.LocalizationSet).Distinct().CountAsync(cancel);
        return [new("new", null, "_NewOnTheSite", new NewView(
            [.. (await entries.OfAsync(rows, page.Culture, cancel)).Select(e => e with { Level = 3, SaysType = true, Summary = "" })], elsewhere, $"/{page.Culture.Code}{ContentRouteTransformer.FeedAddress}"))];
    }
}
