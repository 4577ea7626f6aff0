using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Participation;

namespace Portal.IntegrationTests.Questionnaires;

/// <summary>Somebody who answers a questionnaire at a browser without JavaScript.</summary>
public sealed class Respondent(TestPortal portal, string culture = "en", string set = Participant.OpenConsultation, HttpClient? browser = null)
{
    public const string Consent = "questionnaire-2026-1";

    public HttpClient Browser { get; } = browser ?? portal.NewClient();

    public string Address => $"/{culture}/questionnaire/{set}";

    public Task<IHtmlDocument> StartAsync() => portal.PageAsync(Address, Browser);

    /// <summary>Sends the form of a page as it stands, with answers in place of what stood there.</summary>
    public async Task<(HttpStatusCode Status, IHtmlDocument Page)> PressAsync(IHtmlDocument page, string button, params (string Name, string Value)[] answers)
    {
        var form = page.QuerySelectorAll("main form").OfType<IHtmlFormElement>().First(f => f.QuerySelector($"button[value='{button}']") is not null);
        using var response = await Browser.PostFormAsync(form.GetAttribute("action")!, [.. Fields(form).Where(f => answers.All(a => "a." + a.Name != f.Key)), .. answers.Select(a => KeyValuePair.Create("a." + a.Name, a.Value)), KeyValuePair.Create("do", button)]);
        return (response.StatusCode, await TestPortal.ParseAsync(response));
    }

    public async Task<IHtmlDocument> NextAsync(IHtmlDocument page, params (string Name, string Value)[] answers)
    {
        var (status, next) = await PressAsync(page, "next", answers);
        status.ShouldBe(HttpStatusCode.OK, next.QuerySelector(".error-summary")?.TextContent);
        return next;
    }

    /// <summary>Through the demo questionnaire with the fewest answers, as far as the check.</summary>
    public async Task<IHtmlDocument> ToCheckAsync(string priority = "fire", params (string Name, string Value)[] last)
    {
        var second = await NextAsync(await StartAsync(), ("feel-safe", "4"));
        var third = await NextAsync(second, ("priorities", priority));
        return await NextAsync(third, [("council-known", "no"), .. last]);
    }

    public Task<HttpResponseMessage> SendAsync(IHtmlDocument check, params (string Name, string Value)[] changes)
    {
        var form = check.QuerySelectorAll("main form").OfType<IHtmlFormElement>().Single(f => f.GetAttribute("action")!.EndsWith("/send", StringComparison.Ordinal));
        var fields = Fields(form).Append(KeyValuePair.Create("consent", Consent)).Where(f => changes.All(c => c.Name != f.Key));
        return Browser.PostFormAsync(form.GetAttribute("action")!, [.. fields, .. changes.Select(c => KeyValuePair.Create(c.Name, c.Value))]);
    }

    public async Task<string> ReceiptAsync(IHtmlDocument check, params (string Name, string Value)[] changes)
    {
        using var response = await SendAsync(check, changes);
        var page = await TestPortal.ParseAsync(response);
        response.StatusCode.ShouldBe(HttpStatusCode.OK, page.QuerySelector(".error-summary")?.TextContent);
        return Participant.CodeOn(page);
    }

    /// <summary>What a browser would send of a form that nobody touched.</summary>
    static List<KeyValuePair<string, string>> Fields(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll("input:not([disabled])").OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "radio") || i.IsChecked).Select(i => KeyValuePair.Create(i.Name ?? "", i.Value)),
        .. form.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>().Where(t => t.Value.Length > 0).Select(t => KeyValuePair.Create(t.Name ?? "", t.Value)),
        .. form.QuerySelectorAll("select").OfType<IHtmlSelectElement>().Where(s => !string.IsNullOrEmpty(s.Value)).Select(s => KeyValuePair.Create(s.Name ?? "", s.Value!)),
    ];

    /// <summary>Answers through the API.</summary>
    public async Task<HttpResponseMessage> PostAsync(JsonObject answers, int version = 1, string? ticket = null)
    {
        ticket ??= await new ApiGuest(portal).TicketAsync(null, set);
        return await portal.Client.PostObjectAsync($"/api/v1/consultations/{set}/responses", new JsonObject { ["culture"] = culture, ["version"] = version, ["answers"] = answers, ["consent"] = Consent, ["ticket"] = ticket });
    }

    /// <summary>The required answers of the demo questionnaire.</summary>
    public static JsonObject Fewest(params (string Key, JsonNode Answer)[] more)
    {
        var answers = new JsonObject { ["feel-safe"] = new JsonObject { ["number"] = 3 }, ["priorities"] = Chose("fire"), ["council-known"] = Chose("no") };
        foreach (var (key, answer) in more) answers[key] = answer;
        return answers;
    }

    public static JsonObject Chose(params string[] choices) => new() { ["choices"] = new JsonArray([.. choices.Select(c => (JsonNode)c)]) };

    public static JsonObject Wrote(string text) => new() { ["text"] = text };
}
