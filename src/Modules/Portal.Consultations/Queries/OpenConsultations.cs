using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Caching;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Consultations.Models;

namespace Portal.Consultations.Queries;

/// <summary>What is open for comment now, and what will be, for the home page.</summary>
public sealed class OpenConsultations(PortalDb db, ContentList list, ContentEntries entries, PageCaching caching, TimeProvider clock) : IContentSection
{
    const int Most = 3;

    public bool AppliesTo(string contentType) => contentType == "Home";

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var now = clock.UtcNow;
        caching.Tag(Tags.Type(nameof(Consultation)));
        caching.ChangesAt(await list.NextChangeAsync(nameof(Consultation), page.Culture, now, cancel));
        var rows = await db.ContentItemIndex.AsNoTracking().OfType(nameof(Consultation), now).Where(i => i.Culture == page.Culture.ContentCode && i.EndsUtc > now)
            .InOrder(ListOrder.Schedule, page.Culture, now).Take(Most).ToListAsync(cancel);
        return [new("open", null, "_OpenConsultations", await entries.OfAsync(rows, page.Culture, cancel))];
    }
}
