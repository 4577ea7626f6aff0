// Keyboard and small comforts of the workbench. Every one of them repeats a button or a field of the page, which all work without this script.
const form = document.querySelector('form.workbench');
const rows = () => [...form.querySelectorAll('[data-row]')];
const areaOf = (row) => row.querySelector('textarea');
const rowOf = (element) => element?.closest?.('[data-row]');

const go = (row) => { if (row) { areaOf(row).focus(); row.scrollIntoView({ block: 'nearest' }); } };
const step = (by) => { const all = rows(); const at = all.indexOf(rowOf(document.activeElement)); go(all[at < 0 ? 0 : at + by]); };

// A passage needs work as long as it is empty, or stands as it was when its source changed.
const needsWork = (row) => row.classList.contains('needs-work') && (areaOf(row).value.trim() === '' || (areaOf(row).value === areaOf(row).defaultValue && row.querySelector('[data-same]')?.checked === false));
const next = () => {
  const all = rows(); const at = all.indexOf(rowOf(document.activeElement));
  go([...all.slice(at + 1), ...all.slice(0, Math.max(0, at))].find(needsWork));
};

const put = (area, text, whole) => {
  area.focus();
  if (whole) area.select();
  // Typed in, so that one step of undo takes it out again.
  if (!document.execCommand('insertText', false, text)) area.setRangeText(text, area.selectionStart, area.selectionEnd, 'end');
};

const copy = (row) => { const source = row?.querySelector('[data-source]'); if (source) put(areaOf(row), source.textContent, true); };
const term = (row, index) => { const button = row?.querySelectorAll('[data-term]')[index]; if (button) put(areaOf(row), button.dataset.term, false); };

form?.addEventListener('click', (e) => {
  const button = e.target.closest('[data-copy], [data-term]');
  if (!button) return;
  e.preventDefault();
  if (button.matches('[data-copy]')) copy(rowOf(button)); else put(areaOf(rowOf(button)), button.dataset.term, false);
});

form?.addEventListener('keydown', (e) => {
  const row = rowOf(e.target);
  const act = e.ctrlKey || e.metaKey
    ? (e.key === 'Enter' && (() => form.requestSubmit(form.querySelector('[value=save]'))))
    : e.altKey && ({
      ArrowDown: () => step(1), ArrowUp: () => step(-1), Enter: next,
      KeyC: () => copy(row), KeyS: () => row?.querySelector('[data-same]')?.click(),
    }[e.code] ?? (/^Digit[1-9]$/.test(e.code) && (() => term(row, Number(e.code.at(-1)) - 1))));
  if (act) { e.preventDefault(); act(); }
});

// What was typed is not left by mistake.
let typed = false, sent = false;
form?.addEventListener('input', () => { typed = true; });
form?.addEventListener('submit', () => { sent = true; });
addEventListener('beforeunload', (e) => { if (typed && !sent) e.preventDefault(); });
