// Small comforts on top of pages that work without it: a long comment shows how much room is left, and links open folds.

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
  addEventListener('pageshow', show); // after a text that was kept has come back
}

// A link to a folded form or list of comments opens it; browsers do so only for some of their folds.
const unfold = () => {
  const target = location.hash.length > 1 && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  const fold = target && (target.matches('details') ? target : target.closest('details'));
  if (fold && !fold.open) { fold.open = true; target.scrollIntoView(); }
};
addEventListener('hashchange', unfold);
unfold();
