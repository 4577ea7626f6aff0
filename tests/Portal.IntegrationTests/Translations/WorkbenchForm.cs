using System.Net;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Translations;

/// <summary>The workbench in a browser without scripts.</summary>
sealed class WorkbenchForm
{
    readonly HttpClient browser;
    readonly Form fields = [];

    WorkbenchForm(HttpClient browser, IHtmlDocument page)
    {
        (this.browser, Page) = (browser, page);
        var form = page.QuerySelector("form.workbench")!;
        Action = form.GetAttribute("action")!;
        foreach (var input in form.QuerySelectorAll("input[type=hidden]").OfType<IHtmlInputElement>()) fields[input.Name!] = input.Value;
        foreach (var area in form.QuerySelectorAll("textarea").OfType<IHtmlTextAreaElement>()) fields[area.Name!] = area.Value;
    }

    public IHtmlDocument Page { get; }
    public string Action { get; }

    /// <summary>The translation of a row.</summary>
    public string this[string row] => fields["t:" + row];

    public void Type(string row, string text)
    {
        fields.ContainsKey("t:" + row).ShouldBeTrue(row);
        fields["t:" + row] = text;
    }

    public void Tick(string name, string value) => fields[name] = value;

    public static async Task<WorkbenchForm> OpenAsync(HttpClient browser, string path)
    {
        using var answer = await browser.AskAsync(path);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, path);
        return await OfAsync(browser, answer);
    }

    public static async Task<WorkbenchForm> OfAsync(HttpClient browser, HttpResponseMessage answer) => new(browser, await TestPortal.ParseAsync(answer));

    public Task<HttpResponseMessage> PressAsync(string button) => browser.PostFormAsync(Action, [.. fields, new("do", button)]);
}
