using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Debates.Models;

namespace Portal.Debates.Sections;

/// <param name="AllHref">The list of all debates.</param>
public sealed record ComingDebatesView(IReadOnlyList<ContentEntry> Entries, string AllHref);

/// <summary>The next debates, on the home page.</summary>
public sealed class ComingDebates(PortalDb db, ContentList list, ContentEntries entries, ContentTypes types, PageCaching caching, TimeProvider clock) : IContentSection
{
    const int Most = 3;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var (culture, now) = (page.Culture, clock.UtcNow);
        caching.Tag(Tags.Type(nameof(Debate)));
        caching.ChangesAt(await list.NextChangeAsync(nameof(Debate), culture, now, cancel));
        var rows = await db.ContentItemIndex.AsNoTracking().OfType(nameof(Debate), now).Where(i => i.Culture == culture.ContentCode && i.EndsUtc > now)
            .InOrder(ListOrder.Schedule, culture, now).Take(Most).ToListAsync(cancel);
        return [new("coming", null, "_ComingDebates", new ComingDebatesView(await entries.OfAsync(rows, culture, cancel), $"/{culture.Code}/{types.Find(nameof(Debate))!.SlugIn(culture)}"))];
    }
}
