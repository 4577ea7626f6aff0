using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>What the page of one consultation shows of the consultation itself; comments come as content sections.</summary>
public sealed class ConsultationPage(PortalDb db, MarkdownRenderer markdown, ContentNames names, TimeProvider clock)
{
    sealed record Row(string LocalizationSet, string? PublishedPath, string VersionId, string Json, string? PublishedJson);

    static readonly Func<PortalDb, string, CancellationToken, Task<Row?>> Find = CompiledQuery.Single((PortalDb db, string id, CancellationToken cancel) =>
        (from item in db.ContentItems
         join version in db.ContentItemVersions on item.PublishedVersionId equals version.VersionId
         join set in db.ContentSets on item.LocalizationSet equals set.LocalizationSet
         where item.ContentItemId == id
         select new Row(item.LocalizationSet, item.PublishedPath, version.VersionId, version.Json, set.PublishedJson)).SingleOrDefault());

    /// <param name="id">ContentItemId of the culture to show.</param>
    public async Task<ConsultationView?> RunAsync(string id, Culture culture, CancellationToken cancel)
    {
        var row = await Find(db, id, cancel);
        if (row is null) return null;

        var document = ContentDocument.Compose(row.Json, row.PublishedJson);
        if (document.As<Consultation>() is not { } consultation || consultation.Milestones() is not { } milestones) return null;

        var owner = document.As<OrganisationPart>()?.Set;
        var asked = consultation.Institution?.LocalizationSets.FirstOrDefault();
        var related = consultation.Related?.LocalizationSets ?? [];
        var named = await names.InAsync(culture, [owner, asked, .. related], cancel);
        var now = clock.UtcNow;
        return new()
        {
            Set = row.LocalizationSet, VersionId = row.VersionId, Path = row.PublishedPath ?? "", Culture = culture,
            Title = In(culture, document.DisplayText), Summary = In(culture, consultation.Summary?.Text), Decider = In(culture, consultation.Decider?.Text),
            DecisionExpected = consultation.DecisionExpected?.Day, Institution = asked is null ? null : named.GetValueOrDefault(asked), Organiser = owner is null ? null : named.GetValueOrDefault(owner),
            Milestones = milestones, Zone = consultation.Zone, Phase = milestones.PhaseAt(now), DaysLeft = milestones.DaysLeft(now, consultation.Zone),
            Documents = MediaFile.Of(consultation.Documents, culture), Related = [.. related.Select(r => named.GetValueOrDefault(r)).OfType<ContentName>()],
            Introduction = markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            Sections = [.. ConsultationSections.Of(document).Select(s => new ConsultationView.Section(s.SectionId, s.Number, In(culture, s.Heading), markdown.Render(s.Markdown, culture, $"s{s.Number}-")))],
        };
    }

    static string In(Culture culture, string? text) => text is null ? "" : culture.IsRendering ? Transliterator.ToLatin(text) : text;
}
