using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Benchmarks;

/// <summary>A recipe with a thousand items: 998 analyses, two consultations, one of them with 200 published comments.</summary>
static class GeneratedContent
{
    public const string Talked = "bench-talked", Quiet = "bench-quiet", Article = "en/analyses/bench-500", List = "en/analyses", TalkedPath = "en/consultations/bench-talked";

    public static void Write(string file)
    {
        var recipe = new JsonObject
        {
            ["name"] = "Benchmark",
            ["steps"] = new JsonArray(new JsonObject
            {
                ["name"] = "Content",
                ["data"] = new JsonArray([.. Enumerable.Range(1, 998).Select(Analysis), Consultation(Talked), Consultation(Quiet), .. Enumerable.Range(1, 200).Select(n => Comment(n)), .. GeneratedRecommendations.All()]),
            }),
        };
        File.WriteAllText(file, recipe.ToJsonString(JsonSerializerOptions.Default));
    }

    static JsonObject Analysis(int n) => Item("PolicyAnalysis", $"bench-{n}", $"Generated analysis {n}", $"en/analyses/bench-{n}", new()
    {
        ["PolicyAnalysis"] = new JsonObject
        {
            ["Kind"] = Text("study"), ["Abstract"] = Text(Words(60, n)), ["PublicationDate"] = new JsonObject { ["Value"] = new DateOnly(2020, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
            ["KeyMessages"] = new JsonObject { ["Values"] = new JsonArray(Words(15, n), Words(18, n + 1), Words(12, n + 2)) },
        },
        ["MarkdownBodyPart"] = Markdown(string.Join("\n\n", Enumerable.Range(1, 6).Select(s => $"## Section {s}\n\n{Words(120, n + s)}\n\n{Words(90, n * s)}"))),
    });

    public static JsonObject Consultation(string set) => Item("Consultation", set, $"Generated consultation {set}", $"en/consultations/{set}", new()
    {
        ["Consultation"] = new JsonObject
        {
            ["Summary"] = Text(Words(30, 7)), ["TimeZone"] = Text("Europe/Belgrade"), ["ParticipationLevel"] = Text("guest"), ["Moderation"] = Text("pre"),
            ["Opens"] = new JsonObject { ["Value"] = "2020-01-01T00:00:00" }, ["Closes"] = new JsonObject { ["Value"] = "2099-01-01T00:00:00" },
            ["SectionOrder"] = new JsonObject { ["Values"] = new JsonArray([.. Enumerable.Range(1, 6).Select(s => (JsonNode)$"s{s}")]) },
        },
        ["MarkdownBodyPart"] = Markdown(Words(80, 3)),
        ["Sections"] = new JsonObject
        {
            ["ContentItems"] = new JsonArray([.. Enumerable.Range(1, 6).Select(s => new JsonObject
            {
                ["ContentItemId"] = $"s{s}", ["ContentType"] = "Section", ["TitlePart"] = new JsonObject { ["Title"] = $"Section {s}" }, ["MarkdownBodyPart"] = Markdown(Words(100, s)),
            })]),
        },
    });

    public static JsonObject Comment(int n, string set = Talked, string state = "published") => new()
    {
        ["ContentItemId"] = $"bench-comment-{n}", ["ContentType"] = "Submission", ["Published"] = true,
        ["Submission"] = new JsonObject
        {
            ["Consultation"] = new JsonObject { ["LocalizationSets"] = new JsonArray(set) }, ["Section"] = Text($"s{(n % 6) + 1}"), ["Culture"] = Text("en"), ["Body"] = Text(Words(40, n) + "\n\n" + Words(25, n + 1)),
            ["DisplayName"] = Text($"Example {n}"), ["State"] = Text(state), ["ReceivedUtc"] = new JsonObject { ["Value"] = "2026-01-01T10:00:00Z" },
        },
    };

    static JsonObject Item(string type, string id, string title, string path, JsonObject parts)
    {
        var item = new JsonObject
        {
            ["ContentItemId"] = id, ["ContentItemVersionId"] = id + "-v1", ["ContentType"] = type, ["DisplayText"] = title, ["Latest"] = true, ["Published"] = true, ["PublishedUtc"] = "2026-01-01T00:00:00Z",
            ["TitlePart"] = new JsonObject { ["Title"] = title }, ["AutoroutePart"] = new JsonObject { ["Path"] = path }, ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = id, ["Culture"] = "en" },
        };
        foreach (var (name, part) in parts.ToList())
        {
            parts.Remove(name);
            item[name] = part;
        }

        return item;
    }

    static JsonObject Text(string text) => new() { ["Text"] = text };

    static JsonObject Markdown(string text) => new() { ["Markdown"] = text };

    /// <summary>Words from a fixed list, picked by a fixed rule: the same recipe every time.</summary>
    static string Words(int count, int seed)
    {
        string[] words = ["community", "safety", "council", "police", "road", "school", "municipality", "report", "trust", "citizen", "action", "plan", "local", "meeting", "partner", "budget", "light", "village", "forum", "share"];
        return string.Join(' ', Enumerable.Range(0, count).Select(i => words[((i * 7) + (seed * 13) + (i * i % 11)) % words.Length])) + ".";
    }
}
