using Microsoft.Playwright;

namespace Portal.BrowserTests.Hosting;

/// <summary>A visitor who has a keyboard and nothing else.</summary>
sealed class Keyboard(IPage page)
{
    /// <summary>More stops than any page has between two things that belong together.</summary>
    const int Patience = 250;

    /// <summary>Tabs until the element has the focus.</summary>
    public async Task ReachAsync(ILocator target)
    {
        await target.First.WaitForAsync();
        // Found once: looking for it again at every stop would take most of a test's time.
        var element = await target.First.ElementHandleAsync();
        for (var stop = 0; stop < Patience; stop++)
        {
            if (await element.EvaluateAsync<bool>("e => e === document.activeElement")) return;
            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{target} cannot be reached by the keyboard on {page.Url}.");
    }

    public Task TypeAsync(string text) => page.Keyboard.InsertTextAsync(text);

    public Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public async Task FillAsync(ILocator field, string text)
    {
        await ReachAsync(field);
        await TypeAsync(text);
    }

    /// <summary>Follows a link or presses a button that leads to another page.</summary>
    public async Task FollowAsync(ILocator target)
    {
        await ReachAsync(target);
        await page.LeaveAsync(() => page.Keyboard.PressAsync("Enter"));
    }
}
