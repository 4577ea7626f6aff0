using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Cms;
using Portal.Cms.Content;
using Portal.Cms.Content.Indexing;
using Portal.Cms.Data;
using Portal.Cms.Localization;
using Portal.Debates.Models;

namespace Portal.Debates;

/// <summary>Checks debates when they are saved and published.</summary>
public sealed class DebateHandler(PortalDb db) : ContentHandler
{
    /// <summary>English message id.</summary>
    const string OneOf = "One of {0}.";

    /// <summary>English message id.</summary>
    const string Few = "A figure below {0} could single people out. Leave it out.";

    /// <summary>Groups of fewer are not published as a number.</summary>
    const int SmallestGroup = 5;

    public override async Task ValidatingAsync(ContentChange change, List<FieldError> errors, CancellationToken cancel)
    {
        if (change.Item.ContentType != nameof(Debate) || change.Document.As<Debate>() is not { } debate) return;

        CheckWords(debate, errors);
        CheckTimes(debate, errors);
        CheckNumbers(debate, errors);
        if (debate.OnlineLink?.Url is { Length: > 0 } url && !IsWebAddress(url)) errors.Add(new("Debate.OnlineLink", "An address that begins with https:// or http://."));
        foreach (var (_, item) in change.Document.As<BagPart>(Debate.Agenda)?.Items ?? [])
        {
            if (item.As<AgendaItem>()?.Starts?.Text is { Length: > 0 } time && !TimeOnly.TryParseExact(time, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
            {
                errors.Add(new("Agenda.Starts", "A time such as 10:30."));
            }
        }

        if (debate.AttributionRule?.Text != AttributionRules.OnTheRecord) NamesInReports.Check(await CulturesAsync(change, cancel), await HostsAsync(change.Document, debate, cancel), errors);
    }

    static void CheckWords(Debate debate, List<FieldError> errors)
    {
        Check("Debate.Kind", debate.Kind?.Text, DebateKinds.All);
        Check("Debate.AttributionRule", debate.AttributionRule?.Text, AttributionRules.All);
        Check("Debate.NamesVisibleTo", debate.NamesVisibleTo?.Text, NameCircles.All);
        foreach (var code in debate.Languages?.Values ?? []) Check("Debate.Languages", code, SpokenLanguages.All);
        foreach (var code in debate.Interpretation?.Values ?? []) Check("Debate.Interpretation", code, SpokenLanguages.All);
        if (debate.TimeZone?.Text is { Length: > 0 } zone && !Dates.IsZone(zone)) errors.Add(new("Debate.TimeZone", "{0} is not the name of a time zone.", zone));

        void Check(string field, string? value, IReadOnlyList<string> words)
        {
            if (!string.IsNullOrEmpty(value) && !words.Contains(value, StringComparer.Ordinal)) errors.Add(new(field, OneOf, string.Join(", ", words)));
        }
    }

    static void CheckTimes(Debate debate, List<FieldError> errors)
    {
        if (DebateTimes.Of(debate) is not { } times)
        {
            if (debate.Ends?.Value is not null) errors.Add(new("Debate.Starts", "A debate that ends has to begin."));
            return;
        }

        if (times.EndsUtc <= times.StartsUtc) errors.Add(new("Debate.Ends", "A debate ends after it begins."));
        if (times.RegistrationOpensUtc >= times.RegistrationClosesUtc) errors.Add(new("Debate.RegistrationCloses", "Registration closes after it opens."));
        if (times.RegistrationOpensUtc >= times.EndsUtc || times.RegistrationClosesUtc > times.EndsUtc) errors.Add(new("Debate.RegistrationCloses", "Registration closes before the debate is over."));
    }

    static void CheckNumbers(Debate debate, List<FieldError> errors)
    {
        if (debate.Capacity?.Value is { } capacity && (capacity < 1 || !decimal.IsInteger(capacity))) errors.Add(new("Debate.Capacity", "A whole number from {0} on.", 1));

        var total = debate.ParticipantsTotal?.Value;
        if (total is { } all && (all < 0 || !decimal.IsInteger(all))) errors.Add(new("Debate.ParticipantsTotal", "A whole number from {0} on.", 0));
        Group("Debate.ParticipantsWomen", debate.ParticipantsWomen?.Value);
        Group("Debate.ParticipantsYouth", debate.ParticipantsYouth?.Value);
        Group("Debate.ParticipantsMinority", debate.ParticipantsMinority?.Value);

        void Group(string field, decimal? value)
        {
            if (value is not { } count) return;
            if (count < 0 || !decimal.IsInteger(count)) errors.Add(new(field, "A whole number from {0} on.", 0));
            else if (count is > 0 and < SmallestGroup) errors.Add(new(field, Few, SmallestGroup));
            else if (count > total) errors.Add(new(field, "No more than took part in all."));
        }
    }

    /// <returns>The text being saved and those of the set's other cultures, published and latest: the rule is shared, and a name listed in one language must not stand in the report of another.</returns>
    async Task<IReadOnlyList<(string Culture, ContentDocument Document)>> CulturesAsync(ContentChange change, CancellationToken cancel)
    {
        var others = await (from item in db.ContentItems
                            join version in db.ContentItemVersions on item.ContentItemId equals version.ContentItemId
                            where item.LocalizationSet == change.Item.LocalizationSet && item.ContentItemId != change.Item.ContentItemId
                                && (version.VersionId == item.LatestVersionId || version.VersionId == item.PublishedVersionId)
                            select new { item.Culture, version.Json }).ToListAsync(cancel);
        return [(change.Item.Culture, change.Document), .. others.Select(o => (o.Culture, ContentDocument.Parse(o.Json)))];
    }

    async Task<IReadOnlyCollection<string>> HostsAsync(ContentDocument document, Debate debate, CancellationToken cancel)
    {
        string[] sets = [.. debate.Partners?.LocalizationSets ?? [], .. document.As<OrganisationPart>()?.Set is { } organiser ? [organiser] : Array.Empty<string>()];
        return sets.Length == 0 ? [] : await db.ContentItemIndex.Where(i => sets.Contains(i.LocalizationSet)).Select(i => i.Title).ToListAsync(cancel);
    }

    static bool IsWebAddress(string url) => Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp);
}
