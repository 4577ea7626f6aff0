using System.Text.Json.Nodes;

namespace Portal.IntegrationTests.Site;

/// <summary>What search engines require of the schema.org types that the site speaks of.</summary>
static class StructuredData
{
    static readonly Dictionary<string, string[]> Required = new(StringComparer.Ordinal)
    {
        ["Report"] = ["name", "inLanguage", "datePublished", "url"],
        ["NewsArticle"] = ["headline", "inLanguage", "datePublished", "publisher", "url"],
        ["Article"] = ["headline", "inLanguage", "publisher", "url"],
        ["Event"] = ["name", "startDate", "eventAttendanceMode", "url"],
        ["Organization"] = ["name", "url"],
        ["Place"] = ["name", "url"],
        ["DefinedTerm"] = ["name", "url"],
        ["CreativeWorkSeries"] = ["name", "inLanguage", "url"],
    };

    public static IEnumerable<string> ProblemsOf(JsonNode said)
    {
        if ((string?)said["@context"] != "https://schema.org") yield return "the context is not schema.org";
        if ((string?)said["@type"] is not { } type) yield return "no type is named";
        else
        {
            foreach (var name in Required.GetValueOrDefault(type, ["url"]))
            {
                if (said[name] is null || said[name]!.ToJsonString() is "\"\"" or "[]") yield return $"{type} has no {name}";
            }
        }
    }
}
