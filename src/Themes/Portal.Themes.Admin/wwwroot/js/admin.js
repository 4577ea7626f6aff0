// Keyboard comforts for people who decide many times a day. Every one of them repeats a link or button on the page:
//   data-key="g q" on a link or button: these keys, one after the other, follow or press it;   ? shows the list.
//   .queue-item, [data-row]: j and k move between them, Enter opens the one in focus.
const typing = (e) => e.target.closest('input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable], dialog');
const list = document.querySelector('dialog.shortcut-list');
let before = '', beforeAt = 0;

const move = (step) => {
  const links = [...document.querySelectorAll('.queue-item .open, [data-row] .open')];
  if (links.length === 0) return false;
  const at = links.indexOf(document.activeElement);
  links[Math.min(links.length - 1, Math.max(0, at < 0 ? 0 : at + step))].focus();
  return true;
};

const act = (keys) => {
  const target = document.querySelector(`[data-key="${CSS.escape(keys)}"]`);
  if (!target) return false;
  if (target.matches('input, textarea, select')) { target.focus(); if (target.type === 'radio') target.click(); } else target.click();
  return true;
};

addEventListener('keydown', (e) => {
  if (e.ctrlKey || e.metaKey || e.altKey || e.key.length > 1 || typing(e)) return;
  const sequence = before && e.timeStamp - beforeAt < 1200 ? `${before} ${e.key}` : '';
  const done =
    (e.key === '?' && list && (list.showModal(), true)) ||
    (sequence && act(sequence)) || act(e.key) ||
    (e.key === 'j' && move(1)) || (e.key === 'k' && move(-1));
  before = done ? '' : e.key;
  beforeAt = e.timeStamp;
  if (done) e.preventDefault();
});

// Where one is stays in view: the rail may be longer than the window, and so may the sheet that it is on a phone.
const here = document.querySelector('.rail-menu [aria-current]');
const sheet = document.querySelector('.rail-menu');
const show = (box) => { box.scrollTop = Math.max(0, here.getBoundingClientRect().bottom - box.getBoundingClientRect().top + box.scrollTop + 48 - box.clientHeight); };
if (here) {
  show(here.closest('.admin-rail'));
  sheet.addEventListener('toggle', (e) => { if (e.newState === 'open') show(sheet); });
}
