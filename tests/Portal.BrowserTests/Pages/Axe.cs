using System.Text.Json;
using Microsoft.Playwright;
using Portal.BrowserTests.Hosting;

namespace Portal.BrowserTests.Pages;

/// <summary>The accessibility rules of WCAG 2.2 AA, as far as a program can judge them.</summary>
static class Axe
{
    static readonly Lazy<Task<string>> Rules = new(() => File.ReadAllTextAsync(Tool.Package("axe-core", "axe.min.js")));

    const string Run = """
        async () => {
          // What the browser has not laid out yet has no true place; the rules are about the page as a reader finds it.
          document.styleSheets[0].insertRule('.comments, .footnotes, .about-text { content-visibility: visible !important }');
          const found = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] });
          return JSON.stringify(found.violations.flatMap(v => v.nodes.map(n => `${v.id}: ${n.target.join(' ')} - ${(n.any.concat(n.all, n.none)[0] ?? v).message ?? v.help}`)));
        }
        """;

    /// <returns>What breaks a rule, and where.</returns>
    public static async Task<IReadOnlyList<string>> ViolationsAsync(IPage page)
    {
        await page.UntilAsync("() => document.readyState === 'complete' && document.styleSheets.length > 0");
        await page.EvaluateAsync(await Rules.Value);
        return JsonSerializer.Deserialize<List<string>>(await page.EvaluateAsync<string>(Run))!;
    }
}
