using System.Globalization;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site.Queries;

/// <param name="When">The date as far as it is known.</param>
/// <param name="Tells">The item that it tells of.</param>
public sealed record TimelineEntryView(string Title, string When, RenderedText Body, string Description, ContentName? Tells, string JsonLd, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>One entry of the timeline: two queries, and one per module that adds to it.</summary>
public sealed class TimelinePage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, ContentNames names, MarkdownRenderer markdown, SchemaOrg schema)
{
    public async Task<TimelineEntryView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, part) = (route.Culture, document.As<TimelineEntry>() ?? new());
        var tells = part.Item?.LocalizationSets.FirstOrDefault() is { } set ? (await names.InAsync(culture, [set], cancel)).GetValueOrDefault(set) : null;
        var title = culture.Render(document.DisplayText);
        return new(
            title, WhenOf(part, culture), markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), culture.Render(Excerpt.ForPrograms(document)), tells,
            await schema.OfAsync("Article", culture, item, new() { ["headline"] = title, ["temporalCoverage"] = TemporalOf(part) }),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }

    /// <returns>Day, month or year, as precisely as the entry says; empty without a date.</returns>
    public static string WhenOf(TimelineEntry entry, Culture culture) => entry.Date?.Day is { } day ? DatePrecisions.Say(day, entry.Precision?.Text, culture) : "";

    /// <summary>ISO 8601, no finer than what is known.</summary>
    static string? TemporalOf(TimelineEntry entry) =>
        entry.Date?.Day?.ToString(entry.Precision?.Text switch { "year" => "yyyy", "month" => "yyyy-MM", _ => "yyyy-MM-dd" }, CultureInfo.InvariantCulture);
}
