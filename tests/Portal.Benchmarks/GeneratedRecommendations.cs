using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Benchmarks;

/// <summary>Twenty thousand recommendations: from 20 organisations to 60 institutions, with ten themes and 38 municipalities, half of them with an answer. As many as a region writes in decades.</summary>
static class GeneratedRecommendations
{
    public const string List = "en/recommendations";

    public const int Number = 20_000;

    const int Institutions = 60, Organisations = 20, Themes = 10, Municipalities = 38;

    /// <summary>The first day; one is issued every few hours until the year in which benchmarks began.</summary>
    static readonly DateOnly Start = new(2016, 1, 1);

    public static IEnumerable<JsonObject> All() =>
    [
        .. Range(Institutions).Select(n => Named("Organisation", "institution", n, "organisations")),
        .. Range(Organisations).Select(n => Named("Organisation", "asker", n, "organisations")),
        .. Range(Themes).Select(n => Named("Theme", "theme", n, "themes")),
        .. Range(Municipalities).Select(n => Named("Municipality", "municipality", n, "municipalities")),
        .. Range(Number).Select(Recommendation),
        .. Range(Number).Where(n => n % 2 == 0).Select(Answer),
    ];

    static IEnumerable<int> Range(int count) => Enumerable.Range(0, count);

    static JsonObject Named(string type, string set, int n, string slug) => Item(type, $"{set}-{n}", $"Generated {set} {n}", $"en/{slug}/{set}-{n}");

    static JsonObject Recommendation(int n)
    {
        var item = Item("Recommendation", $"recommendation-{n}", $"Generated institution {n % Institutions} should publish figure {n} every year.", $"{List}/generated-{n}");
        item["Recommendation"] = new JsonObject { ["Addressees"] = Sets($"institution-{n % Institutions}"), ["Issued"] = Day(n, 0), ["Due"] = Day(n, 300) };
        item["OrganisationPart"] = new JsonObject { ["Organisation"] = Sets($"asker-{n % Organisations}") };
        item["TopicsPart"] = new JsonObject { ["Themes"] = Sets($"theme-{n % Themes}", $"theme-{(n + 3) % Themes}"), ["Municipalities"] = Sets($"municipality-{n % Municipalities}") };
        item["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = "Without the figure nobody can tell whether anything has changed." };
        return item;
    }

    static JsonObject Answer(int n) => new()
    {
        ["ContentItemId"] = $"answer-{n}", ["ContentType"] = "RecommendationChange", ["Published"] = true,
        ["RecommendationChange"] = new JsonObject
        {
            ["Recommendation"] = Sets($"recommendation-{n}"), ["Date"] = Day(n, 20), ["Status"] = new JsonObject { ["Text"] = n % 4 == 0 ? "accepted" : "acknowledged" }, ["SaidBy"] = Sets($"institution-{n % Institutions}"),
        },
    };

    static JsonObject Item(string type, string id, string title, string path) => new()
    {
        ["ContentItemId"] = id, ["ContentItemVersionId"] = id + "-v1", ["ContentType"] = type, ["DisplayText"] = title, ["Latest"] = true, ["Published"] = true, ["PublishedUtc"] = "2026-01-01T00:00:00Z",
        ["TitlePart"] = new JsonObject { ["Title"] = title }, ["AutoroutePart"] = new JsonObject { ["Path"] = path }, ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = id, ["Culture"] = "en" },
    };

    static JsonObject Sets(params string[] sets) => new() { ["LocalizationSets"] = new JsonArray([.. sets.Select(s => (JsonNode)s)]) };

    static JsonObject Day(int n, int later) => new() { ["Value"] = Start.AddDays((n * 3650 / Number) + later).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
}
