using System.Collections.Concurrent;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;
using Portal.BrowserTests.Pages;

namespace Portal.BrowserTests.Site;

/// <summary>A page of one type in one culture, and what was found wrong with it.</summary>
/// <param name="Html">As the portal sent it.</param>
/// <param name="Transferred">Bytes by address: everything that a first visitor loads before scrolling.</param>
/// <param name="Violations">Rules of accessibility that it breaks.</param>
/// <param name="Sideways">What reaches over the edge of the narrowest screen.</param>
/// <param name="Unreached">What cannot be reached by keyboard in the order of the page, or does not show that it was.</param>
public sealed record VisitedPage(string Culture, string Kind, string Path, int Status, string Html, IReadOnlyList<(string Address, int Bytes)> Transferred, IReadOnlyList<string> Violations, IReadOnlyList<string> Unreached, IReadOnlyList<string> Sideways)
{
    public override string ToString() => $"{Culture} {Kind} ({Path})";
}

/// <summary>Every type of page in every culture, visited once in a browser for all tests of the class: at a phone's width in Serbian, on a desk in the others.</summary>
public sealed class VisitedSite(DemoData data, Browsers browsers) : IAsyncLifetime
{
    readonly ConcurrentQueue<VisitedPage> pages = new();
    readonly ConcurrentQueue<(string Kind, string Html)> forms = new();
    readonly ConcurrentQueue<Exception> faults = new();

    public IReadOnlyCollection<VisitedPage> Pages => pages;

    /// <summary>What citizens who comment and moderators got to see, in one language.</summary>
    public IReadOnlyCollection<(string Kind, string Html)> Forms => forms;

    /// <summary>What windows noticed by themselves: errors of scripts, refused resources, other hosts.</summary>
    public IReadOnlyCollection<Exception> Faults => faults;

    public async ValueTask InitializeAsync()
    {
        var folder = data.Copy();
        try
        {
            await using var portal = await PortalProcess.ServeAsync(folder);
            await Parallel.ForEachAsync(Demo.Cultures, new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (culture, _) => await VisitAsync(portal, culture));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    async Task VisitAsync(PortalProcess portal, string culture)
    {
        var size = culture == "sr" ? Sizes.Phone : Sizes.Desk;
        await using var window = await browsers.OpenAsync(portal, new() { Locale = culture, ViewportSize = size, ReducedMotion = ReducedMotion.Reduce });
        // Everybody is a first visitor: what was loaded for one page is loaded again for the next.
        await (await window.Page.Context.NewCDPSessionAsync(window.Page)).SendAsync("Network.setCacheDisabled", new(StringComparer.Ordinal) { ["cacheDisabled"] = true });
        var requests = new ConcurrentQueue<IRequest>();
        window.Page.RequestFinished += (_, request) => requests.Enqueue(request);

        foreach (var (kind, path) in await PageTypes.InAsync(portal, culture))
        {
            requests.Clear();
            var response = (await window.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load }))!;
            await window.Page.EvaluateAsync("() => document.fonts.ready");
            var sizes = new List<(string, int)>();
            foreach (var request in requests) sizes.Add((request.Url, (await request.SizesAsync()).ResponseBodySize));

            pages.Enqueue(new(culture, kind, path, response.Status, await response.TextAsync(), sizes, await ViolationsAsync(window.Page, culture), await UnreachedAsync(window.Page, culture), await SidewaysAsync(window.Page, size)));
        }

        if (culture == "sq") await FillInAsync(portal, window.Page, culture);

        try
        {
            window.ShouldBeFaultless();
        }
        catch (ShouldAssertException fault)
        {
            faults.Enqueue(fault);
        }
    }

    async Task FillInAsync(PortalProcess portal, IPage page, string culture)
    {
        IResponse? shown = null;
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Status is < 300 or >= 400) shown = response;
        };
        await new SiteWalk(portal, page, culture, async kind => forms.Enqueue((kind, await shown!.TextAsync()))).EverywhereAsync();
    }

    static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page, string culture)
    {
        var found = await Axe.ViolationsAsync(page);
        if (culture != "sr") return found;

        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        var dark = (await Axe.ViolationsAsync(page)).Select(v => $"in the dark: {v}");
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        return [.. found, .. dark];
    }

    /// <summary>Where the focus goes hangs on markup and styles, not on the language: it is looked at in two, on a phone and on a desk.</summary>
    static async Task<IReadOnlyList<string>> UnreachedAsync(IPage page, string culture) => culture is "sr" or "en" ? await page.EvaluateAsync<string[]>(Layout.Unreached) : [];

    static async Task<IReadOnlyList<string>> SidewaysAsync(IPage page, ViewportSize size)
    {
        await page.SetViewportSizeAsync(Sizes.Narrow.Width, Sizes.Narrow.Height);
        var found = await page.EvaluateAsync<string[]>(Layout.Overflow);
        await page.SetViewportSizeAsync(size.Width, size.Height);
        return found;
    }
}
