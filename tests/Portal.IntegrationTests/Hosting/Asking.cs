using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;

namespace Portal.IntegrationTests.Hosting;

/// <summary>Short ways to ask the portal something.</summary>
public static class Asking
{
    extension(HttpClient client)
    {
        public Task<HttpResponseMessage> AskAsync(string path, params (string Name, string Value)[] headers) => client.AskAsync(HttpMethod.Get, path, null, headers);

        public async Task<HttpResponseMessage> AskAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
        {
            using var request = new HttpRequestMessage(method, path) { Content = content };
            foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value).ShouldBeTrue(name);
            return await client.SendAsync(request, TestContext.Current.CancellationToken);
        }

        public async Task<string> TextAsync(string path, params (string Name, string Value)[] headers)
        {
            using var response = await client.AskAsync(path, headers);
            return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        }

        public async Task<JsonObject> ObjectAsync(string path)
        {
            using var response = await client.AskAsync(path);
            response.StatusCode.ShouldBe(HttpStatusCode.OK, path);
            return await TestPortal.JsonAsync(response);
        }

        public Task<HttpResponseMessage> PostFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields, params (string Name, string Value)[] headers) =>
            client.AskAsync(HttpMethod.Post, path, new FormUrlEncodedContent(fields), headers);

        public Task<HttpResponseMessage> PostObjectAsync(string path, object body, params (string Name, string Value)[] headers) =>
            client.AskAsync(HttpMethod.Post, path, JsonContent.Create(body), headers);
    }

    /// <summary>A browser with a session of this account, by password and the code of an authenticator app.</summary>
    public static async Task<HttpClient> SignedInAsync(this TestPortal portal, string user, string password = Template.Password)
    {
        await Authenticator.EnrolAsync(portal, user);
        var browser = portal.NewClient();
        using var answer = await browser.SignInAsync(user, password);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var entered = await browser.EnterCodeAsync(Authenticator.CodeAt(portal.Clock));
        entered.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return browser;
    }

    /// <summary>The second half of signing in.</summary>
    public static async Task<HttpResponseMessage> EnterCodeAsync(this HttpClient browser, string code)
    {
        using var page = await browser.AskAsync("/sign-in/code");
        var form = await TestPortal.ParseAsync(page);
        return await browser.PostFormAsync("/sign-in/code", new Form { ["code"] = code, ["__RequestVerificationToken"] = form.TokenOf() });
    }

    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string user, string password)
    {
        using var page = await browser.AskAsync("/sign-in");
        var form = await TestPortal.ParseAsync(page);
        return await browser.PostFormAsync("/sign-in", new Form { ["userName"] = user, ["password"] = password, ["__RequestVerificationToken"] = form.TokenOf() });
    }

    /// <summary>The antiforgery token of the page's form.</summary>
    public static string TokenOf(this IHtmlDocument page) => page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!;

    /// <summary>Checks that a refusal of the API has the form of RFC 9457.</summary>
    public static async Task<JsonObject> ProblemAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        response.StatusCode.ShouldBe(status);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await TestPortal.JsonAsync(response);
        ((int)problem["status"]!).ShouldBe((int)status);
        ((string?)problem["title"]).ShouldNotBeNullOrEmpty();
        return problem;
    }
}
