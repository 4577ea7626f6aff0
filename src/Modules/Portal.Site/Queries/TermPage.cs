using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Site.Models;

namespace Portal.Site.Queries;

/// <param name="Names">Its names in the other languages.</param>
/// <param name="Country">English message id; null for themes.</param>
/// <param name="Whole">The term that it is part of.</param>
/// <param name="Parts">The terms that are part of it, in the order of the reader's language.</param>
public sealed record TermView(
    string ContentType, string Title, RenderedText About, string Description, IReadOnlyList<(string Name, Culture Culture)> Names, string? Country, decimal? Population, decimal? PopulationYear, string JsonLd, ContentName? Whole, IReadOnlyList<ContentName> Parts,
    IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of a theme or a municipality: two queries, and those of what is gathered there.</summary>
public sealed class TermPage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown, SchemaOrg schema, TermTree terms, ContentNames names)
{
    public async Task<TermView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, place) = (route.Culture, document.As<Municipality>());
        var title = culture.Render(document.DisplayText);
        var members = await siblings.OfAsync(route.Set, cancel);
        var (parts, whole) = ((await terms.WithinAsync(route.Set, cancel)).Skip(1).ToList(), document.As<TermPart>()?.ParentSet);
        var known = await names.InAsync(culture, [.. parts, whole], cancel);
        return new(
            route.ContentType, title, markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), culture.Render(Excerpt.ForPrograms(document)), OtherNames(members, culture, title),
            place is null ? null : Countries.NameOf(place.Country?.Text), place?.Population?.Value, place?.PopulationYear?.Value,
            await schema.OfAsync(place is null ? "DefinedTerm" : "Place", culture, item, new() { ["name"] = title, ["geo"] = Geo(place?.Location) }),
            whole is null ? null : known.GetValueOrDefault(whole),
            [.. parts.Select(p => known.GetValueOrDefault(p)).OfType<ContentName>().OrderBy(n => n.Name, StringComparer.Create(culture.FormatCulture, ignoreCase: true))],
            members, await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }

    static List<(string, Culture)> OtherNames(IEnumerable<Sibling> members, Culture culture, string title) =>
        [.. (from member in members
             where member.Culture != culture.ContentCode && member.Title != title && Culture.TryFrom(member.Culture, out _)
             select (member.Title, Culture.All.First(c => c.Code == member.Culture))).DistinctBy(other => other.Title, StringComparer.Ordinal)];

    static JsonObject? Geo(GeoPointField? location) => location is { Latitude: { } latitude, Longitude: { } longitude }
        ? new() { ["@type"] = "GeoCoordinates", ["latitude"] = latitude, ["longitude"] = longitude } : null;
}
