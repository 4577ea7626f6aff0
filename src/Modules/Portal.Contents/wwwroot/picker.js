// Finding items by typing: over boxes and lists that are there, or among all items of the portal where a list would be too long.
import { announce, changed, say, words } from './words.js';
import { fold } from './fold.js';

const FEW = 10;
let count = 0;

/** An input with a list of what it finds (ARIA combobox). */
export const combobox = (input, list, search, choose) => {
  let active = -1, waiting = 0, asked = 0, found = [];

  const close = () => { list.hidden = true; active = -1; input.setAttribute('aria-expanded', 'false'); input.removeAttribute('aria-activedescendant'); };

  const mark = (at) => {
    const options = [...list.querySelectorAll('[role=option]')];
    if (options.length === 0) return;
    active = (at + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute('aria-selected', String(i === active)));
    options[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', options[active].id);
  };

  const show = async () => {
    const turn = ++asked;
    let answer;
    try { answer = await search(input.value.trim()); } catch { return; }
    if (turn !== asked) return;
    found = answer;
    active = -1;
    list.replaceChildren(...found.map((item, i) => {
      const option = document.createElement('li');
      option.id = `${list.id}-${i}`;
      option.setAttribute('role', 'option');
      option.setAttribute('aria-selected', 'false');
      const name = document.createElement('span');
      name.textContent = item.name;
      if (item.lang) name.lang = item.lang;
      option.append(name);
      if (item.type) option.append(Object.assign(document.createElement('small'), { textContent: item.type }));
      option.addEventListener('pointerdown', (e) => { e.preventDefault(); take(i); });
      return option;
    }));
    if (found.length === 0 && input.value.trim()) list.append(Object.assign(document.createElement('li'), { textContent: words.nothing }));
    list.hidden = list.children.length === 0;
    input.setAttribute('aria-expanded', String(!list.hidden));
    if (found.length === 0 && input.value.trim()) announce(words.nothing);
  };

  const take = (at) => {
    const item = found[at];
    if (!item) return;
    close();
    input.value = '';
    choose(item);
    announce(say(words.chosen, item.name));
  };

  input.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(show, 200); });
  input.addEventListener('blur', () => setTimeout(close, 150));
  input.addEventListener('keydown', (e) => {
    if (e.key === 'ArrowDown') { e.preventDefault(); if (list.hidden) show(); else mark(active + 1); }
    else if (e.key === 'ArrowUp' && !list.hidden) { e.preventDefault(); mark(active - 1); }
    else if (e.key === 'Enter') { e.preventDefault(); if (!list.hidden) take(Math.max(active, 0)); }
    else if (e.key === 'Escape' && !list.hidden) { e.preventDefault(); e.stopPropagation(); close(); }
  });
};

/** Items of the whole portal. */
export const findItems = async (types, culture, text) => {
  if (!text) return [];
  const answer = await fetch(`/admin/content/find?type=${encodeURIComponent(types)}&culture=${encodeURIComponent(culture)}&q=${encodeURIComponent(text)}`);
  return answer.ok ? answer.json() : [];
};

const searchInput = (label, isCombobox) => {
  const box = document.createElement('div');
  const id = `find-${++count}`;
  box.className = 'pick-find';
  box.dataset.notTyped = '';
  const input = Object.assign(document.createElement('input'), { type: 'search', id, autocomplete: 'off' });
  input.setAttribute('aria-label', `${label}: ${words.find}`);
  input.placeholder = words.find;
  box.append(input);
  if (!isCombobox) return { box, input };

  const list = Object.assign(document.createElement('ul'), { id: `${id}-list`, className: 'found', hidden: true });
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', words.find);
  for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-autocomplete', 'list'], ['aria-controls', list.id]]) input.setAttribute(name, value);
  box.append(list);
  return { box, input, list };
};

const labelOf = (picker) => (picker.closest('fieldset')?.querySelector('legend') ?? picker.closest('.field')?.querySelector('label'))?.firstChild?.textContent?.trim() ?? '';

const enhanceMany = (picker, culture) => {
  const boxes = picker.querySelector('.choice-list');
  const remote = picker.querySelector('.pick-search');
  if (!remote && boxes.children.length <= FEW) return;
  const { box, input, list } = searchInput(labelOf(picker), !!remote);
  picker.prepend(box);
  if (!remote) {
    // Everything is there: what does not fit is put away, what is chosen stays in view.
    input.addEventListener('keydown', (e) => { if (e.key === 'Enter') e.preventDefault(); });
    input.addEventListener('input', () => {
      const wanted = fold(input.value).split(/\s+/).filter(Boolean);
      for (const label of boxes.querySelectorAll('label')) label.hidden = !label.querySelector('input').checked && !wanted.every((word) => fold(label.textContent).includes(word));
    });
    return;
  }

  remote.remove();
  combobox(input, list, (text) => findItems(picker.dataset.picker, culture, text), (item) => {
    let there = [...boxes.querySelectorAll('input')].find((i) => i.value === item.set);
    if (!there) {
      const label = Object.assign(document.createElement('label'), { className: 'choice' });
      there = Object.assign(document.createElement('input'), { type: 'checkbox', name: picker.dataset.many, value: item.set });
      const name = Object.assign(document.createElement('span'), { textContent: item.name });
      if (item.lang) name.lang = item.lang;
      label.append(there, ' ', name);
      boxes.prepend(label);
    }
    there.checked = true;
    changed(there);
  });
};

const enhanceOne = (picker, select, culture) => {
  const remote = picker.querySelector('.pick-search');
  if (select.multiple || (!remote && select.options.length <= FEW)) return;
  const { box, input, list } = searchInput(labelOf(picker), true);
  picker.append(box);
  remote?.remove();
  const local = (text) => {
    const wanted = fold(text).split(/\s+/).filter(Boolean);
    return wanted.length === 0 ? [] : [...select.options].filter((o) => o.value && wanted.every((word) => fold(o.text).includes(word))).slice(0, 20)
      .map((o) => ({ set: o.value, name: o.text, lang: o.lang, type: o.parentElement.label }));
  };
  combobox(input, list, (text) => remote ? findItems(picker.dataset.picker, culture, text) : local(text), (item) => {
    if (![...select.options].some((o) => o.value === item.set)) {
      const option = new Option(item.name, item.set);
      if (item.lang) option.lang = item.lang;
      select.append(option);
    }
    select.value = item.set;
    changed(select);
  });
};

export const enhancePickers = (root) => {
  const culture = document.documentElement.lang.startsWith('sr-L') ? 'sr-Latn' : document.documentElement.lang.slice(0, 2);
  for (const picker of root.querySelectorAll('[data-picker]')) {
    const select = picker.querySelector('select');
    if (select) enhanceOne(picker, select, culture); else enhanceMany(picker, culture);
  }
};
