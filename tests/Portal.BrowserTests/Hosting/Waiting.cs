using Microsoft.Playwright;

namespace Portal.BrowserTests.Hosting;

/// <summary>
/// Waiting that works with scripts switched off too: the browser's own waits count its animation frames, and a page without scripts has none to give.
/// </summary>
static class Waiting
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(20);
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Asks again and again until the answer is yes.</summary>
    /// <exception cref="TimeoutException">It never was.</exception>
    public static async Task UntilAsync(this IPage page, string expression)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Step)
        {
            if (await IsTrueAsync(page, expression)) return;
            await Task.Delay(Step);
        }

        throw new TimeoutException($"{expression} never became true on {page.Url}.");
    }

    /// <summary>Marks the document, presses what leads away from it, and waits for the next one, which has no such mark, with its scripts: a key that is pressed before they have run is nobody's.</summary>
    public static async Task LeaveAsync(this IPage page, Func<Task> press)
    {
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        await press();
        await page.UntilAsync("() => !window.isLeft && document.readyState === 'complete'");
    }

    static async Task<bool> IsTrueAsync(IPage page, string expression)
    {
        try
        {
            return await page.EvaluateAsync<bool>(expression);
        }
        // The document went while it was asked.
        catch (PlaywrightException)
        {
            return false;
        }
    }
}
