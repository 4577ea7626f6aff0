namespace Portal.BrowserTests.Pages;

static class Layout
{
    /// <summary>Script that gives the focus to everything that takes it, as the keyboard would, and names what refuses it, hides that it has it, or comes out of turn.</summary>
    public const string Unreached = """
        () => {
          const found = [];
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')) {
            const name = `${e.tagName} ${(e.getAttribute('aria-label') ?? e.textContent).trim().slice(0, 40)}`;
            if (e.tabIndex > 0) found.push(`${name} comes out of turn`);
            if (e.tabIndex < 0 || e.disabled || !e.checkVisibility({ visibilityProperty: true })) continue;
            e.focus({ preventScroll: true, focusVisible: true });
            if (document.activeElement !== e) { found.push(`${name} does not take the focus`); continue; }
            const style = getComputedStyle(e);
            if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) found.push(`${name} does not show the focus`);
          }
          document.activeElement.blur();
          return found;
        }
        """;

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
