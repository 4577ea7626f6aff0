using System.Net.Http.Headers;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Participation;

/// <summary>A citizen at a browser without JavaScript.</summary>
public sealed class Participant(TestPortal portal, string culture)
{
    public const string OpenConsultation = "consultation-safety-action-plan", ClosedConsultation = "consultation-small-arms-strategy", Section = "plan-s2";

    /// <summary>Headers that this browser sends with every form.</summary>
    public (string Name, string Value)[] Headers { get; init; } = [];

    public HttpClient Browser { get; init; } = portal.NewClient();

    public async Task<string> ConsultationPathAsync(string set = OpenConsultation)
    {
        using var response = await Browser.GetAsync(new Uri($"/api/v1/consultations/{set}?culture={culture}", UriKind.Relative));
        return (string)(await TestPortal.JsonAsync(response))["path"]!;
    }

    /// <summary>From the form on the consultation's page to the page on which it is checked.</summary>
    public async Task<IHtmlDocument> CheckAsync(string body, string? section = Section, string set = OpenConsultation)
    {
        using var response = await PostAsync("check", new() { ["consultation"] = set, ["sectionId"] = section ?? "", ["body"] = body });
        return await TestPortal.ParseAsync(response);
    }

    /// <summary>Sends the form of a check page as it stands, with changes.</summary>
    public Task<HttpResponseMessage> SendAsync(IHtmlDocument check, params (string Name, string Value)[] changes)
    {
        var form = (IHtmlFormElement)check.QuerySelector("main form")!;
        var shown = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type != "checkbox").Select(i => (i.Name!, i.Value))
            .Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Concat(form.Elements.OfType<IHtmlSelectElement>().Select(s => (s.Name!, s.Value ?? "")))
            .Append(("consent", form.QuerySelector("[name=consent]")?.GetAttribute("value") ?? ""));
        var fields = new Form();
        foreach (var (name, value) in shown.Concat(changes)) fields[name] = value;
        return PostAsync("send", fields);
    }

    /// <summary>The same with files, as a browser sends them.</summary>
    public async Task<HttpResponseMessage> SendAsync(IHtmlDocument check, IReadOnlyList<(string Name, byte[] Bytes)> files, params (string Name, string Value)[] changes)
    {
        var form = (IHtmlFormElement)check.QuerySelector("main form")!;
        using var content = new MultipartFormDataContent();
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(i => i.Type is not ("checkbox" or "file")).Select(i => (i.Name!, i.Value)).Concat(form.Elements.OfType<IHtmlTextAreaElement>().Select(t => (t.Name!, t.Value)))
            .Append(("consent", ApiGuest.Consent)).Where(f => !changes.Any(c => c.Name == f.Item1)).Concat(changes);
        foreach (var (name, value) in fields) content.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(part, "files", name);
        }

        return await Browser.AskAsync(HttpMethod.Post, $"/{culture}/submission/send", content, Headers);
    }

    /// <summary>The whole way; the receipt's code.</summary>
    public async Task<string> ReceiptAsync(string body, string? section = Section, params (string Name, string Value)[] changes)
    {
        using var response = await SendAsync(await CheckAsync(body, section), changes);
        response.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK);
        return CodeOn(await TestPortal.ParseAsync(response));
    }

    public static string CodeOn(IHtmlDocument receipt) => string.Join('-', receipt.QuerySelectorAll(".receipt-code span:not(.visually-hidden)").Select(s => s.TextContent.Trim()));

    public Task<HttpResponseMessage> AskReceiptAsync(string code) => Browser.PostFormAsync($"/{culture}/receipt", [KeyValuePair.Create("receipt", code)], Headers);

    public async Task<IHtmlDocument> ReceiptPageAsync(string code)
    {
        using var response = await AskReceiptAsync(code);
        return await TestPortal.ParseAsync(response);
    }

    public Task<HttpResponseMessage> PostAsync(string step, Form fields) => Browser.PostFormAsync($"/{culture}/submission/{step}", fields, Headers);
}
