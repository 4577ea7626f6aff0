// A toolbar over each Markdown text, and beside it the text as the public page will show it. What the buttons insert can be typed as well.
import { changed, token, words } from './words.js';
import { combobox, findItems } from './picker.js';

const PAUSE = 400;
const template = document.getElementById('markdown-toolbar');

/** Replaces a passage so that the browser's own undo takes it back. */
const put = (area, text, from = area.selectionStart, to = area.selectionEnd) => {
  area.focus();
  area.setSelectionRange(from, to);
  if (!document.execCommand(text ? 'insertText' : 'delete', false, text)) {
    area.setRangeText(text, from, to, 'end');
    changed(area);
  }
};

const selected = (area) => area.value.slice(area.selectionStart, area.selectionEnd);

const wrap = (area, mark) => {
  const [from, to, text] = [area.selectionStart, area.selectionEnd, selected(area)];
  const around = area.value.slice(from - mark.length, from) === mark && area.value.slice(to, to + mark.length) === mark && area.value[from - mark.length - 1] !== '*';
  if (around) {
    put(area, text, from - mark.length, to + mark.length);
    area.setSelectionRange(from - mark.length, to - mark.length);
    return;
  }
  const [lead, inner, tail] = text ? text.match(/^(\s*)([\s\S]*?)(\s*)$/).slice(1) : ['', words.text, ''];
  put(area, `${lead}${mark}${inner}${mark}${tail}`);
  area.setSelectionRange(from + lead.length + mark.length, from + lead.length + mark.length + inner.length);
};

const lines = (area) => {
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const end = area.value.indexOf('\n', Math.max(area.selectionEnd - (selected(area).endsWith('\n') ? 1 : 0), from));
  return [from, end < 0 ? area.value.length : end];
};

const onLines = (area, change) => {
  const [from, to] = lines(area);
  const text = change(area.value.slice(from, to).split('\n')).join('\n');
  put(area, text, from, to);
  if (text.includes('\n')) area.setSelectionRange(from, from + text.length); else area.setSelectionRange(from + text.length, from + text.length);
};

