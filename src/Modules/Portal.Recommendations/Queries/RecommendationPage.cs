using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Recommendations.Models;
using Portal.Recommendations.ViewModels;

namespace Portal.Recommendations.Queries;

/// <summary>One recommendation: four queries, and one per module that adds to it.</summary>
public sealed class RecommendationPage(
    PortalDb db, PublishedContent content, RecommendationRegister register, CurrentDeadlines current, SiblingAddresses siblings, ContentSections sections, ContentNames names, MarkdownRenderer markdown, SchemaOrg schema)
{
    public async Task<RecommendationView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;
        if (await register.FindAsync(route.Set, cancel) is not { } row) return null;

        var culture = route.Culture;
        var deadlines = await current.ReadAsync();
        var events = await db.RecommendationEvents.AsNoTracking().Where(e => e.LocalizationSet == route.Set).OrderBy(e => e.Number).ToListAsync(cancel);
        var named = await names.InAsync(culture, [.. row.Addressees, .. row.Organisation, row.Source, .. events.Select(e => e.SaidBySet)], cancel);
        var said = events.Select(e => SaidView.Of(e, named.GetValueOrDefault(e.SaidBySet))).ToList();
        var (organisation, source) = (row.Organisation.Select(named.GetValueOrDefault).FirstOrDefault(), row.Source is null ? null : named.GetValueOrDefault(row.Source));
        var line = StatusLine.Of(row, deadlines, culture, named);
        var (title, body) = (culture.Render(document.DisplayText), document.As<MarkdownBodyPart>()?.Markdown);
        var summary = culture.Render(Excerpt.Of(Excerpt.OfMarkdown(body), 200));
        return new(
            culture, title, summary, line, organisation, source, Track.Of(row, said), Voices.Of(row, said), said, markdown.Render(body, culture),
            await schema.OfAsync("CreativeWork", culture, item, new()
            {
                ["name"] = title, ["text"] = title, ["abstract"] = summary.Length > 0 ? summary : null, ["datePublished"] = Iso(row.Issued),
                ["author"] = organisation is null ? null : SchemaOrg.Organisation(organisation.Name),
                ["isBasedOn"] = source is null ? null : new JsonObject { ["@type"] = "CreativeWork", ["name"] = source.Name, ["url"] = source.Href },
                ["potentialAction"] = Asked(title, line),
            }),
            await siblings.OfAsync(route.Set, cancel),
            await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel));
    }

    /// <summary>What is asked for, as an action of whoever is asked. schema.org's words for where it stands say less than ours, and nothing else.</summary>
    static JsonObject Asked(string title, StatusLine line) => new()
    {
        ["@type"] = "Action",
        ["name"] = title,
        ["agent"] = new JsonArray([.. line.Addressees.Select(a => SchemaOrg.Organisation(a.Name))]),
        ["actionStatus"] = "https://schema.org/" + line.Status switch
        {
            InstitutionStatus.InProgress => "ActiveActionStatus",
            InstitutionStatus.Implemented => "CompletedActionStatus",
            InstitutionStatus.Rejected or InstitutionStatus.Lapsed => "FailedActionStatus",
            _ => "PotentialActionStatus",
        },
        ["endTime"] = line.Due is { } due ? Iso(due) : null,
    };

    static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
