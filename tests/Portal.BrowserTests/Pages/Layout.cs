namespace Portal.BrowserTests.Pages;

static class Layout
{
    /// <summary>Script that names what reaches over the right edge, if the page scrolls sideways.</summary>
    public const string Overflow = """
        () => {
          const width = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= width) return [];
          const scrollsItself = e => { for (let p = e.parentElement; p !== document.body && p; p = p.parentElement) if (getComputedStyle(p).overflowX !== 'visible') return true; return false; };
          return [...document.querySelectorAll('body *')].filter(e => e.getBoundingClientRect().right > width + 1 && !scrollsItself(e)).slice(0, 5).map(e => `${e.tagName}.${e.className}: ${e.textContent.trim().slice(0, 40)}`).concat('the page scrolls sideways');
        }
        """;
}
