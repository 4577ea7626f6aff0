using System.Text.Json.Nodes;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Consultations;

/// <summary>A consultation that is open from the 10th to the 30th of June 2026, in English, with three sections; comments appear at once.</summary>
public static class Drafted
{
    public const string Set = "drafted", Id = "drafted-en", Path = "/en/consultations/drafted";

    public static async Task OpenAsync(TestPortal portal, Action<JsonObject>? change = null)
    {
        var item = Planned.Item(Set, "2026-06-10T10:00:00Z", "2026-06-30T10:00:00Z", p =>
        {
            p["Moderation"] = new JsonObject { ["Text"] = "post" };
            p["SectionOrder"] = Order("one", "two", "three");
            change?.Invoke(p);
        });
        item["Sections"] = Sections(("one", "Purpose", "This law regulates how weapons are kept."), ("two", "Storage", "Weapons are kept in a locked cabinet."), ("three", "Fines", "A fine of one hundred euros is paid."));
        (await Planned.ImportAsync(portal, item)).Problem.ShouldBeNull();
    }

    public static JsonObject Order(params string[] ids) => new() { ["Values"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };

    public static JsonObject Sections(params (string Id, string Heading, string Text)[] sections) => new()
    {
        ["ContentItems"] = new JsonArray([.. sections.Select(s => (JsonNode)new JsonObject
        {
            ["ContentItemId"] = s.Id, ["ContentType"] = "Section", ["DisplayText"] = s.Heading,
            ["TitlePart"] = new JsonObject { ["Title"] = s.Heading }, ["MarkdownBodyPart"] = new JsonObject { ["Markdown"] = s.Text },
        })]),
    };

    /// <summary>Makes another text public.</summary>
    public static async Task RewriteAsync(TestPortal portal, params (string Id, string Heading, string Text)[] sections)
    {
        await portal.EditAsync(Id, content =>
        {
            content["Sections"] = Sections(sections);
            content["Consultation"]!["SectionOrder"] = Order([.. sections.Select(s => s.Id)]);
        });
        await portal.PublishAsync(Id);
    }

    /// <summary>A guest writes on the page as it is now.</summary>
    public static async Task CommentAsync(TestPortal portal, string words, string section)
    {
        var citizen = new Participant(portal, "en");
        using var sent = await citizen.SendAsync(await citizen.CheckAsync(words, section, Set));
        sent.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
    }
}
