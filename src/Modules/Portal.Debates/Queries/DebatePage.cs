using System.Globalization;
using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Cms.Data;
using Portal.Cms.Display;
using Portal.Cms.Display.Lists;
using Portal.Cms.Localization;
using Portal.Debates.Models;

namespace Portal.Debates.Queries;

/// <param name="Starts">On the wall clock of the place; empty where it is not set.</param>
public sealed record AgendaView(string Starts, string Title, string Description, IReadOnlyList<string> Speakers);

/// <param name="Of">English message id of whom the figure counts.</param>
public sealed record ParticipationFigure(string Of, int Count);

/// <param name="Languages">Codes of <see cref="SpokenLanguages"/>.</param>
public sealed record DebateView(Culture Culture, string ContentItemId, string Title, string Kind, string Summary, DebateTimes? Times, string Place, string OnlineUrl)
{
    public required DebateState? State { get; init; }
    public required RegistrationState Registration { get; init; }
    public int? Capacity { get; init; }
    public IReadOnlyList<string> Languages { get; init; } = [];
    public IReadOnlyList<string> Interpretation { get; init; } = [];
    public ContentName? Organiser { get; init; }
    public IReadOnlyList<ContentName> Partners { get; init; } = [];
    public string Accessibility { get; init; } = "";
    public string AttributionRule { get; init; } = "";
    public RenderedText Description { get; init; } = RenderedText.Empty;
    public IReadOnlyList<AgendaView> Agenda { get; init; } = [];
    public RenderedText Report { get; init; } = RenderedText.Empty;
    public IReadOnlyList<ParticipationFigure> Participation { get; init; } = [];
    public IReadOnlyList<MediaFile> Documents { get; init; } = [];
    public IReadOnlyList<MediaFile> Photos { get; init; } = [];
    public string JsonLd { get; init; } = "";
    public required IReadOnlyList<Sibling> Siblings { get; init; }
    public required PageSections Sections { get; init; }

    public bool NamesAreHidden => AttributionRule != AttributionRules.OnTheRecord;
}

/// <summary>The page of one debate: two queries, and one per module that adds to it.</summary>
public sealed class DebatePage(PublishedContent content, SiblingAddresses siblings, ContentSections sections, ContentNames names, MarkdownRenderer markdown, MediaFiles media, SchemaOrg schema, TimeProvider clock)
{
    public async Task<DebateView?> RunAsync(ContentRoute route, CancellationToken cancel)
    {
        if (await content.FindAsync(route.Id!, cancel) is not { Document: var document } item) return null;

        var (culture, part, now) = (route.Culture, document.As<Debate>() ?? new(), clock.UtcNow);
        var (organiser, partners) = (document.As<OrganisationPart>()?.Set, part.Partners?.LocalizationSets ?? []);
        var named = await names.InAsync(culture, [organiser, .. partners], cancel);
        var times = DebateTimes.Of(part);
        var view = new DebateView(
            culture, item.ContentItemId, culture.Render(document.DisplayText), part.Kind?.Text ?? "", In(culture, part.Summary), times, In(culture, part.Place), WebAddress(part.OnlineLink))
        {
            State = times?.StateAt(now), Registration = times?.RegistrationAt(now) ?? RegistrationState.None,
            Capacity = Whole(part.Capacity),
            Languages = part.Languages?.Values ?? [], Interpretation = part.Interpretation?.Values ?? [],
            Organiser = organiser is null ? null : named.GetValueOrDefault(organiser),
            Partners = [.. partners.Select(named.GetValueOrDefault).OfType<ContentName>()],
            Accessibility = In(culture, part.Accessibility), AttributionRule = part.AttributionRule?.Text ?? "",
            Description = markdown.Render(document.As<MarkdownBodyPart>()?.Markdown, culture),
            Agenda = [.. Agenda(document, culture)],
            Report = markdown.Render(part.Report?.Markdown, culture, "report-"),
            Participation = [.. Participation(part)],
            Documents = media.Of(part.Documents, culture), Photos = media.Of(part.Photos, culture),
            Siblings = await siblings.OfAsync(route.Set, cancel), Sections = await sections.ForAsync(new(route.ContentType, route.Set, culture, []), cancel),
        };
        return view with { JsonLd = await schema.OfAsync("Event", culture, item, EventOf(view)) };
    }

    static IEnumerable<AgendaView> Agenda(ContentDocument document, Culture culture) =>
        from contained in document.As<BagPart>(Debate.Agenda)?.Items ?? []
        let item = contained.Document.As<AgendaItem>()
        select new AgendaView(
            item?.Starts?.Text?.Trim() ?? "", culture.Render(contained.Document.DisplayText), In(culture, item?.Description),
            [.. (item?.Speakers?.Values ?? []).Where(s => !string.IsNullOrWhiteSpace(s)).Select(s => culture.Render(s.Trim()))]);

    static IEnumerable<ParticipationFigure> Participation(Debate part)
    {
        if (Whole(part.ParticipantsTotal) is { } total) yield return new("Participants", total);
        if (Whole(part.ParticipantsWomen) is { } women) yield return new("Women", women);
        if (Whole(part.ParticipantsYouth) is { } youth) yield return new("Young people", youth);
        if (Whole(part.ParticipantsMinority) is { } minority) yield return new("From minority communities", minority);
    }

    /// <summary>The debate as schema.org's <c>Event</c>. It never names speakers: programs that read it know nothing of the rule.</summary>
    static JsonObject EventOf(DebateView view) => new()
    {
        ["name"] = view.Title,
        ["description"] = view.Summary.Length > 0 ? view.Summary : null,
        ["startDate"] = view.Times is { } times ? Instant(times.StartsUtc, times) : null,
        ["endDate"] = view.Times is { } until ? Instant(until.EndsUtc, until) : null,
        ["eventStatus"] = "https://schema.org/EventScheduled",
        ["eventAttendanceMode"] = "https://schema.org/" + (view.OnlineUrl.Length == 0 ? "OfflineEventAttendanceMode" : view.Place.Length == 0 ? "OnlineEventAttendanceMode" : "MixedEventAttendanceMode"),
        ["location"] = new JsonArray([.. Locations(view)]),
        ["organizer"] = view.Organiser is { } organiser ? SchemaOrg.Organisation(organiser.Name) : null,
        ["inLanguage"] = view.Languages.Count > 0 ? new JsonArray([.. view.Languages.Select(l => (JsonNode)l)]) : null,
        ["maximumAttendeeCapacity"] = view.Capacity,
    };

    static IEnumerable<JsonNode> Locations(DebateView view)
    {
        if (view.Place.Length > 0) yield return new JsonObject { ["@type"] = "Place", ["name"] = view.Place, ["address"] = view.Place };
        if (view.OnlineUrl.Length > 0) yield return new JsonObject { ["@type"] = "VirtualLocation", ["url"] = view.OnlineUrl };
    }

    /// <summary>ISO 8601: a day where no hour is known, else the instant.</summary>
    static string Instant(DateTime utc, DebateTimes times) => times.IsWholeDays
        ? (utc == times.StartsUtc ? times.FirstDay : times.LastDay).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : utc.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);

    static string In(Culture culture, TextField? field) => culture.Render(field?.Text?.Trim() ?? "");

    static int? Whole(NumericField? field) => field?.Value is { } value and >= 0 and <= int.MaxValue ? (int)value : null;

    internal static string WebAddress(LinkField? link) =>
        Uri.TryCreate(link?.Url?.Trim(), UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp) ? address.AbsoluteUri : "";
}
