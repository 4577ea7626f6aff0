using System.Globalization;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Editing;

public sealed class DraftingTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    const string Law = """
        What this draft is about.

        # Article 1. Purpose

        This law regulates how lamps are kept.

        (a) in streets;
        (b) at schools.

        # Article 2. Money

        | What  | How much  |
        |-------|-----------|
        | Lamps | 100 euros |

        # Article 3. Entry into force

        On the day after it is published.[^1]

        [^1]: In the official gazette.
        """;

    [Fact]
    public async Task An_editor_makes_a_consultation_of_a_Word_file_and_announces_it_without_JavaScript()
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { JavaScriptEnabled = false, Locale = "en" });
        var (page, keys) = (editor.Page, new Keyboard(editor.Page));
        await SignInAsync(page, keys);
        await page.GotoAsync("/admin/content/new/Consultation?culture=en");
        await keys.FillAsync(page.Locator("[id='TitlePart.Title']"), "Draft law on lamps");
        await keys.FollowAsync(page.Locator("button[value=save]").First);

        await keys.FollowAsync(page.Locator(".editor-panel a[href$='/document']"));
        await page.Locator("#file").SetInputFilesAsync(await WordFileAsync(Law));
        await keys.FollowAsync(page.Locator("form.editor button.button"));
        (await page.Locator("input[name^='h-']").EvaluateAllAsync<string[]>("all => all.map(i => i.value)")).ShouldBe(["", "Article 1. Purpose", "Article 2. Money", "Article 3. Entry into force"]);
        await keys.FollowAsync(page.Locator("button[value='merge 6']"));
        await keys.FollowAsync(page.Locator("button[value=apply]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();

        // The list says what is missing, and each point leads to its field.
        await keys.FollowAsync(page.Locator(".editor-panel a[href$='/checklist']"));
        await Assertions.Expect(page.Locator(".checklist.must > li")).ToHaveCountAsync(2);
        await keys.FollowAsync(page.Locator(".checklist.must a").First);
        page.Url.ShouldEndWith("#Consultation.Opens");
        var today = TimeProvider.System.GetUtcNow().Date;
        await FillTimeAsync(page, "Announced", today.AddDays(-1));
        await FillTimeAsync(page, "Opens", today.AddDays(-1));
        await FillTimeAsync(page, "Closes", today.AddDays(40).AddHours(12));
        await page.Locator("[id='Consultation.Institution']").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await keys.FollowAsync(page.Locator("button[value=publish]"));
        await Assertions.Expect(page.Locator(".notice.success")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[id='Consultation.Closes-reads']")).ToContainTextAsync("12:00, Central European Time");

        await page.GotoAsync("/en/consultations/draft-law-on-lamps");
        await Assertions.Expect(page.Locator(".phase.open")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#section-1 ol[type=a] li")).ToHaveCountAsync(2);
        await Assertions.Expect(page.Locator("#section-2 table")).ToContainTextAsync("100 euros");
        await Assertions.Expect(page.Locator("#section-2 .footnotes")).ToContainTextAsync("official gazette");
        editor.ShouldBeFaultless();
    }

    [Theory]
    [InlineData("sr", 390)]
    [InlineData("sq", 1280)]
    public async Task The_pages_of_preparing_break_no_rule_of_WCAG_and_are_no_wider_than_the_window(string culture, int width)
    {
        await using var editor = await browsers.OpenAsync(demo.Portal, new() { Locale = culture, ViewportSize = new() { Width = width, Height = 900 } });
        var page = editor.Page;
        await SignInAsync(page, new Keyboard(page));
        await page.GotoAsync($"/admin/content?type=Consultation&culture={culture}");
        await page.Locator("tbody th a").First.ClickAsync();
        await page.Locator("form.editor").WaitForAsync();
        var form = new Uri(page.Url).AbsolutePath;
        foreach (var path in new[] { "/checklist", "/document" }) await LooksRightAsync(page, form + path);
        await page.Locator("#text").FillAsync("Before.\n\n# One\n\nText.\n\n# Two\n\n| A | B |\n|---|---|\n| 1 | 2 |");
        await page.Locator("form.editor button.button").ClickAsync();
        await page.Locator("form.division").WaitForAsync();
        await LooksRightAsync(page, new Uri(page.Url).AbsolutePath);
        await LooksRightAsync(page, form + "/preview?as=open");
        editor.ShouldBeFaultless();
    }

    static async Task LooksRightAsync(IPage page, string path)
    {
        await page.GotoAsync(path);
        (await Axe.ViolationsAsync(page)).ShouldBeEmpty(path);
        (await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= innerWidth")).ShouldBeTrue(path);
    }

    static Task FillTimeAsync(IPage page, string field, DateTime time) => page.Locator($"[id='Consultation.{field}']").FillAsync(time.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture));

    static async Task<FilePayload> WordFileAsync(string markdown)
    {
        var folder = Directory.CreateTempSubdirectory("portal-browser-document-").FullName;
        try
        {
            var (source, target) = (Path.Combine(folder, "in.md"), Path.Combine(folder, "draft.docx"));
            await File.WriteAllTextAsync(source, markdown);
            await Tool.RunAsync("pandoc", source, "-o", target);
            return new() { Name = "draft.docx", MimeType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document", Buffer = await File.ReadAllBytesAsync(target) };
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    static async Task SignInAsync(IPage page, Keyboard keys)
    {
        await page.GotoAsync("/admin/content");
        await keys.FillAsync(page.Locator("#userName"), DemoData.Administrator);
        await keys.FillAsync(page.Locator("#password"), DemoData.Password);
        await keys.FollowAsync(page.Locator("main form button"));
    }
}
