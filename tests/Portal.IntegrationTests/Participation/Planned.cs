using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Portal.Cms.Content.Actions;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>Makes consultations whose window a test chooses.</summary>
public static class Planned
{
    public static async Task OpenAsync(TestPortal portal, string set, string opens, string closes, Action<JsonObject>? change = null) =>
        (await ImportAsync(portal, Item(set, opens, closes, change))).Problem.ShouldBeNull();

    public static Task<Cms.Result<ImportContentItem.Outcome>> ImportAsync(TestPortal portal, JsonObject item) =>
        portal.AsSystemAsync(s => s.GetRequiredService<ImportContentItem>().RunAsync(item, TestContext.Current.CancellationToken));

    /// <param name="opens">Wall time, or an instant that ends in Z.</param>
    /// <param name="change">Changes the part <c>Consultation</c>.</param>
    public static JsonObject Item(string set, string opens, string closes, Action<JsonObject>? change = null)
    {
        var part = new JsonObject
        {
            ["TimeZone"] = new JsonObject { ["Text"] = "Europe/Belgrade" }, ["Opens"] = new JsonObject { ["Value"] = opens }, ["Closes"] = new JsonObject { ["Value"] = closes },
            ["SectionOrder"] = new JsonObject { ["Values"] = new JsonArray($"{set}-s1") },
        };
        change?.Invoke(part);
        return new JsonObject
        {
            ["ContentItemId"] = $"{set}-en", ["ContentType"] = "Consultation", ["Latest"] = true, ["Published"] = true,
            ["TitlePart"] = new JsonObject { ["Title"] = $"The {set} consultation" },
            ["AutoroutePart"] = new JsonObject { ["Path"] = $"en/consultations/{set}" },
            ["LocalizationPart"] = new JsonObject { ["LocalizationSet"] = set, ["Culture"] = "en" },
            ["Consultation"] = part,
            ["Sections"] = new JsonObject { ["ContentItems"] = new JsonArray(new JsonObject { ["ContentItemId"] = $"{set}-s1", ["ContentType"] = "Section", ["TitlePart"] = new JsonObject { ["Title"] = "The only section" } }) },
        };
    }

    public static async Task<(DateTime Opens, DateTime Closes)> OfAsync(TestPortal portal, string set)
    {
        var consultation = await portal.Client.ObjectAsync($"/api/v1/consultations/{set}?culture=en");
        return (Utc(consultation["opensUtc"]), Utc(consultation["closesUtc"]));
    }

    public static async Task<string> PhaseAsync(TestPortal portal, string set) => (string)(await portal.Client.ObjectAsync($"/api/v1/consultations/{set}?culture=en"))["phase"]!;

    static DateTime Utc(JsonNode? value) => DateTime.Parse((string)value!, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
}
