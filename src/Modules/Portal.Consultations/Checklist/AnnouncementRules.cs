using Portal.Cms.Content;
using Portal.Cms.Localization;
using Portal.Consultations.Models;

namespace Portal.Consultations.Checklist;

/// <summary>What has to be, and what should be, before a consultation is announced. Pure: what is so follows from the texts and the clock.</summary>
public static class AnnouncementRules
{
    /// <summary>Days that people need to hear of a draft, read it, talk it over and write.</summary>
    public const int EnoughDays = 20;

    static readonly TimeOnly Morning = new(6, 0);

    /// <summary>English message id.</summary>
    const string Ambiguous = "People will not know which moment is meant.";

    public static IReadOnlyList<CheckItem> Of(Announcement about) => [.. Window(about), .. Clock(about), .. Persons(about), .. Text(about), .. about.Languages.SelectMany(l => Language(about, l))];

    static IEnumerable<CheckItem> Window(Announcement about)
    {
        var at = about.Editor + "#Consultation.Closes";
        if (about.Consultation.Milestones() is not { } times)
        {
            yield return new("no-window", "It is not said when the consultation opens and closes.", "Without both times there is no page and nobody can take part.", about.Editor + "#Consultation.Opens") { Blocks = true, Field = "Consultation.Opens" };
            yield break;
        }

        if (!about.IsAnnounced && times.ClosesUtc <= about.Now)
            yield return new("closed-already", "The closing time has passed.", "Nobody could take part in what is announced.", at) { Blocks = true, Field = "Consultation.Closes" };

        var days = (int)Math.Floor((times.ClosesUtc - times.OpensUtc).TotalDays);
        if (days < EnoughDays) yield return new("short-window", "Days that it is open: {0}.", "People have to hear of it, read it and talk it over; three weeks are the least that is usual.", at) { Args = [days] };

        var last = Dates.ToWall(times.ClosesUtc.AddTicks(-1), about.Consultation.Zone);
        var wall = Dates.ToWall(times.ClosesUtc, about.Consultation.Zone);
        if (TimeOnly.FromDateTime(wall) < Morning)
            yield return new("closes-at-night", "It closes at {0}, at night.", "Midnight is misread by a day, and nobody is there to help whoever is late. 23:59 or noon is understood.", at) { Args = [TimeOnly.FromDateTime(wall)] };

        var day = DateOnly.FromDateTime(last);
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
            yield return new("closes-at-weekend", "It closes on a weekend, on {0}.", "Offices that people ask for help are closed then.", at) { Args = [day] };
        foreach (var holiday in PublicHolidays.On(day).DistinctBy(h => h.Name + string.Concat(h.Places), StringComparer.Ordinal))
        {
            yield return new("closes-on-holiday", holiday.IsEstimate ? "It closes on or about a holiday: {0} ({1})." : "It closes on a holiday: {0} ({1}).", "Who celebrates has one day less, and offices are closed.", at)
            {
                Args = [new Word(holiday.Name), holiday.Places.Select(p => new Word(p)).ToList()],
            };
        }
    }

    /// <summary>Times that the clock skips or shows twice, when it is put forward or back.</summary>
    static IEnumerable<CheckItem> Clock(Announcement about)
    {
        foreach (var (name, time) in new[] { ("Opens", about.Consultation.Opens), ("Closes", about.Consultation.Closes) })
        {
            if (time?.Value is not { Kind: not DateTimeKind.Utc } wall) continue;
            var (kind, at, shown) = (Dates.KindOf(wall, about.Consultation.Zone), $"{about.Editor}#Consultation.{name}", TimeOnly.FromDateTime(wall));
            if (kind == WallTime.Skipped) yield return new("skipped-time", "The clock is put forward on that day and skips {0}.", Ambiguous, at) { Args = [shown] };
            if (kind == WallTime.Repeated) yield return new("repeated-time", "The clock is put back on that day and shows {0} twice.", Ambiguous, at) { Args = [shown] };
        }
    }

