using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Localization;
using Portal.Organisations.Models;

namespace Portal.Organisations.Queries;

/// <param name="WebsiteUrl">Empty, or an address of the web.</param>
public sealed record OrganisationView(string Name, string ShortName, string Kind, string Municipality, string WebsiteUrl, string WebsiteText, RenderedText About, IReadOnlyList<Sibling> Siblings, PageSections Sections);

/// <summary>The page of one organisation: two queries, and one per module that adds to it.</summary>
public sealed class OrganisationPage(PortalDb db, SiblingAddresses siblings, ContentSections sections, MarkdownRenderer markdown)
{
    public async Task<OrganisationView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        var stored = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
                            join shared in db.ContentSets on item.LocalizationSet equals shared.LocalizationSet
                            where item.ContentItemId == route.Id
                            select new { version.Json, shared.PublishedJson }).SingleOrDefaultAsync(cancel);
        if (stored is null) return null;

        var (culture, document) = (route.Culture, ContentDocument.Compose(stored.Json, stored.PublishedJson));
        var part = document.As<Organisation>() ?? new();
        var name = document.DisplayText;
        var url = part.Website?.Url is { Length: > 0 } address && HtmlAllowList.IsHarmless(address) && address.StartsWith("http", StringComparison.OrdinalIgnoreCase) ? address : "";
        return new(
            culture.Render(name),
            culture.Render(Organisation.AbbreviationOf(name, part.ShortName?.Text)),
            part.Kind?.Text ?? "",
            culture.Render(part.Municipality?.Text ?? ""),
            url,
            part.Website?.Text is { Length: > 0 } text ? text : url,
            markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }
}
