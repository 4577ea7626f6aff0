using Portal.Cms.Localization;

namespace Portal.Cms.Display;

/// <summary>The page that asks for content sections.</summary>
/// <param name="SectionIds">Ids of the page's own numbered sections, if it has any.</param>
public sealed record ContentPage(string ContentType, string Set, Culture Culture, IReadOnlyList<string> SectionIds);

/// <summary>A piece of a page that another module adds.</summary>
/// <param name="Zone">Where on the page: a name that the page's view knows.</param>
/// <param name="Key">Which of the page's own sections it belongs to; null = the page as a whole.</param>
public sealed record SectionPart(string Zone, string? Key, string PartialView, object Model);

/// <summary>Lets a module show what it knows on pages of other modules: one query for the page, one partial view per piece. The page does not know who registered.</summary>
public interface IContentSection
{
    bool AppliesTo(string contentType);

    /// <summary>Called once per page, however many sections the page has. What it gives is kept and shown to every visitor: it knows nothing of who asks; the partial view may ask that.</summary>
    Task<IReadOnlyList<SectionPart>> LoadAsync(ContentPage page, CancellationToken cancel);
}

/// <summary>The pieces that all modules add to one page.</summary>
public sealed class PageSections(IReadOnlyList<SectionPart> parts)
{
    public IEnumerable<SectionPart> In(string zone, string? key = null) => parts.Where(p => p.Zone == zone && p.Key == key);
}

/// <summary>Asks every registered content section for its pieces.</summary>
public sealed class ContentSections(IEnumerable<IContentSection> sections)
{
    public async Task<PageSections> ForAsync(ContentPage page, CancellationToken cancel)
    {
        var parts = new List<SectionPart>();
        foreach (var section in sections.Where(s => s.AppliesTo(page.ContentType))) parts.AddRange(await section.LoadAsync(page, cancel));
        return new(parts);
    }
}
