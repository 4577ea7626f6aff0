using Portal.Cms.Content;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Organisations.Models;

namespace Portal.Organisations.Queries;

/// <param name="WebsiteUrl">Empty, or an address of the web.</param>
/// <param name="Contact">Lines.</param>
public sealed record OrganisationView(
    string Name, string ShortName, string Kind, MediaFile? Logo, string WebsiteUrl, string WebsiteText, IReadOnlyList<string> Contact, DateOnly? MemberSince, RenderedText About, string Description, string JsonLd,
    IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of one organisation: two queries, and one per module that adds to it.</summary>
public sealed class OrganisationPage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown, MediaFiles media, SchemaOrg schema)
{
    public async Task<OrganisationView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, part) = (route.Culture, document.As<Organisation>() ?? new());
        var name = document.DisplayText;
        var url = part.Website?.Url is { Length: > 0 } address && HtmlAllowList.IsHarmless(address) && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : "";
        var shortName = culture.Render(Organisation.AbbreviationOf(name, part.ShortName?.Text));
        return new(
            culture.Render(name), shortName, part.Kind?.Text ?? "", media.Of(part.Logo, culture) is [var logo, ..] ? logo : null,
            url, part.Website?.Text is { Length: > 0 } text ? text : url,
            [.. culture.Render(part.Contact?.Text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            part.MemberSince?.Day,
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture), culture.Render(Excerpt.ForPrograms(document)),
            await schema.OfAsync("Organization", culture, item, new() { ["name"] = culture.Render(name), ["alternateName"] = shortName.Length > 0 ? shortName : null, ["sameAs"] = url.Length > 0 ? url : null }),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }
}