const bullet = /^(\s*)([-*+]|\d+[.)])\s+/;
const heading = (area) => onLines(area, ([first, ...rest]) => {
  const [, marks = '', text] = first.match(/^(#{1,6})?\s*(.*)$/);
  const next = marks === '' ? '## ' : marks === '##' ? '### ' : '';
  return [next + (text || words.heading), ...rest];
});
const list = (area, numbered) => onLines(area, (all) => {
  const is = numbered ? /^\s*\d+[.)]\s+/ : /^\s*[-*+]\s+/;
  const off = all.some((line) => is.test(line)) && all.every((line) => !line.trim() || is.test(line));
  return all.map((line, i) => off ? line.replace(is, '') : line.trim() || all.length === 1 ? `${numbered ? `${i + 1}.` : '-'} ${line.replace(bullet, '$1')}` : line);
});

const block = (area, text, select) => {
  const before = area.value.slice(0, area.selectionStart);
  const lead = before === '' || before.endsWith('\n\n') ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  const after = area.value.slice(area.selectionEnd);
  const from = area.selectionStart + lead.length;
  put(area, `${lead}${text}${after.startsWith('\n\n') || after === '' ? '\n' : '\n\n'}`);
  if (select) {
    const at = from + text.indexOf(select);
    area.setSelectionRange(at, at + select.length);
  }
};

const footnote = (area) => {
  const number = Math.max(0, ...[...area.value.matchAll(/\[\^(\d+)\]/g)].map((m) => +m[1])) + 1;
  put(area, `[^${number}]`, area.selectionEnd, area.selectionEnd);
  const end = area.value.length;
  const lead = /\n\[\^\d+\]:[^\n]*\n*$/.test(area.value) ? (area.value.endsWith('\n') ? '' : '\n') : area.value.endsWith('\n\n') ? '' : area.value.endsWith('\n') ? '\n' : '\n\n';
  put(area, `${lead}[^${number}]: ${words.note}`, end, end);
  area.setSelectionRange(area.value.length - words.note.length, area.value.length);
};

const plain = (text) => text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ').trim();
const inCell = (text) => text.replace(/\|/g, '\\|');

/** Opens a dialog. Once its form is complete, `make` says what to do to the text, which cannot be written to before the dialog is gone. */
const ask = (id, area, begin, make) => {
  const dialog = document.getElementById(id);
  const error = dialog.querySelector('[role=alert]');
  const [from, to] = [area.selectionStart, area.selectionEnd];
  let insert = null;
  if (error) error.hidden = true;
  begin?.(dialog);
  const submit = (e) => {
    e.preventDefault();
    insert = make(dialog);
    if (!insert) { error.hidden = false; return; }
    dialog.close();
  };
  const form = dialog.querySelector('form');
  const cancel = dialog.querySelector('[value=cancel]');
  const close = () => dialog.close();
  form.addEventListener('submit', submit);
  cancel.addEventListener('click', close);
  dialog.addEventListener('close', () => {
    form.removeEventListener('submit', submit);
    cancel.removeEventListener('click', close);
    area.focus();
    area.setSelectionRange(from, to);
    insert?.();
  }, { once: true });
  dialog.showModal();
};

const value = (dialog, name) => dialog.querySelector(`#${dialog.id}-${name}`).value.trim();

let linkCulture = 'en';
const linkFind = document.getElementById('md-link-find');
if (linkFind) {
  combobox(linkFind, document.getElementById('md-link-found'), (text) => findItems('', linkCulture, text), (item) => {
    document.getElementById('md-link-url').value = item.href ?? '';
    const text = document.getElementById('md-link-text');
    if (!text.value.trim()) text.value = item.name;
    document.getElementById('md-link-url').focus();
  });
}

const link = (area, culture) => ask('md-link', area, (dialog) => {
  linkCulture = culture;
  dialog.querySelector('form').reset();
  dialog.querySelector('#md-link-text').value = selected(area);
}, (dialog) => {
  const url = value(dialog, 'url');
  const text = plain(value(dialog, 'text') || url);
  return url && (() => put(area, `[${text}](${url.replace(/[()\s]/g, (c) => ({ '(': '%28', ')': '%29' })[c] ?? encodeURIComponent(c))})`));
});

const table = (area) => ask('md-table', area, null, (dialog) => {
  const whole = (name, most) => Math.min(most, Math.max(1, Number.parseInt(value(dialog, name), 10) || 1));
  const [rows, columns] = [whole('rows', 100), whole('columns', 12)];
  const row = (cell) => `| ${Array.from({ length: columns }, (_, i) => cell(i)).join(' | ')} |`;
  return () => block(area, [row((i) => inCell(`${words.column} ${i + 1}`)), row(() => '---'), ...Array.from({ length: rows }, () => row(() => ' '))].join('\n'), `${words.column} 1`);
});

const figure = (area) => ask('md-figure', area, (dialog) => dialog.querySelector('form').reset(), (dialog) => {
  const [path, alt, caption] = ['path', 'alt', 'caption'].map((name) => value(dialog, name));
  // A picture that is not described does not exist for those who cannot see it.
  if (!path || !alt) return null;
  const url = /^(https?:|\/)/.test(path) ? path : `/media/${path.split('/').map(encodeURIComponent).join('/')}`;
  return () => block(area, `^^^\n![${plain(alt)}](${url})\n^^^ ${caption}`.trimEnd());
});

/** A new line in a list begins with its sign; an empty one ends the list. */
const goOn = (area, e) => {
  if (area.selectionStart !== area.selectionEnd) return;
  const from = area.value.lastIndexOf('\n', area.selectionStart - 1) + 1;
  const line = area.value.slice(from, area.selectionStart);
  const found = line.match(bullet);
  if (!found) return;
  e.preventDefault();
  if (line.trim() === found[2]) { put(area, '', from, area.selectionStart); return; }
  const sign = /\d/.test(found[2]) ? `${Number.parseInt(found[2], 10) + 1}${found[2].at(-1)}` : found[2];
  put(area, `\n${found[1]}${sign} `);
};

const enhance = (field) => {
  const area = field.querySelector('textarea');
  const { culture } = field.dataset;
  const bar = template.content.firstElementChild.cloneNode(true);
  if (area.id) bar.setAttribute('aria-controls', area.id);
  const buttons = [...bar.querySelectorAll('button')];
  buttons.forEach((button, i) => { button.tabIndex = i === 0 ? 0 : -1; });
  field.prepend(bar);

  const pane = document.createElement('div');
  pane.className = 'md-preview prose';
  pane.hidden = true;
  pane.tabIndex = 0;
  pane.setAttribute('role', 'region');
  pane.setAttribute('aria-label', words.preview);
  if (area.lang) pane.lang = area.lang;
  field.append(pane);

  let timer = 0, running = null;
  const render = async () => {
    running?.abort();
    running = new AbortController();
    const data = new FormData();
    for (const [name, text] of [['__RequestVerificationToken', token()], ['markdown', area.value], ['culture', culture]]) data.set(name, text);
    try {
      const answer = await fetch('/admin/content/render', { method: 'POST', body: data, redirect: 'manual', signal: running.signal });
      if (!answer.ok) return;
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      if (page.body.textContent.trim() || page.body.querySelector('img')) pane.replaceChildren(...page.body.childNodes);
      else pane.replaceChildren(Object.assign(document.createElement('p'), { className: 'hint', textContent: words.empty }));
      for (const a of pane.querySelectorAll('a[href]:not([href^="#"])')) a.target = '_blank';
      follow();
    } catch { /* The next letter asks again. */ }
  };
  const follow = () => {
    const [here, there] = [area.scrollHeight - area.clientHeight, pane.scrollHeight - pane.clientHeight];
    if (here > 0 && there > 0) pane.scrollTop = area.scrollTop / here * there;
  };
  const preview = (button) => {
    pane.hidden = !pane.hidden;
    field.classList.toggle('previewing', !pane.hidden);
    button.setAttribute('aria-pressed', String(!pane.hidden));
    if (!pane.hidden) render();
  };

  const acts = {
    bold: () => wrap(area, '**'), italic: () => wrap(area, '*'), heading: () => heading(area), list: () => list(area, false), numbers: () => list(area, true),
    link: () => link(area, culture), footnote: () => footnote(area), table: () => table(area), figure: () => figure(area),
  };

  bar.addEventListener('click', (e) => {
    const button = e.target.closest('button');
    if (!button) return;
    if (button.dataset.md === 'preview') preview(button); else acts[button.dataset.md]();
  });
  bar.addEventListener('focusin', (e) => buttons.forEach((button) => { button.tabIndex = button === e.target ? 0 : -1; }));
  bar.addEventListener('keydown', (e) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[e.key];
    if (e.key === 'Escape') { area.focus(); return; }
    if (to === undefined) return;
    e.preventDefault();
    buttons[(to + buttons.length) % buttons.length].focus();
  });

  area.addEventListener('input', () => { if (!pane.hidden) { clearTimeout(timer); timer = setTimeout(render, PAUSE); } });
  area.addEventListener('scroll', follow);
  area.addEventListener('keydown', (e) => {
    const key = e.key.toLowerCase();
    const act = (e.ctrlKey || e.metaKey) && !e.shiftKey && (e.altKey ? { 2: acts.heading } : { b: acts.bold, i: acts.italic, k: acts.link })[key];
    if (act) { e.preventDefault(); act(); }
    else if (e.altKey && e.key === 'F10') { e.preventDefault(); buttons.find((b) => b.tabIndex === 0).focus(); }
    else if (e.key === 'Enter' && !e.shiftKey && !e.ctrlKey && !e.isComposing) goOn(area, e);
  });
};

export const enhanceMarkdown = (root) => { if (template) root.querySelectorAll('[data-markdown]').forEach(enhance); };
