using System.Text.Json.Nodes;
using Portal.Cms.Content;

namespace Portal.Debates.Models;

/// <summary>Keeps who speaks at a debate under the Chatham House rule from everything the public can reach: pages, feeds, calendar files, search, the API.</summary>
public static class ChathamHouse
{
    /// <summary>Takes the speakers out of a debate that is not on the record. Works on the JSON as it is stored, so that no spelling of a member slips through a class that does not know it.</summary>
    public static void HideSpeakers(ContentDocument document)
    {
        if (RuleOf(document) == AttributionRules.OnTheRecord) return;

        foreach (var item in Agenda(document))
        {
            foreach (var part in item.Select(p => p.Value).OfType<JsonObject>())
            {
                foreach (var name in part.Select(p => p.Key).Where(IsSpeakers).ToList()) part.Remove(name);
            }

            foreach (var name in item.Select(p => p.Key).Where(IsSpeakers).ToList()) item.Remove(name);
        }
    }

    static string? RuleOf(ContentDocument document) =>
        ((document.Content[nameof(Debate)] as JsonObject)?[nameof(Debate.AttributionRule)] as JsonObject)?["Text"] is JsonValue value && value.TryGetValue<string>(out var rule) ? rule : null;

    static bool IsSpeakers(string member) => string.Equals(member, nameof(AgendaItem.Speakers), StringComparison.OrdinalIgnoreCase);

    static IEnumerable<JsonObject> Agenda(ContentDocument document) =>
        (document.Content[Debate.Agenda] as JsonObject)?["ContentItems"] is JsonArray items ? items.OfType<JsonObject>() : [];
}
