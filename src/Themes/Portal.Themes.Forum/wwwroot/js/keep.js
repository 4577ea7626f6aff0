// What was typed survives a reload, a way round and the Back button. It is kept in this tab only, and forgotten when the
// receipt says that it has arrived. The page waits for this file: a script that came later would miss what is typed first.
(() => {
  const store = (() => { try { return window.sessionStorage; } catch { return null; } })();
  const keyOf = area => `typed:${area.dataset.keep}`;

  document.addEventListener('input', ({ target: area }) => {
    if (!area.matches('textarea[data-keep]')) return;
    try {
      if (area.value) store?.setItem(keyOf(area), area.value); else store?.removeItem(keyOf(area));
    } catch {
      // The store is full: nothing kept is better than half of it.
      store?.removeItem(keyOf(area));
    }
  });

  // Every key was kept, so nothing on the page is newer: neither what was sent with it nor what the browser remembers of it.
  const restore = () => {
    for (const receipt of document.querySelectorAll('[data-sent]')) store?.removeItem(`typed:${receipt.dataset.sent}`);
    for (const area of document.querySelectorAll('textarea[data-keep]')) {
      const kept = store?.getItem(keyOf(area));
      if (!kept || kept === area.value) continue;
      area.value = kept;
      area.closest('details')?.setAttribute('open', '');
    }
  };
  addEventListener('DOMContentLoaded', restore);
  addEventListener('pageshow', restore);
})();
