using Microsoft.Playwright;

namespace Portal.BrowserTests.Participation;

static class ReceiptPage
{
    /// <summary>The code as a citizen copies it from the page.</summary>
    public static async Task<string> CodeAsync(IPage page)
    {
        await page.Locator(".receipt-code").WaitForAsync();
        var groups = await page.Locator(".receipt-code span:not(.visually-hidden)").AllInnerTextsAsync();
        groups.Count.ShouldBe(7);
        return string.Join('-', groups.Select(g => g.Trim()));
    }
}
