using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Checklist;
using Portal.Consultations.Indexes;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>What the page of one consultation shows of the consultation itself; comments come as content sections.</summary>
public sealed class ConsultationPage(PublishedContent content, SiblingAddresses siblings, PortalDb db, MarkdownRenderer markdown, MediaFiles media, ContentNames names, SchemaOrg schema, ConsultationPreview preview, TimeProvider clock)
{
    /// <param name="id">ContentItemId of the culture to show.</param>
    /// <param name="asIn">In a preview: the phase to show it in.</param>
    public async Task<ConsultationView?> RunAsync(string id, Culture culture, Phase? asIn, CancellationToken cancel)
    {
        var isPreview = content.IsPreviewed(id);
        if (await content.FindAsync(id, cancel) is not { Document: var document } item) return null;
        if ((document.As<Consultation>() ?? (isPreview ? new() : null)) is not { } consultation || (consultation.Milestones() ?? (isPreview ? ExampleWindow() : null)) is not { } milestones) return null;
        var phase = PhaseToShow(milestones, isPreview, asIn);
        if (isPreview) preview.Show(Facts(item.LocalizationSet, document, consultation, milestones), phase);

        var owner = document.As<OrganisationPart>()?.Set;
        var asked = consultation.Institution?.LocalizationSets.FirstOrDefault();
        var related = consultation.Related?.LocalizationSets ?? [];
        var named = await names.InAsync(culture, [owner, asked, .. related], cancel);
        var now = preview.NowFor(item.LocalizationSet);
        return new()
        {
            ContentItemId = id, Set = item.LocalizationSet, VersionId = item.VersionId, Path = item.Path, Culture = culture,
            Title = In(culture, document.DisplayText), Summary = In(culture, consultation.Summary?.Text), Decider = In(culture, consultation.Decider?.Text),
            DecisionExpected = consultation.DecisionExpected?.Day, Institution = asked is null ? null : named.GetValueOrDefault(asked), Organiser = owner is null ? null : named.GetValueOrDefault(owner),
            Milestones = milestones, Zone = consultation.Zone, Phase = phase, DaysLeft = milestones.DaysLeft(now, consultation.Zone),
            Documents = media.Of(consultation.Documents, culture), Related = [.. related.Select(r => named.GetValueOrDefault(r)).OfType<ContentName>()],
            Introduction = markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            JsonLd = await JsonLdAsync(culture, item, consultation, milestones, owner is null ? null : named.GetValueOrDefault(owner)),
            ParticipationLevel = consultation.ParticipationLevel?.Text, HasExampleWindow = consultation.Milestones() is null,
            WindowChanges = await db.WindowChanges.AsNoTracking().Where(c => c.LocalizationSet == item.LocalizationSet).OrderBy(c => c.Id).ToListAsync(cancel),
            TextVersions = await db.ContentItemVersions.CountAsync(v => v.ContentItemId == id && v.PublishedUtc != null, cancel),
            Untranslated = await UntranslatedAsync(item, cancel),
            Sections = [.. ConsultationSections.Of(document).Select(s => new ConsultationView.Section(s.SectionId, s.Number, In(culture, s.Heading), markdown.Render(s.Markdown, culture, $"s{s.Number}-")))],
        };
    }

    /// <summary>The sections that this culture has no words for yet, and where they can be read. Asks only where there are any.</summary>
    async Task<IReadOnlyList<ConsultationView.UntranslatedSection>> UntranslatedAsync(PublishedItem item, CancellationToken cancel)
    {
        var absent = ConsultationSections.Order(item.Document).Except(ConsultationSections.Of(item.Document).Select(s => s.SectionId), StringComparer.Ordinal).ToList();
        if (absent.Count == 0) return [];

        var elsewhere = new List<(Sibling Text, IReadOnlyList<ConsultationSection> Sections)>();
        foreach (var sibling in await siblings.OfAsync(item.LocalizationSet, cancel))
        {
            if (sibling.ContentItemId != item.ContentItemId && await content.FindAsync(sibling.ContentItemId, cancel) is { } other) elsewhere.Add((sibling, ConsultationSections.Of(other.Document)));
        }

        return [.. from id in absent
                   let found = elsewhere.SelectMany(e => e.Sections.Where(s => s.SectionId == id).Select(s => (e.Text, s.Number))).ToList()
                   where found.Count > 0
                   select new ConsultationView.UntranslatedSection(found[0].Number, [.. found.Select(f => f.Text)])];
    }

    /// <summary>What a preview shows before anybody has set times.</summary>
    Milestones ExampleWindow()
    {
        var today = clock.UtcNow.Date;
        return new(today, today, today.AddDays(AnnouncementRules.EnoughDays));
    }

    /// <summary>A draft that is not announced yet is previewed as it will be announced.</summary>
    Phase PhaseToShow(Milestones milestones, bool isPreview, Phase? asIn) =>
        !isPreview ? milestones.PhaseAt(clock.UtcNow) : asIn ?? (milestones.PhaseAt(clock.UtcNow) is var phase and not Phase.Draft ? phase : Phase.Announced);

    static ConsultationFacts Facts(string set, ContentDocument document, Consultation consultation, Milestones milestones) =>
        new(set, milestones, consultation.Zone, ConsultationSections.Order(document), consultation.ParticipationLevel?.Text ?? "guest", consultation.Moderation?.Text == "post");

    /// <summary>Schema.org has no word for a consultation; for its calendar it is an event, online, that anybody may attend.</summary>
    Task<string> JsonLdAsync(Culture culture, PublishedItem item, Consultation consultation, Milestones milestones, ContentName? organiser) => schema.OfAsync("Event", culture, item, new()
    {
        ["name"] = In(culture, item.Document.DisplayText), ["description"] = In(culture, consultation.Summary?.Text), ["inLanguage"] = culture.HtmlLang,
        ["startDate"] = Instant(milestones.OpensUtc), ["endDate"] = Instant(milestones.ClosesUtc), ["eventAttendanceMode"] = "https://schema.org/OnlineEventAttendanceMode",
        ["isAccessibleForFree"] = true, ["organizer"] = organiser is null ? null : SchemaOrg.Organisation(organiser.Name),
    });

    static string Instant(DateTime utc) => utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    static string In(Culture culture, string? text) => text is null ? "" : culture.IsRendering ? Transliterator.ToLatin(text) : text;
}
