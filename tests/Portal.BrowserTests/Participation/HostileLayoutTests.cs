using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Participation;

public sealed class HostileLayoutTests(ServedDemo demo, Browsers browsers, DemoData data) : IClassFixture<ServedDemo>
{
    [Fact]
    public async Task Some_four_hundred_hostile_comments_on_one_page_run_nothing_and_break_nothing_on_the_narrowest_phone()
    {
        await PortalCommand.DoAsync(demo.Portal.Folder, ["recipe", "run", Path.Combine(Repository.Tests, "Recipes", "post-moderated.recipe.json")]);
        using var program = demo.Portal.Program(data.SubmissionsToken);
        foreach (var line in File.ReadLines(Path.Combine(Repository.Tests, "..", "Portal.IntegrationTests", "Participation", "hostile-texts.jsonl")))
        {
            var text = line[(line.IndexOf("\"text\": ", StringComparison.Ordinal) + 8)..^1];
            using var body = new StringContent($$"""{"culture":"sq","body":{{text}},"consent":"2026-2"}""", Encoding.UTF8, "application/json");
            using var answer = await program.PostAsync(new Uri("/api/v1/consultations/post-moderated/submissions", UriKind.Relative), body);
            var isBroken = line.StartsWith("{\"kind\": \"nul\"", StringComparison.Ordinal) || line.StartsWith("{\"kind\": \"surrogate\"", StringComparison.Ordinal);
            if (!isBroken) answer.StatusCode.ShouldBeOneOf(HttpStatusCode.Created, HttpStatusCode.BadRequest);
        }

        await using var visitor = await browsers.OpenAsync(demo.Portal, new() { ViewportSize = Sizes.Narrow });
        var dialogs = 0;
        visitor.Page.Dialog += async (_, dialog) =>
        {
            dialogs++;
            await dialog.DismissAsync();
        };
        for (var page = 1; page <= 7; page++)
        {
            await visitor.Page.GotoAsync("/en/consultations/post-moderated?page=" + page.ToString(System.Globalization.CultureInfo.InvariantCulture));
            (await visitor.Page.TitleAsync()).ShouldStartWith("Published at once");
            (await visitor.Page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(320);
            // Nothing of the comments reaches over what stands beside it.
            (await visitor.Page.EvaluateAsync<int>("[...document.querySelectorAll('.comment')].filter(c => c.getBoundingClientRect().right > 321).length")).ShouldBe(0);
            (await visitor.Page.EvaluateAsync<int>("document.querySelectorAll('.comment').length")).ShouldBe(50);
        }

        dialogs.ShouldBe(0);
        visitor.ShouldBeFaultless();
    }
}
