using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

public sealed class FormErrorTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;
    readonly ApiGuest guest = new(shared.Portal);

    [Theory]
    [InlineData("consent", "", "agree")]
    [InlineData("consent", "1999-1", "agree")]
    [InlineData("email", "nobody", "name@example.org")]
    [InlineData("email", "Nobody <nobody@example.org>", "name@example.org")]
    [InlineData("body", "   ", "Write your comment")]
    [InlineData("displayName", "101", "100")]
    [InlineData("onBehalfOf", "101", "100")]
    [InlineData("body", "10001", "10000")]
    public async Task After_an_error_the_form_comes_back_whole_and_names_what_is_wrong(string field, string value, string hint)
    {
        if (int.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var length)) value = new string('x', length);
        (string Name, string Value)[] typed = [("displayName", "A resident"), ("onBehalfOf", "Street council"), ("email", "someone@example.org"), ("language", "bs"), (field, value)];
        var citizen = new Participant(portal, "en");

        using var answer = await citizen.SendAsync(await citizen.CheckAsync("Kept with every error."), typed);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var page = await TestPortal.ParseAsync(answer);
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain(hint);
        page.QuerySelector($"[role=alert] a[href='#{field}']").ShouldNotBeNull();
        page.QuerySelector($"#{field}").ShouldNotBeNull();
        foreach (var (name, expected) in typed.DistinctBy(t => t.Name, StringComparer.Ordinal).Where(t => t.Name != field && t.Name != "language"))
        {
            ((IHtmlInputElement)page.QuerySelector($"main [name={name}]")!).Value.ShouldBe(expected);
        }

        if (field != "body") ((IHtmlTextAreaElement)page.QuerySelector("main [name=body]")!).Value.ShouldBe("Kept with every error.");
        ((IHtmlSelectElement)page.QuerySelector("main [name=language]")!).Value.ShouldBe("bs");
        (page.QuerySelector("main [name=consent]")!.HasAttribute("checked")).ShouldBe(field != "consent");
    }

    [Fact]
    public async Task After_an_error_was_put_right_the_form_can_be_sent()
    {
        var citizen = new Participant(portal, "sr");
        using var wrong = await citizen.SendAsync(await citizen.CheckAsync("Исправљено после грешке."), ("email", "nobody"));
        using var right = await citizen.SendAsync(await TestPortal.ParseAsync(wrong), ("email", ""));
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("\r\nFirst line stays first.")]
    [InlineData("</textarea><b>bold</b>")]
    [InlineData("Çfarë \"thonjëza\" & shenja < > '")]
    [InlineData("Породица 👩‍👩‍👧‍👦 и ознаке é")]
    public async Task Whatever_was_typed_stands_in_the_form_again_letter_by_letter(string typed)
    {
        var citizen = new Participant(portal, "en");
        using var answer = await citizen.SendAsync(await citizen.CheckAsync(typed), ("consent", ""));
        var area = (IHtmlTextAreaElement)(await TestPortal.ParseAsync(answer)).QuerySelector("main [name=body]")!;
        area.Value.ReplaceLineEndings("\n").ShouldBe(typed.ReplaceLineEndings("\n"));
    }

    [Theory]
    [InlineData("body", "zero \u0000 byte")]
    [InlineData("displayName", "zero \u0000 byte")]
    [InlineData("email", "zero\u0000@example.org")]
    public async Task The_zero_character_is_refused_in_every_field(string field, string value)
    {
        using var api = await guest.SendAsync("In order.", changes: (field, value));
        (await Asking.ProblemAsync(api, HttpStatusCode.BadRequest))["errors"]![field].ShouldNotBeNull();

        var citizen = new Participant(portal, "en");
        using var web = await citizen.SendAsync(await citizen.CheckAsync("In order."), (field, value));
        web.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("\\ud800")]
    [InlineData("\\udc00 first")]
    [InlineData("a \\ud83d b")]
    public async Task Half_a_character_is_refused_as_a_problem_of_the_caller(string escaped)
    {
        var ticket = await guest.TicketAsync();
        using var content = new StringContent($$"""{"culture":"en","sectionId":"{{Participant.Section}}","body":"{{escaped}}","consent":"{{ApiGuest.Consent}}","ticket":"{{ticket}}"}""", Encoding.UTF8, "application/json");
        using var answer = await portal.Client.AskAsync(HttpMethod.Post, $"/api/v1/consultations/{Participant.OpenConsultation}/submissions", content);
        await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("sectionId", "no-such-section")]
    [InlineData("culture", "xx")]
    [InlineData("culture", "")]
    [InlineData("consent", null)]
    [InlineData("body", null)]
    public async Task The_API_names_the_field_that_is_wrong(string field, string? value)
    {
        var program = await portal.ProgramAsync("nina", "submissions");
        var fields = new JsonObject { ["culture"] = "en", ["body"] = "In order.", ["consent"] = ApiGuest.Consent };
        if (value is null) fields.Remove(field);
        else fields[field] = value;
        using var answer = await program.PostObjectAsync($"/api/v1/consultations/{Participant.OpenConsultation}/submissions", fields);
        (await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest))["errors"]![field].ShouldNotBeNull();
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"body\": 5}")]
    [InlineData("{\"body\": ")]
    [InlineData("")]
    public async Task A_body_that_is_not_the_JSON_asked_for_is_a_problem_of_the_caller(string json)
    {
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await portal.Client.AskAsync(HttpMethod.Post, $"/api/v1/consultations/{Participant.OpenConsultation}/submissions", content);
        await Asking.ProblemAsync(answer, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_consultation_that_is_not_there_is_not_found_on_the_web_and_in_the_API()
    {
        using var web = await new Participant(portal, "en").PostAsync("check", new() { ["consultation"] = "nowhere", ["body"] = "To nobody." });
        using var api = await portal.Client.PostObjectAsync("/api/v1/consultations/nowhere/submissions", new { culture = "en", body = "To nobody.", consent = ApiGuest.Consent, ticket = "x" });
        web.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await Asking.ProblemAsync(api, HttpStatusCode.NotFound);
    }
}
