// Comforts of the editors' lists and of the moderators' queue; without this script all of it works by the boxes and buttons alone.
//   x ticks the item in focus;   the box in the head ticks the whole page;   the number that is ticked is said.
const form = document.querySelector('.bulk-form');
const boxes = form ? [...form.querySelectorAll('[name=chosen], [name=rows]')] : [];
const all = form?.querySelector('.tick-all');
const count = form?.querySelector('.bulk-count');

const say = () => {
  const ticked = boxes.filter((b) => b.checked).length;
  count.textContent = ticked === 0 ? '' : ticked === 1 ? count.dataset.one : count.dataset.many.replace('#', ticked);
  if (!all) return;
  all.checked = ticked === boxes.length;
  all.indeterminate = ticked > 0 && ticked < boxes.length;
};

if (all) {
  all.hidden = false;
  all.addEventListener('change', () => { for (const box of boxes) box.checked = all.checked; });
}
if (form) {
  // A form that comes to stay at an edge does not cover the box that brought it.
  form.addEventListener('change', (e) => { say(); if (boxes.includes(e.target)) e.target.scrollIntoView({ block: 'nearest' }); });
  say();
}

addEventListener('keydown', (e) => {
  if (e.key !== 'x' || e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input:not([type=checkbox]), textarea, select, dialog')) return;
  const box = document.activeElement?.closest('[data-row], .queue-item')?.querySelector('[name=chosen], [name=rows]');
  if (box) { e.preventDefault(); box.click(); }
});
