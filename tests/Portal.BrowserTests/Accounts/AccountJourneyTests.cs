using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Accounts;

public sealed class AccountJourneyTests(ServedDemo demo, Browsers browsers) : IClassFixture<ServedDemo>
{
    [Theory]
    [InlineData("bs", "četiri sasvim nasumične riječi", "Vaš nalog je spreman.", "Vaš nalog je izbrisan")]
    [InlineData("sq", "katër fjalë krejt të rastit", "Llogaria juaj është gati.", "Llogaria juaj u fshi")]
    public async Task From_registering_to_deleting_the_account(string culture, string password, string welcome, string farewell)
    {
        var email = $"citizen-{culture}@example.org";
        await using var citizen = await browsers.OpenAsync(demo.Portal, new() { Locale = "en" });
        var page = citizen.Page;

        await page.GotoAsync($"/{culture}");
        await page.Locator(".site-foot a[href^='/account']").ClickAsync();
        await page.Locator("a[href='/register']").ClickAsync();
        await page.GotoAsync($"/register?lang={culture}");
        await IsAccessibleAsync(page);
        await page.FillAsync("#email", email);
        await page.Locator("main form button").ClickAsync();
        await page.GotoAsync(await LinkToAsync(email));
        await page.FillAsync("#newPassword", "password1234");
        await page.FillAsync("#repeatedPassword", "password1234");
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator("#newPassword-error")).ToBeVisibleAsync();
        await page.FillAsync("#newPassword", password);
        await page.FillAsync("#repeatedPassword", password);
        await page.Locator("main form button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(welcome);
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", culture);
        await IsAccessibleAsync(page);

        await page.GotoAsync("/account/security");
        await IsAccessibleAsync(page);
        await page.Locator("a[href='/account/second-factor']").ClickAsync();
        await IsAccessibleAsync(page);
        var app = new App(await page.Locator(".secret").InnerTextAsync());
        await page.FillAsync("#code", app.Code());
        await page.FillAsync("#currentPassword", password);
        await page.Locator("form[action='/account/second-factor'] button").ClickAsync();
        await Assertions.Expect(page.Locator(".codes li")).ToHaveCountAsync(10);
        await page.Locator("main a.button").ClickAsync();

        await page.Locator(".account-nav button").ClickAsync();
        await page.FillAsync("#userName", email);
        await page.FillAsync("#password", password);
        await page.Locator("form[action^='/sign-in'] button").First.ClickAsync();
        await IsAccessibleAsync(page);
        await page.FillAsync("#code", app.Code(steps: 1));
        await page.Locator("form[action='/sign-in/code'] button").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(email);

        await page.Locator("a[href='/account/delete']").ClickAsync();
        await IsAccessibleAsync(page);
        await page.FillAsync("#currentPassword", password);
        await page.Locator("form[action='/account/delete'] button").ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(farewell);
        await page.GotoAsync("/account");
        await Assertions.Expect(page.Locator("#userName")).ToBeVisibleAsync();
        citizen.ShouldBeFaultless();
    }

    [Fact]
    public async Task A_passkey_signs_in_without_a_password()
    {
        const string Password = "four quite random words";
        await using var citizen = await browsers.OpenAsync(demo.Portal, new() { Locale = "en" });
        var page = citizen.Page;
        // Browsers know passkeys for names, not for addresses.
        var site = $"http://localhost:{demo.Portal.Address.Port}";
        await page.GotoAsync($"{site}/register");
        await page.FillAsync("#email", "passkey@example.org");
        await page.Locator("main form button").ClickAsync();
        await page.GotoAsync(await LinkToAsync("passkey@example.org"));
        await page.FillAsync("#newPassword", Password);
        await page.FillAsync("#repeatedPassword", Password);
        await page.Locator("main form button").ClickAsync();

        var device = await page.Context.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new(StringComparer.Ordinal)
        {
            ["options"] = new Dictionary<string, object>(StringComparer.Ordinal) { ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true, ["hasUserVerification"] = true, ["isUserVerified"] = true, ["automaticPresenceSimulation"] = true },
        });
        await page.GotoAsync($"{site}/account/security");
        await page.FillAsync("#name", "my telephone");
        await page.FillAsync("#password-passkey", Password);
        await page.Locator("form[data-creates] button").ClickAsync();
        await Assertions.Expect(page.Locator("#passkeys ~ .rows")).ToContainTextAsync("my telephone");

        await page.Locator(".account-nav button").ClickAsync();
        await page.Locator("form[data-passkey] [type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("passkey@example.org");
    }

    /// <summary>The link in the mail to somebody; mails lie in the pickup folder.</summary>
    async Task<string> LinkToAsync(string email)
    {
        var folder = Directory.CreateDirectory(Path.Combine(demo.Portal.Folder, "mail"));
        for (var attempt = 0; attempt < 120; attempt++)
        {
            foreach (var file in folder.GetFiles("*.eml"))
            {
                var mail = await File.ReadAllTextAsync(file.FullName, TestContext.Current.CancellationToken);
                if (!mail.Contains($"To: <{email}>", StringComparison.Ordinal)) continue;
                var text = mail.Contains("base64", StringComparison.Ordinal) ? Encoding.UTF8.GetString(Convert.FromBase64String(mail[mail.IndexOf("\r\n\r\n", StringComparison.Ordinal)..])) : mail;
                if (Regex.Match(text, @"http://\S+code=\S+", RegexOptions.None, TimeSpan.FromSeconds(1)) is { Success: true } link) return link.Value;
            }

            await Task.Delay(250, TestContext.Current.CancellationToken);
        }

        throw new TimeoutException($"No mail came to {email}.");
    }

    static async Task IsAccessibleAsync(IPage page) => (await Axe.ViolationsAsync(page)).ShouldBeEmpty();
}
