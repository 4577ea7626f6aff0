using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace Portal.BrowserTests.Hosting;

/// <summary>What the demo content holds.</summary>
static class Demo
{
    public const string OpenConsultation = "consultation-safety-action-plan", ClosedConsultation = "consultation-small-arms-strategy", Analysis = "analysis-small-arms", Organisation = "org-example-municipality", Page = "page-moderation-rules";

    public const string DisputedRecommendation = "rec-02", RejectedRecommendation = "rec-07", UnansweredRecommendation = "rec-04";

    public static readonly string[] Cultures = ["sq", "sr", "sr-Latn", "bs", "en"];

    /// <summary>The same remark as people write it in each language.</summary>
    public static string Words(string culture) => culture switch
    {
        "sq" => "Rruga pranë shkollës nuk ka trotuar dhe ndriçim.",
        "sr" => "Поред школе нема тротоара ни расвете.",
        "sr-Latn" => "Pored škole nema trotoara ni rasvete, a đaci idu pešice.",
        "bs" => "Pored škole nema trotoara ni rasvjete.",
        _ => "There is no pavement beside the school, and no light.",
    };

    public static string HtmlLang(string culture) => culture == "sr" ? "sr-Cyrl" : culture;

    public static string SearchPath(string culture) => $"/{culture}/" + culture switch
    {
        "sq" => "kerko",
        "en" => "search",
        _ => "pretraga",
    };

    /// <summary>Address of an item in a culture.</summary>
    public static async Task<string> PathAsync(PortalProcess portal, string set, string culture) =>
        (string)(await portal.Client.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/content/{set}?culture={culture}", UriKind.Relative)))!["path"]!;
}
