using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;

namespace Portal.Site.Sections;

public sealed record TopicsView(IReadOnlyList<ContentName> Themes, IReadOnlyList<ContentName> Municipalities);

/// <summary>The themes and municipalities of an item as links, on the page of every type that carries them.</summary>
public sealed class TopicsOfItem(PortalDb db, ContentTypes types, ContentNames names) : IContentSection
{
    const string Themes = $"{nameof(TopicsPart)}.{nameof(TopicsPart.Themes)}", Municipalities = $"{nameof(TopicsPart)}.{nameof(TopicsPart.Municipalities)}";

    public bool AppliesTo(string contentType) => types.Find(contentType)?.Pickers.Any(p => p.Part == nameof(TopicsPart)) == true;

    public async Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel)
    {
        var topics = await db.ContentReferences.AsNoTracking().Where(r => r.LocalizationSet == page.Set && (r.Field == Themes || r.Field == Municipalities)).ToListAsync(cancel);
        var known = await names.InAsync(page.Culture, topics.Select(t => t.Target), cancel);
        var view = new TopicsView(Of(Themes), Of(Municipalities));
        return view.Themes.Count + view.Municipalities.Count == 0 ? [] : [new("topics", null, "_Topics", view)];

        IReadOnlyList<ContentName> Of(string field) =>
            [.. topics.Where(t => t.Field == field).Select(t => known.GetValueOrDefault(t.Target)).OfType<ContentName>().OrderBy(n => n.Name, StringComparer.Create(page.Culture.FormatCulture, ignoreCase: true))];
    }
}
