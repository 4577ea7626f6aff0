using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;
using Portal.IntegrationTests.Moderation;
using Portal.Moderation.Text;

namespace Portal.IntegrationTests.Participation;

/// <summary>Some four hundred texts of the kinds that people try out on forms. None becomes part of a page, and none is changed without a word.</summary>
public sealed class HostileCorpusTests
{
    const string Set = "hostile-talk", Path = $"/en/consultations/{Set}";

    [Fact]
    public async Task Every_text_is_shown_letter_by_letter_as_comment_name_organisation_and_note_or_refused_with_the_field_named()
    {
        var texts = File.ReadLines(System.IO.Path.Combine(Repository.Root, "tests", "Portal.IntegrationTests", "Participation", "hostile-texts.jsonl")).ToList();
        texts.Count.ShouldBeGreaterThanOrEqualTo(300);
        await using var portal = await TestPortal.StartAsync();
        await Planned.OpenAsync(portal, Set, "2026-06-10T08:00:00", "2026-06-20T20:00:00", part => part["Moderation"] = new JsonObject { ["Text"] = "post" });
        var program = await portal.ProgramAsync("nina", "submissions");
        var expected = new Dictionary<string, (string Body, string Name)>(StringComparer.Ordinal);
        var receipts = new List<(string Receipt, string Body)>();

        for (var i = 0; i < texts.Count; i++)
        {
            var escaped = texts[i][(texts[i].IndexOf("\"text\": ", StringComparison.Ordinal) + 8)..^1];
            var isBroken = texts[i].StartsWith("{\"kind\": \"nul\"", StringComparison.Ordinal) || texts[i].StartsWith("{\"kind\": \"surrogate\"", StringComparison.Ordinal);
            // A number before each: equal texts stay apart, and blanks at the ends are inside.
            var body = $"\"{i}: {escaped[1..^1]} :{i}\"";
            using var answer = await SendAsync(program, body, isBroken ? "\"\"" : Short(escaped));
            if (isBroken)
            {
                (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest)).ToJsonString().Length.ShouldBePositive();
                using var named = await SendAsync(program, "\"In order.\"", escaped);
                named.StatusCode.ShouldBe(HttpStatusCode.BadRequest, escaped);
                continue;
            }

            answer.StatusCode.ShouldBe(HttpStatusCode.Created, escaped);
            var text = JsonNode.Parse(body)!.GetValue<string>();
            expected.Add($"{i}:", (Citizens.Normalise(text), JsonNode.Parse(Short(escaped))!.GetValue<string>().Trim().Normalize()));
            receipts.Add(((string)(await TestPortal.JsonAsync(answer))["receipt"]!, Citizens.Normalise(text)));
        }

        var shown = new List<IElement>();
        for (var number = 1; shown.Count < expected.Count && number <= 20; number++)
        {
            var page = await portal.PageAsync($"{Path}?page={number}");
            Harmless(page);
            shown.AddRange(page.QuerySelectorAll(".comment"));
        }

        shown.Count.ShouldBe(expected.Count);
        foreach (var comment in shown)
        {
            var text = comment.QuerySelector(".comment-text")!;
            var (body, name) = expected[text.TextContent.Trim().Split(' ')[0]];
            text.QuerySelectorAll("*:not(p)").ShouldBeEmpty();
            Letters(text.TextContent).ShouldBe(Letters(body));
            comment.QuerySelector(".who")!.TextContent.ShouldBe(name.Length == 0 ? "Without a name" : name);
            if (name.Length > 0) comment.QuerySelector(".comment-head")!.TextContent.ShouldContain($"on behalf of {name}");
        }

        using var nextLine = await SendAsync(program, "\"In order.\"", "\"a\\u0085b\"");
        (await Asking.ProblemAsync(nextLine, HttpStatusCode.BadRequest))["errors"]!["displayName"].ShouldNotBeNull();

        var moderator = await Moderator.Async(portal);
        foreach (var (receipt, body) in receipts.Where((_, i) => i % 8 == 0 && receipts[i].Body.Length < 2000))
        {
            await moderator.DecideAsync(body, "decline", "off-topic", body);
            using var answer = await portal.Client.PostFormAsync("/en/receipt", new Form { ["receipt"] = receipt });
            var page = await TestPortal.ParseAsync(answer);
            Harmless(page);
            page.QuerySelectorAll("dd[data-verbatim]").Select(d => Letters(d.TextContent)).ShouldContain(Letters(body), StringComparer.Ordinal);
        }
    }

    static async Task<HttpResponseMessage> SendAsync(HttpClient program, string body, string name)
    {
        using var content = new StringContent($$"""{"culture":"en","body":{{body}},"displayName":{{name}},"onBehalfOf":{{name}},"consent":"{{ApiGuest.Consent}}"}""", Encoding.UTF8, "application/json");
        return await program.AskAsync(HttpMethod.Post, $"/api/v1/consultations/{Set}/submissions", content);
    }

    /// <summary>As much of a text as fits into a name, whole letters only.</summary>
    static string Short(string escaped)
    {
        var letters = StringInfo.GetTextElementEnumerator(JsonNode.Parse(escaped)!.GetValue<string>().Replace("\u0085", "", StringComparison.Ordinal).Normalize());
        var kept = new StringBuilder();
        while (letters.MoveNext() && kept.Length + letters.GetTextElement().Length <= 90) kept.Append(letters.GetTextElement());
        return JsonValue.Create(kept.ToString())!.ToJsonString();
    }

    /// <summary>Without line ends, which pages show as paragraphs, and the blanks around them.</summary>
    static string Letters(string text) => string.Concat(text.Split('\n', '\r').Select(line => line.Trim(' ')));

    static void Harmless(IHtmlDocument page)
    {
        foreach (var script in page.QuerySelectorAll("script:not([type='application/ld+json'])")) script.GetAttribute("src").ShouldNotBeNullOrEmpty();
        foreach (var attribute in page.All.SelectMany(e => e.Attributes.AsEnumerable()))
        {
            attribute.Name.ShouldNotStartWith("on");
            attribute.Name.ShouldNotBe("style", StringComparer.Ordinal);
            if (attribute.Name is "href" or "src" or "action") attribute.Value.Trim().ShouldNotStartWith("javascript:", Case.Insensitive);
        }
    }
}
