using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Participation;

/// <summary>What the texts of <c>hostile-texts.jsonl</c> do to a page in a browser: nothing.</summary>
public sealed class HostileLayoutTests(ServedDemo demo, Browsers browsers, DemoData data) : IClassFixture<ServedDemo>
{
    const string Consultation = "post-moderated";

    /// <summary>Names what is written backwards, or stands out of its comment, because of what a citizen wrote.</summary>
    const string Disturbed = """
        () => [...document.querySelectorAll('.comment')].flatMap(comment => {
          const frame = comment.getBoundingClientRect();
          const backwards = element => {
            const text = element.firstChild, range = document.createRange();
            const at = i => { range.setStart(text, i); range.setEnd(text, i + 1); return range.getBoundingClientRect(); };
            const [first, second] = [at(0), at(1)];
            return first.top === second.top && first.left >= second.left;
          };
          const own = comment.querySelectorAll('.comment-head time, .comment-head a > [aria-hidden], .comment-head .unreviewed');
          const turned = [...own].filter(backwards).map(e => `${comment.id}: ${e.textContent} is written backwards`);
          const outside = [...comment.querySelectorAll('*')].filter(e => !e.matches('.visually-hidden') && e.getBoundingClientRect().right > frame.right + 1).map(e => `${comment.id}: ${e.className} stands out`);
          return own.length < 4 ? [`${comment.id} has no head`] : [...turned, ...outside];
        })
        """;

    [Fact]
    public async Task Four_hundred_hostile_comments_run_nothing_and_break_nothing_on_the_narrowest_phone()
    {
        await PortalCommand.DoAsync(demo.Portal.Folder, ["recipe", "run", Path.Combine(Repository.Tests, "Recipes", "post-moderated.recipe.json")]);
        var accepted = await SendAllAsync();
        accepted.ShouldBeGreaterThan(350);

        await using var visitor = await browsers.OpenAsync(demo.Portal, new() { ViewportSize = Sizes.Narrow });
        var (page, dialogs, seen) = (visitor.Page, 0, 0);
        page.Dialog += (_, dialog) =>
        {
            Interlocked.Increment(ref dialogs);
            _ = dialog.DismissAsync();
        };
        for (var number = 1; seen < accepted && number <= 20; number++)
        {
            await page.GotoAsync(string.Create(CultureInfo.InvariantCulture, $"/en/consultations/{Consultation}?page={number}"));
            // What the browser has not laid out yet breaks nothing yet.
            await page.EvaluateAsync("() => { document.styleSheets[0].insertRule('.comments { content-visibility: visible !important }'); }");
            (await page.TitleAsync()).ShouldStartWith("Published at once");
            (await page.EvaluateAsync<string[]>(Layout.Overflow)).ShouldBeEmpty();
            (await page.EvaluateAsync<string[]>(Disturbed)).ShouldBeEmpty();
            seen += await page.Locator(".comment").CountAsync();
        }

        seen.ShouldBe(accepted);
        dialogs.ShouldBe(0);
        visitor.ShouldBeFaultless();
    }

    /// <returns>How many were taken in: all but those that are no text.</returns>
    async Task<int> SendAllAsync()
    {
        var facts = await demo.Portal.Client.GetFromJsonAsync<JsonObject>(new Uri($"/api/v1/consultations/{Consultation}?culture=en", UriKind.Relative));
        using var program = demo.Portal.Program(data.SubmissionsToken);
        var accepted = 0;
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests", "Portal.IntegrationTests", "Participation", "hostile-texts.jsonl")))
        {
            // Broken halves of letters are no JSON that a program here could write: the line's own spelling is sent.
            var text = line[(line.IndexOf("\"text\": ", StringComparison.Ordinal) + 8)..^1];
            var name = text.Length <= 100 ? text : "\"\"";
            using var body = new StringContent($$"""{"culture":"en","sectionId":"post-moderated-s1","body":{{text}},"displayName":{{name}},"onBehalfOf":{{name}},"consent":"{{facts!["consentVersion"]}}"}""", System.Text.Encoding.UTF8, "application/json");
            using var answer = await program.PostAsync(new Uri($"/api/v1/consultations/{Consultation}/submissions", UriKind.Relative), body);
            answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.BadRequest);
            if (answer.StatusCode == HttpStatusCode.Created) accepted++;
        }

        return accepted;
    }
}