    static IEnumerable<CheckItem> Persons(Announcement about)
    {
        if (about.Consultation.Institution?.LocalizationSets is not { Count: > 0 })
            yield return new("no-institution", "No institution is named that the consultation addresses.", "People want to know whom they speak to, and somebody has to answer.", about.Editor + "#Consultation.Institution") { Blocks = !about.IsAnnounced, Field = "Consultation.Institution" };
        if (about.Consultation.DecisionExpected?.Day is null)
            yield return new("no-decision-day", "It is not said when the decision is expected.", "Who takes part wants to know when they will hear.", about.Editor + "#Consultation.DecisionExpected");
    }

    static IEnumerable<CheckItem> Text(Announcement about)
    {
        var sections = ConsultationSections.Of(about.Document);
        var hasIntroduction = about.Document.As<MarkdownBodyPart>()?.Markdown is { Length: > 0 };
        if (!hasIntroduction && sections.All(s => string.IsNullOrWhiteSpace(s.Markdown)) && about.Consultation.Documents?.Paths is not { Count: > 0 })
            yield return new("no-text", "There is nothing to comment on: no section has a text, and there is no introduction.", "People comment on what they can read.", about.Editor + "/document") { Blocks = !about.IsAnnounced, Field = "Sections" };
        else if (sections.Count == 0)
            yield return new("no-sections", "The document is not divided into sections.", "A comment on one section says what it is about, and is easier to answer.", about.Editor + "/document");

        var order = ConsultationSections.Order(about.Document);
        var stray = about.Document.As<BagPart>(Consultation.Sections)?.Items.Where(i => !order.Contains(i.Id, StringComparer.Ordinal)).Select(i => i.Document.DisplayText).ToList() ?? [];
        if (stray.Count > 0)
            yield return new("stray-sections", "These sections were taken out in another language and are not shown: {0}.", "Readers do not see them.", about.Editor + "#Sections") { Args = [string.Join(", ", stray)] };
    }

    static IEnumerable<CheckItem> Language(Announcement about, LanguageState language)
    {
        if (language.ContentItemId is not { } id)
        {
            yield return new("no-translation", "There is no text in this language: {0}.", "Nobody should have to take part in the language of another.", $"/admin/content/new/Consultation?culture={language.Code}&from={Uri.EscapeDataString(about.ContentItemId)}") { Args = [language.NativeName] };
            yield break;
        }

        var editor = $"/admin/content/{Uri.EscapeDataString(id)}";
        if (!language.IsPublic && id != about.ContentItemId)
            yield return new("not-public", "The text in this language is not public yet: {0}.", "Languages that appear later are read by fewer people.", editor) { Args = [language.NativeName] };
        if (language.IsStale) yield return new("stale", "The text it was translated from has changed: {0}.", "Two languages would say different things about the same draft.", editor) { Args = [language.NativeName] };
        if (language.Missing.Count > 0) yield return new("missing-sections", "Sections without a translation, {0}: {1}.", "They are left out on the page of that language.", editor + "#Sections") { Args = [language.NativeName, string.Join(", ", language.Missing)] };
        if (language.Empty.Count > 0) yield return new("empty-sections", "Sections without a text, {0}: {1}.", "A heading alone gives nothing to comment on.", editor + "#Sections") { Args = [language.NativeName, string.Join(", ", language.Empty)] };
        if (!language.HasSummary) yield return new("no-summary", "There is no summary: {0}.", "It is what people read in lists, in search and in the mail that announces it.", editor + "#Consultation.Summary") { Args = [language.NativeName] };
        if (!language.HasDecider) yield return new("no-decider", "It is not said who decides in the end: {0}.", "Who takes part wants to know what becomes of their words.", editor + "#Consultation.Decider") { Args = [language.NativeName] };
    }
}
