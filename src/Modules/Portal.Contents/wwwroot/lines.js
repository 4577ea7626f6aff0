// Several texts, one per line: each becomes a row. Enter adds one, Backspace in an empty one takes it away, Alt and the arrows move it; what is pasted is divided at its lines.
import { announce, changed, say, words } from './words.js';

const button = (text, act) => {
  const made = Object.assign(document.createElement('button'), { type: 'button', className: 'button-quiet', textContent: text });
  made.addEventListener('click', act);
  return made;
};

const enhance = (area) => {
  const label = area.dataset.lines;
  const list = document.createElement('div');
  list.className = 'lines';
  list.setAttribute('role', 'group');
  list.setAttribute('aria-label', label);
  const rows = () => [...list.querySelectorAll('.line')];
  const inputOf = (row) => row.querySelector('textarea');

  const write = () => {
    area.value = rows().map((row) => inputOf(row).value.replace(/\s*\n\s*/g, ' ').trim()).filter(Boolean).join('\n');
    changed(area);
  };

  const number = () => rows().forEach((row, i, all) => {
    inputOf(row).setAttribute('aria-label', say(words.line, label, i + 1));
    row.querySelector('[data-to="-1"]').hidden = i === 0;
    row.querySelector('[data-to="1"]').hidden = i === all.length - 1;
  });

  const move = (row, by) => {
    const all = rows();
    const to = all.indexOf(row) + by;
    if (to < 0 || to >= all.length) return;
    if (by < 0) all[to].before(row); else all[to].after(row);
    number();
    write();
    announce(inputOf(row).getAttribute('aria-label'));
  };

  const remove = (row) => {
    const next = row.nextElementSibling?.matches('.line') ? row.nextElementSibling : row.previousElementSibling;
    row.remove();
    if (rows().length === 0) add(null, '');
    number();
    write();
    inputOf(next?.isConnected ? next : rows()[0]).focus();
  };

  const add = (after, text) => {
    const row = document.createElement('div');
    row.className = 'line';
    const input = Object.assign(document.createElement('textarea'), { rows: 1, value: text });
    if (area.lang) input.lang = area.lang;
    if (area.getAttribute('aria-invalid')) input.setAttribute('aria-invalid', 'true');
    if (area.getAttribute('aria-describedby')) input.setAttribute('aria-describedby', area.getAttribute('aria-describedby'));
    input.addEventListener('input', (e) => {
      e.stopPropagation();
      const [first, ...more] = input.value.split(/\r?\n/);
      if (more.length > 0) {
        input.value = first;
        let last = row;
        for (const line of more) last = add(last, line);
        number();
        inputOf(last).focus();
      }
      write();
    });
    input.addEventListener('keydown', (e) => {
      const at = rows().indexOf(row);
      if (e.key === 'Enter' && !e.ctrlKey && !e.isComposing) {
        e.preventDefault();
        const rest = input.value.slice(input.selectionEnd);
        input.value = input.value.slice(0, input.selectionStart);
        const made = add(row, rest);
        number();
        write();
        inputOf(made).focus();
        inputOf(made).setSelectionRange(0, 0);
      } else if (e.key === 'Backspace' && input.value === '' && rows().length > 1) { e.preventDefault(); remove(row); }
      else if (e.altKey && (e.key === 'ArrowUp' || e.key === 'ArrowDown')) { e.preventDefault(); e.stopPropagation(); move(row, e.key === 'ArrowUp' ? -1 : 1); input.focus(); }
      else if (!e.altKey && e.key === 'ArrowUp' && input.selectionStart === 0 && at > 0) { e.preventDefault(); inputOf(rows()[at - 1]).focus(); }
      else if (!e.altKey && e.key === 'ArrowDown' && input.selectionEnd === input.value.length && at < rows().length - 1) { e.preventDefault(); inputOf(rows()[at + 1]).focus(); }
    });
    const actions = Object.assign(document.createElement('span'), { className: 'row-actions' });
    const [up, down] = [button(words.up, () => { move(row, -1); (up.hidden ? down : up).focus(); }), button(words.down, () => { move(row, 1); (down.hidden ? up : down).focus(); })];
    [up.dataset.to, down.dataset.to] = ['-1', '1'];
    actions.append(up, down, button(words.remove, () => remove(row)));
    row.append(input, actions);
    if (after) after.after(row); else list.prepend(row);
    return row;
  };

  let last = null;
  for (const text of area.value.split('\n').filter((t) => t.trim())) last = add(last, text);
  if (!last) add(null, '');
  list.append(button(words.add, () => { const made = add(rows().at(-1), ''); number(); inputOf(made).focus(); }));
  number();
  // Label and links to the field lead to the first row.
  inputOf(rows()[0]).id = area.id;
  area.removeAttribute('id');
  area.hidden = true;
  area.after(list);
};

export const enhanceLines = (root) => root.querySelectorAll('textarea[data-lines]:not([hidden])').forEach(enhance);
