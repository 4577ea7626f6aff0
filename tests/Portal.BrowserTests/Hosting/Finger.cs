using Microsoft.Playwright;

namespace Portal.BrowserTests.Hosting;

/// <summary>Taps and clicks as people do: after scrolling has come to rest. What scrolling brings near is laid out first, and may move the target.</summary>
static class Finger
{
    const string AtRest = """
        async target => {
          const frame = () => new Promise(done => requestAnimationFrame(done));
          for (let top = null; ;) {
            target.scrollIntoView({ block: 'center' });
            await frame();
            await frame();
            const now = target.getBoundingClientRect().top;
            if (now === top) return;
            top = now;
          }
        }
        """;

    public static async Task ClickAsync(ILocator target)
    {
        await target.EvaluateAsync(AtRest);
        await target.ClickAsync();
    }

    public static async Task TapAsync(ILocator target)
    {
        await target.EvaluateAsync(AtRest);
        await target.TapAsync();
    }
}
