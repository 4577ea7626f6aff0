using System.Text.Json.Nodes;
using Portal.Cms.Content;
using Portal.Consultations.Checklist;

namespace Portal.UnitTests.Consultations;

public class AnnouncementRulesTests
{
    static readonly DateTime Now = new(2026, 6, 1, 10, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void A_consultation_that_has_everything_has_nothing_on_its_list() => Keys(Complete()).ShouldBe("");

    [Theory]
    [InlineData("2026-06-10T09:00:00", "2026-06-18T23:59:00", "short-window")]
    [InlineData("2026-06-10T09:00:00", "2026-07-11T00:00:00", "closes-at-night")]
    [InlineData("2026-06-10T09:00:00", "2026-07-11T12:00:00", "closes-at-weekend")]
    [InlineData("2026-10-10T09:00:00", "2026-11-11T12:00:00", "closes-on-holiday")]
    [InlineData("2026-10-10T09:00:00", "2026-11-11T03:00:00", "closes-on-holiday,closes-at-night")]
    [InlineData("2026-02-10T09:00:00", "2026-03-20T12:00:00", "closes-on-holiday,closes-on-holiday", "2026-01-01")]
    [InlineData("2026-02-10T09:00:00", "2026-03-29T02:30:00", "closes-at-weekend,closes-at-night,skipped-time", "2026-01-01")]
    [InlineData("2026-09-10T09:00:00", "2026-10-25T02:30:00", "closes-at-weekend,closes-at-night,repeated-time")]
    [InlineData("2026-04-10T09:00:00", "2026-05-28T12:00:00", "!closed-already,closes-on-holiday")]
    public void Times_that_people_would_trip_over_are_named(string opens, string closes, string expected, string? today = null)
    {
        var now = today is null ? Now : new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var keys = Keys(Complete(p => (p["Opens"], p["Closes"]) = (Value(opens), Value(closes)), now)).Split(',').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        keys.ShouldBe(expected.Split(',').Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_times_institution_or_text_nothing_is_announced()
    {
        var bare = new Announcement("id", "set", new ContentDocument(new JsonObject { ["Consultation"] = new JsonObject() }), false, [], Now);
        AnnouncementRules.Of(bare).Where(i => i.Blocks).Select(i => i.Key).ShouldBe(["no-window", "no-institution", "no-text"], ignoreOrder: true);
        AnnouncementRules.Of(bare).ShouldAllBe(i => i.Href.StartsWith("/admin/content/id", StringComparison.Ordinal) && i.Why.Length > 0);
    }

    [Fact]
    public void What_a_language_lacks_is_named_with_the_numbers_of_its_sections()
    {
        var items = AnnouncementRules.Of(Complete() with
        {
            Languages = [new("Shqip", "sq", null, false, false, [], [], false, false), new("Bosanski", "bs", "bs-id", false, true, [2, 5], [3], false, false)],
        });
        items.Select(i => i.Key).ShouldBe(["no-translation", "not-public", "stale", "missing-sections", "empty-sections", "no-summary", "no-decider"]);
        items.Single(i => i.Key == "missing-sections").Args.ShouldBe(["Bosanski", "2, 5"]);
        items[0].Href.ShouldBe("/admin/content/new/Consultation?culture=sq&from=id");
        items.ShouldAllBe(i => !i.Blocks);
    }

    [Fact]
    public void A_section_that_another_language_took_out_is_named()
    {
        var items = AnnouncementRules.Of(Complete(p => p["SectionOrder"] = new JsonObject { ["Values"] = new JsonArray("other") }));
        items.ShouldContain(i => i.Key == "stray-sections" && (string)i.Args[0] == "Storage");
    }

    static string Keys(Announcement about) => string.Join(',', AnnouncementRules.Of(about).Select(i => (i.Blocks ? "!" : "") + i.Key));

    static Announcement Complete(Action<JsonObject>? change = null, DateTime? now = null)
    {
        var part = new JsonObject
        {
            ["TimeZone"] = new JsonObject { ["Text"] = "Europe/Belgrade" }, ["Opens"] = Value("2026-06-10T09:00:00"), ["Closes"] = Value("2026-07-10T23:59:00"),
            ["Institution"] = new JsonObject { ["LocalizationSets"] = new JsonArray("ministry") }, ["DecisionExpected"] = Value("2026-10-01T00:00:00"), ["SectionOrder"] = new JsonObject { ["Values"] = new JsonArray("s1") },
        };
        change?.Invoke(part);
        var document = new ContentDocument(new JsonObject
        {
            ["Consultation"] = part,
            ["Sections"] = new JsonObject { ["ContentItems"] = new JsonArray(new JsonObject { ["ContentItemId"] = "s1", ["TitlePart"] = new JsonObject { ["Title"] = "Storage" }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "Text." } }) },
        });
        return new("id", "set", document, false, [new("English", "en", "id", false, false, [], [], true, true)], now ?? Now);
    }

    static JsonObject Value(string time) => new() { ["Value"] = time };
}
