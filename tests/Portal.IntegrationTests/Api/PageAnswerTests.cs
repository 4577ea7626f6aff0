using System.Net;
using AngleSharp.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Api;

/// <summary>How pages answer what browsers and crawlers ask beside a plain GET.</summary>
public sealed class PageAnswerTests(SharedPortal shared) : IClassFixture<SharedPortal>
{
    readonly TestPortal portal = shared.Portal;

    [Theory]
    [InlineData("/en")]
    [InlineData("/en/consultations")]
    [InlineData("/en/consultations/community-safety-action-plan")]
    [InlineData("/en/analyses")]
    [InlineData("/en/analyses/small-arms-trust-and-consultation")]
    [InlineData("/en/organisations")]
    [InlineData("/en/organisations/aktiv")]
    [InlineData("/en/about")]
    [InlineData("/en/receipt")]
    public async Task HEAD_answers_as_GET_does(string path)
    {
        using var get = await portal.Client.AskAsync(path);
        using var head = await portal.Client.AskAsync(HttpMethod.Head, path, null);
        get.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        head.Content.Headers.ContentType.ShouldBe(get.Content.Headers.ContentType);
        // A cached HEAD must not empty the page for those who read it.
        (await portal.Client.TextAsync(path)).ShouldContain("</html>");
    }

    [Theory]
    [InlineData("/sq/nuk-ka", "sq")]
    [InlineData("/sr/nema", "sr-Cyrl")]
    [InlineData("/sr-Latn/nema", "sr-Latn")]
    [InlineData("/bs/nema", "bs")]
    [InlineData("/en/nothing", "en")]
    public async Task A_page_that_is_not_there_says_so_in_the_readers_language_and_is_not_to_be_indexed(string path, string lang)
    {
        using var answer = await portal.Client.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        answer.Content.Headers.ContentLanguage.ShouldBe([lang]);
        var page = await TestPortal.ParseAsync(answer);
        page.DocumentElement.GetAttribute("lang").ShouldBe(lang);
        page.QuerySelector("meta[name=robots]")!.GetAttribute("content").ShouldBe("noindex");
        page.QuerySelector("h1")!.TextContent.ShouldNotBeNullOrWhiteSpace();
        if (lang != "en") page.QuerySelector("h1")!.TextContent.ShouldNotContain("not");
    }

    [Theory]
    [InlineData("POST", "/sq/konsultime")]
    [InlineData("DELETE", "/sq")]
    [InlineData("GET", "/sq/submission/check")]
    public async Task A_method_that_a_page_does_not_know_is_refused_with_a_page(string method, string path)
    {
        using var answer = await portal.Client.AskAsync(new HttpMethod(method), path, null);
        answer.StatusCode.ShouldBeOneOf(HttpStatusCode.MethodNotAllowed, HttpStatusCode.NotFound);
        (await TestPortal.ParseAsync(answer)).DocumentElement.GetAttribute("lang").ShouldBe("sq");
    }
}
