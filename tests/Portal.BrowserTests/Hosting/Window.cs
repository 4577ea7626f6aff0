using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Portal.BrowserTests.Hosting;

/// <summary>A browser window that remembers what no page may do: report an error, break its security policy, or ask another host for anything.</summary>
public sealed class Window : IAsyncDisposable
{
    readonly IBrowserContext context;
    readonly ConcurrentQueue<string> faults = new();

    public Window(IBrowserContext context, IPage page, Uri portal)
    {
        (this.context, Page) = (context, page);
        page.PageError += (_, error) => faults.Enqueue($"{page.Url}: {error}");
        page.Console += (_, message) =>
        {
            // A 404 or 422 that a test asked for is told in the console too; it is no fault of the page.
            var isAnswer = message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal) && message.Location.StartsWith(page.Url.Split('#')[0], StringComparison.Ordinal);
            if (message.Type is "error" or "warning" && !isAnswer) faults.Enqueue($"{page.Url}: {message.Text} {message.Location}");
        };
        context.Request += (_, request) =>
        {
            var asked = new Uri(request.Url);
            if (asked.Scheme is not "data" && asked.Authority != portal.Authority) faults.Enqueue($"{page.Url} asked {request.Url}");
        };
    }

    public IPage Page { get; }

    public void ShouldBeFaultless() => faults.ShouldBeEmpty();

    public async ValueTask DisposeAsync() => await context.DisposeAsync();
}
