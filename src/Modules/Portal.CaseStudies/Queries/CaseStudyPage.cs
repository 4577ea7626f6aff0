using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;

namespace Portal.CaseStudies.Queries;

public sealed record CaseStudyView(CaseStudyText Text, string JsonLd, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of one case study: two queries, and one per module that adds to it.</summary>
public sealed class CaseStudyPage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, ContentNames names, MarkdownRenderer markdown, MediaFiles media, SchemaOrg schema)
{
    public async Task<CaseStudyView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { } item) return null;

        var culture = route.Culture;
        var text = CaseStudyText.Of(item.Document, culture, await names.InAsync(culture, CaseStudyText.NamedIn(item.Document), cancel), markdown, media);
        return new(
            text, await schema.OfAsync("Article", culture, item, ArticleOf(text)),
            await siblings.OfAsync(route.Set, cancel), await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }

    static JsonObject ArticleOf(CaseStudyText text) => new()
    {
        ["headline"] = text.Title,
        ["abstract"] = text.Summary.Length > 0 ? text.Summary : null,
        ["temporalCoverage"] = text.Started is { } from ? $"{Day(from)}/{(text.Ended is { } to ? Day(to) : "..")}" : null,
        ["spatialCoverage"] = text.Municipalities.Count > 0 ? new JsonArray([.. text.Municipalities.Select(m => (JsonNode)new JsonObject { ["@type"] = "AdministrativeArea", ["name"] = m.Name })]) : null,
        ["sourceOrganization"] = text.Organisation is { } organisation ? SchemaOrg.Organisation(organisation.Name) : null,
    };

    static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
