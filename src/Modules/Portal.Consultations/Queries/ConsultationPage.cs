using System.Globalization;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Consultations.Models;
using Portal.Consultations.ViewModels;

namespace Portal.Consultations.Queries;

/// <summary>What the page of one consultation shows of the consultation itself; comments come as content sections.</summary>
public sealed class ConsultationPage(PublishedContent content, MarkdownRenderer markdown, ContentNames names, SchemaOrg schema, TimeProvider clock)
{
    /// <param name="id">ContentItemId of the culture to show.</param>
    public async Task<ConsultationView?> RunAsync(string id, Culture culture, CancellationToken cancel)
    {
        if (await content.FindAsync(id, cancel) is not { Document: var document } item) return null;
        if (document.As<Consultation>() is not { } consultation || consultation.Milestones() is not { } milestones) return null;

        var owner = document.As<OrganisationPart>()?.Set;
        var asked = consultation.Institution?.LocalizationSets.FirstOrDefault();
        var related = consultation.Related?.LocalizationSets ?? [];
        var named = await names.InAsync(culture, [owner, asked, .. related], cancel);
        var now = clock.UtcNow;
        return new()
        {
            Set = item.LocalizationSet, VersionId = item.VersionId, Path = item.Path, Culture = culture,
            Title = In(culture, document.DisplayText), Summary = In(culture, consultation.Summary?.Text), Decider = In(culture, consultation.Decider?.Text),
            DecisionExpected = consultation.DecisionExpected?.Day, Institution = asked is null ? null : named.GetValueOrDefault(asked), Organiser = owner is null ? null : named.GetValueOrDefault(owner),
            Milestones = milestones, Zone = consultation.Zone, Phase = milestones.PhaseAt(now), DaysLeft = milestones.DaysLeft(now, consultation.Zone),
            Documents = MediaFile.Of(consultation.Documents, culture), Related = [.. related.Select(r => named.GetValueOrDefault(r)).OfType<ContentName>()],
            Introduction = markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            JsonLd = await JsonLdAsync(culture, item, consultation, milestones, owner is null ? null : named.GetValueOrDefault(owner)),
            Sections = [.. ConsultationSections.Of(document).Select(s => new ConsultationView.Section(s.SectionId, s.Number, In(culture, s.Heading), markdown.Render(s.Markdown, culture, $"s{s.Number}-")))],
        };
    }

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
