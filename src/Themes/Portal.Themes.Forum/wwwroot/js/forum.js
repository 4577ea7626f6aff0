// Small comforts on top of pages that work without it: what was typed survives a closed tab, and a long comment shows how
// much room is left. Text is kept in this tab only, and forgotten when the receipt says that it has arrived.
const store = (() => { try { return window.sessionStorage; } catch { return null; } })();

for (const receipt of document.querySelectorAll('[data-sent]')) store?.removeItem(`typed:${receipt.dataset.sent}`);

for (const area of document.querySelectorAll('textarea[data-keep]')) {
  const key = `typed:${area.dataset.keep}`;
  const kept = store?.getItem(key);
  if (kept && !area.value) {
    area.value = kept;
    area.closest('details')?.setAttribute('open', '');
  }
  area.addEventListener('input', () => {
    try {
      if (area.value) store?.setItem(key, area.value); else store?.removeItem(key);
    } catch { /* a full or forbidden store only costs the comfort */ }
  });
}

// The count appears near the limit only, and is read out at rest, not at every key.
for (const count of document.querySelectorAll('[data-count-for]')) {
  const area = document.getElementById(count.dataset.countFor);
  if (!area || area.maxLength < 1) continue;
  const number = new Intl.NumberFormat(document.documentElement.lang || undefined);
  let rest;
  const show = () => {
    const left = area.maxLength - area.value.length;
    count.hidden = left > area.maxLength / 4;
    count.textContent = count.dataset.text.replace('{0}', number.format(left));
  };
  area.addEventListener('input', () => { clearTimeout(rest); rest = setTimeout(show, 400); });
  show();
}

// A link to a folded form or list of comments opens it; browsers do so only for some of their folds.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && (target.matches('details') ? target : target.closest('details'));
  if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
};
addEventListener('hashchange', unfold);
unfold();
