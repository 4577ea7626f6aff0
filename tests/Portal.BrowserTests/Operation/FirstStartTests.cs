using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Operation;

public sealed class FirstStartTests(Browsers browsers)
{
    [Fact]
    public async Task A_start_on_an_empty_folder_sets_up_and_asks_the_first_administrator_for_a_password()
    {
        var folder = Directory.CreateTempSubdirectory("portal-browser-empty-").FullName;
        try
        {
            await using var portal = await PortalProcess.ServeAsync(folder);
            var given = Regex.Match(portal.Console, "(?<=one-time password: )\\S+", RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
            given.ShouldNotBeEmpty(portal.Console);

            await using var window = await browsers.OpenAsync(portal, new() { Locale = "bs" });
            var page = window.Page;
            await page.GotoAsync("/sign-in");
            await page.Locator("#userName").FillAsync(DemoData.Administrator);
            await page.Locator("#password").FillAsync(given);
            await page.Locator("main form button").ClickAsync();
            await page.WaitForURLAsync("**/account/password");

            // There is no way round the change.
            await page.GotoAsync("/admin/moderation");
            new Uri(page.Url).AbsolutePath.ShouldBe("/account/password");
            await page.Locator("#currentPassword").FillAsync(given);
            await page.Locator("#newPassword").FillAsync(DemoData.Password);
            await page.Locator("#repeatedPassword").FillAsync(DemoData.Password);
            await page.Locator("main form button").First.ClickAsync();
            await page.WaitForURLAsync(url => !url.EndsWith("/account/password", StringComparison.Ordinal));
            await page.GotoAsync("/admin/moderation");
            await Assertions.Expect(page.Locator(".queue-item").First).ToBeVisibleAsync();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
