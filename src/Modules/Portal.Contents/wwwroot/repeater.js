// Items inside an item: added, moved and removed on the page, with an undo. The same buttons send the form where no script runs.
import { announce, changed, say, words } from './words.js';

const newKey = () => [...crypto.getRandomValues(new Uint8Array(26))].map((n) => '0123456789abcdefghjkmnpqrstvwxyz'[n & 31]).join('');
const firstInput = (item) => item.querySelector('input:not([type=hidden]), textarea:not([hidden]), select');

const enhance = (bag, form, enhanceInside) => {
  const template = bag.querySelector('template');
  const blank = template.innerHTML;
  const { name } = bag.dataset;
  const items = () => [...bag.children].filter((child) => child.matches('.bag-item'));
  const addLine = [...bag.children].find((child) => child.matches('p.actions'));

  const makeOf = (key) => {
    const made = document.createElement('template');
    made.innerHTML = blank.replaceAll('new-item-key', key);
    return made.content.querySelector('.bag-item');
  };

  const number = () => items().forEach((item, i, all) => {
    item.setAttribute('aria-label', say(bag.dataset.label, name, i + 1, all.length));
    item.querySelector('.number').textContent = i + 1;
    for (const button of item.querySelectorAll('.bag-head [name=do]')) {
      button.querySelector('.visually-hidden').textContent = ` ${name} ${i + 1}`;
      button.hidden = (i === 0 && button.value.startsWith('up ')) || (i === all.length - 1 && button.value.startsWith('down '));
    }
  });

  const move = (item, by) => {
    const all = items();
    const to = all.indexOf(item) + by;
    if (to < 0 || to >= all.length) return false;
    if (by < 0) all[to].before(item); else all[to].after(item);
    number();
    changed(bag);
    announce(say(bag.dataset.moved, to + 1, all.length));
    return true;
  };

  const remove = (item) => {
    const note = Object.assign(document.createElement('p'), { className: 'undo' });
    const undo = Object.assign(document.createElement('button'), { type: 'button', className: 'button-quiet', textContent: words.undo });
    note.append(say(bag.dataset.removed), ' ', undo);
    item.replaceWith(note);
    undo.addEventListener('click', () => {
      note.replaceWith(item);
      number();
      changed(bag);
      firstInput(item)?.focus();
    });
    number();
    changed(bag);
    announce(say(bag.dataset.removed));
    undo.focus();
  };

  const add = () => {
    const item = makeOf(newKey());
    addLine.before(item);
    prepare(item);
    enhanceInside(item);
    number();
    firstInput(item)?.focus();
    item.scrollIntoView({ block: 'nearest' });
    changed(bag);
  };

  // The server leaves out buttons that lead nowhere; here they come and go.
  const prepare = (item) => {
    const actions = item.querySelector('.bag-head .row-actions');
    actions.replaceChildren(...makeOf(item.dataset.key).querySelector('.row-actions').childNodes);
    const handle = Object.assign(document.createElement('span'), { className: 'drag', textContent: '⠿', title: words.drag });
    handle.setAttribute('aria-hidden', 'true');
    item.querySelector('.bag-head').prepend(handle);
    handle.addEventListener('pointerdown', () => { item.draggable = true; });
    handle.addEventListener('pointerup', () => { item.draggable = false; });
    item.addEventListener('dragstart', (e) => { if (e.target === item) { item.classList.add('dragged'); e.dataTransfer.effectAllowed = 'move'; e.dataTransfer.setData('text/plain', ''); } });
    item.addEventListener('dragend', () => { item.draggable = false; item.classList.remove('dragged'); number(); changed(bag); });
    item.addEventListener('keydown', (e) => {
      if (!e.altKey || (e.key !== 'ArrowUp' && e.key !== 'ArrowDown') || e.ctrlKey) return;
      const focused = document.activeElement;
      e.preventDefault();
      if (move(item, e.key === 'ArrowUp' ? -1 : 1)) focused.focus();
    });
  };

  bag.addEventListener('dragover', (e) => {
    const dragged = bag.querySelector('.bag-item.dragged');
    const over = e.target.closest('.bag-item');
    if (!dragged || !over || over === dragged || over.parentElement !== bag) return;
    e.preventDefault();
    const { top, height } = over.getBoundingClientRect();
    if (e.clientY < top + height / 2) over.before(dragged); else over.after(dragged);
  });
  bag.addEventListener('drop', (e) => e.preventDefault());

  bag.addEventListener('click', (e) => {
    const button = e.target.closest('button[name=do]');
    if (!button) return;
    const [what] = button.value.split(' ');
    if (!['add', 'up', 'down', 'remove'].includes(what)) return;
    e.preventDefault();
    const item = button.closest('.bag-item');
    if (what === 'add') add();
    else if (what === 'remove') remove(item);
    else {
      move(item, what === 'up' ? -1 : 1);
      (button.hidden ? item.querySelector('.bag-head button:not([hidden])') : button).focus();
    }
  });

  for (const item of items()) prepare(item);
  number();
};

export const enhanceBags = (form, enhanceInside) => form.querySelectorAll('[data-bag]').forEach((bag) => enhance(bag, form, enhanceInside));
