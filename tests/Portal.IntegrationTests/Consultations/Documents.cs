using System.Diagnostics;
using AngleSharp.Html.Dom;
using Portal.IntegrationTests.Content;
using Portal.IntegrationTests.Hosting;

namespace Portal.IntegrationTests.Consultations;

/// <summary>Documents of word processors, made by pandoc, and the pages on which an editor brings them.</summary>
static class Documents
{
    public const string Law = """
        The government puts this draft to everybody.[^1]

        # Article 1. Purpose

        This law regulates how weapons are kept, see [the strategy](https://example.org/strategy?a=1&b=2).

        # Article 2. Storage

        Weapons are kept in a locked *steel* cabinet:

        (a) at home, or
        (b) at a station.

        ![A cabinet](picture.png)

        # Article 3. Fines

        | Offence     | Fine      |
        |-------------|-----------|
        | No cabinet  | 100 euros |

        5. fifth
        6. sixth

        Not later than thirty days.[^2]

        [^1]: By decision of the government.
        [^2]: Days of the calendar.
        """;

    /// <summary>One red pixel.</summary>
    static readonly byte[] Picture = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==");

    public static async Task<byte[]> MakeAsync(string format, string markdown)
    {
        if (format == "md") return System.Text.Encoding.UTF8.GetBytes(markdown.Replace("![A cabinet](picture.png)\n\n", "", StringComparison.Ordinal));
        var folder = Directory.CreateTempSubdirectory("portal-test-document-").FullName;
        try
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "picture.png"), Picture);
            await File.WriteAllTextAsync(Path.Combine(folder, "in.md"), markdown);
            using var pandoc = Process.Start(new ProcessStartInfo("pandoc", ["in.md", "-o", "out." + format]) { WorkingDirectory = folder })!;
            await pandoc.WaitForExitAsync();
            pandoc.ExitCode.ShouldBe(0);
            return await File.ReadAllBytesAsync(Path.Combine(folder, "out." + format));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Sends a file; the answer is a redirect to the page of its division, or the form with what is wrong.</summary>
    public static async Task<HttpResponseMessage> BringAsync(this HttpClient editor, string id, string name, byte[] file)
    {
        using var page = await editor.AskAsync($"/admin/content/{id}/document");
        using var form = new MultipartFormDataContent
        {
            { new StringContent((await TestPortal.ParseAsync(page)).TokenOf()), "__RequestVerificationToken" }, { new ByteArrayContent(file), "file", name }, { new StringContent(""), "text" },
        };
        return await editor.AskAsync(HttpMethod.Post, $"/admin/content/{id}/document", form);
    }

    public static async Task<EditorForm> DivisionAsync(this HttpClient editor, HttpResponseMessage brought)
    {
        brought.StatusCode.ShouldBe(System.Net.HttpStatusCode.Redirect);
        return await EditorForm.OpenAsync(editor, brought.Headers.Location!.ToString().Split('#')[0]);
    }

    /// <summary>Presses a button and gives the page that follows.</summary>
    public static async Task<EditorForm> ThenAsync(this EditorForm form, HttpClient editor, string button)
    {
        using var answer = await form.PressAsync(button);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect ? await editor.DivisionAsync(answer) : await EditorForm.AgainAsync(editor, answer);
    }

    public static string[] Headings(this EditorForm form) => [.. form.Page.QuerySelectorAll("input[name^='h-']").Select(i => ((IHtmlInputElement)i).Value)];
}
