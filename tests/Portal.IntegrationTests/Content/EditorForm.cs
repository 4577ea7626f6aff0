using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Content;

/// <summary>An edit form in a browser without scripts: what is typed, and which button is pressed.</summary>
public sealed class EditorForm
{
    readonly List<KeyValuePair<string, string>> fields = [];
    readonly HttpClient browser;

    EditorForm(HttpClient browser, IHtmlDocument page)
    {
        (this.browser, Page) = (browser, page);
        var form = (IHtmlFormElement)page.QuerySelector("form.editor")!;
        Action = form.GetAttribute("action")!;
        foreach (var element in form.QuerySelectorAll("input[name], textarea[name], select[name]"))
        {
            var name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }: break;
                case IHtmlInputElement input: Add(name, input.Value); break;
                case IHtmlTextAreaElement area: Add(name, area.Value.ReplaceLineEndings("\r\n")); break;
                case IHtmlSelectElement select: foreach (var option in select.Options.Where(o => o.IsSelected)) Add(name, option.Value); break;
            }
        }
    }

    public IHtmlDocument Page { get; }
    public string Action { get; }

    public string this[string name]
    {
        get => fields.Single(f => f.Key == name).Value;
        set
        {
            fields.RemoveAll(f => f.Key == name);
            Add(name, value);
        }
    }

    public static async Task<EditorForm> OpenAsync(HttpClient browser, string path)
    {
        using var answer = await browser.AskAsync(path);
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, path);
        return new(browser, await TestPortal.ParseAsync(answer));
    }

    /// <summary>Takes a tick away.</summary>
    public void Remove(string name) => fields.RemoveAll(f => f.Key == name);

    public static Task<EditorForm> OfAsync(HttpClient browser, string contentItemId) => OpenAsync(browser, $"/admin/content/{contentItemId}");

    /// <summary>The form as it came back.</summary>
    public static async Task<EditorForm> AgainAsync(HttpClient browser, HttpResponseMessage answer) => new(browser, await TestPortal.ParseAsync(answer));

    public Task<HttpResponseMessage> PressAsync(string button, params (string Name, string Value)[] headers) => browser.PostFormAsync(Action, [.. fields, new("do", button)], headers);

    /// <summary>Sends what stands in the form to another address, as a script does.</summary>
    public Task<HttpResponseMessage> SendAsync(string path) => browser.PostFormAsync(path, fields);

    void Add(string name, string value) => fields.Add(new(name, value));
}
