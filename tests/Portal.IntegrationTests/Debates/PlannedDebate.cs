using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Debates;

/// <summary>Makes debates whose times and rule a test chooses.</summary>
public static class PlannedDebate
{
    public static async Task HoldAsync(TestPortal portal, JsonObject item) => (await TryAsync(portal, item)).Problem.ShouldBeNull();

    public static Task<Result<ImportContentItem.Outcome>> TryAsync(TestPortal portal, JsonObject item) =>
        portal.AsSystemAsync(s => s.GetRequiredService<ImportContentItem>().RunAsync(item, TestContext.Current.CancellationToken));

    /// <param name="starts">Wall time in Belgrade.</param>
    /// <param name="change">Changes the part <c>Debate</c>.</param>
    public static JsonObject Item(string set, string culture, string rule, string speaker, string starts = "2026-06-20T17:00:00", string ends = "2026-06-20T19:30:00", Action<JsonObject>? change = null)
    {
        var part = new JsonObject
        {
            ["Kind"] = Text("roundtable"), ["Summary"] = Text($"The summary of {set}"), ["TimeZone"] = Text("Europe/Belgrade"),
            ["Starts"] = Value(starts), ["Ends"] = Value(ends), ["Place"] = Text("Example hall"), ["AttributionRule"] = Text(rule),
        };
        change?.Invoke(part);
        return new JsonObject
        {
            ["ContentItemId"] = $"{set}-{culture}", ["ContentType"] = "Debate", ["Latest"] = true, ["Published"] = true,
            ["TitlePart"] = new JsonObject { ["Title"] = $"The {set} debate" },
            ["AutoroutePart"] = new JsonObject { ["Path"] = $"{culture}/{(culture == "en" ? "debates" : "debate")}/{set}" },
            ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = set, ["Culture"] = culture },
            ["Debate"] = part,
            ["Agenda"] = new JsonObject
            {
                ["ContentItems"] = new JsonArray(new JsonObject
                {
                    ["ContentItemId"] = $"{set}-a1", ["ContentType"] = "AgendaItem", ["TitlePart"] = new JsonObject { ["Title"] = "Opening" },
                    ["AgendaItem"] = new JsonObject { ["Starts"] = Text("17:00"), ["Description"] = Text("What it is about"), ["Speakers"] = new JsonObject { ["Values"] = new JsonArray(speaker) } },
                }),
            },
        };
    }

    public static JsonObject Text(string text) => new() { ["Text"] = text };

    public static JsonObject Value(string value) => new() { ["Value"] = value };
}
