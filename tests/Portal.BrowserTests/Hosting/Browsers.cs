using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

[assembly: AssemblyFixture(typeof(Browsers))]

namespace Portal.BrowserTests.Hosting;

/// <summary>One browser for all tests; every test has a context of its own in it, as a private window has.</summary>
public sealed class Browsers : IAsyncLifetime
{
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>A visitor's window, at a phone's width unless the test says otherwise, with an eye on what goes wrong in it.</summary>
    public async Task<Window> OpenAsync(PortalProcess portal, BrowserNewContextOptions? options = null)
    {
        options ??= new();
        options.BaseURL = portal.Address.ToString();
        options.ViewportSize ??= Sizes.Phone;
        var context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        return new(context, await context.NewPageAsync(), portal.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

/// <summary>Screens that the pages are looked at on.</summary>
static class Sizes
{
    public static readonly ViewportSize Narrow = new() { Width = 320, Height = 640 }, Phone = new() { Width = 390, Height = 844 }, Zoomed = new() { Width = 640, Height = 450 }, Desk = new() { Width = 1280, Height = 900 };
}
