// Comforts of the page on which a submission is decided on. Without this script all of it works by the fields of the form alone.
const form = document.getElementById('decide');

// The page keeps the submission from other moderators for as long as it is open.
if (form) setInterval(() => fetch(form.dataset.renew, { method: 'POST', body: new FormData(form), credentials: 'same-origin' }).catch(() => {}), 4 * 60 * 1000);

// Only what belongs to the chosen decision is asked for, and nothing before one is chosen: the whole form fits the screen.
const asked = { redact: ['.for-redact', '.for-reason'], decline: ['.for-reason'], merge: ['.for-merge'] };
const ask = () => {
  const chosen = form.querySelector('[name=decision]:checked')?.value;
  for (const field of form.querySelectorAll('.for-redact, .for-reason, .for-merge')) field.hidden = !(asked[chosen] ?? []).some((s) => field.matches(s));
};
form?.addEventListener('change', ask);
if (form) ask();

addEventListener('keydown', (e) => {
  if (form && e.key === 'Enter' && (e.ctrlKey || e.metaKey)) { e.preventDefault(); form.requestSubmit(form.querySelector('[name=then][value=next]')); }
});

// Marking passages. A text field lets mouse, finger and keyboard mark alike, and its offsets are UTF-16 units of the very text. It is not read-only, for then Chromium moves no caret in it; whatever would change it is refused instead.
const field = form?.querySelector('.for-redact');
if (field) {
  const words = field.dataset;
  const shown = document.getElementById(words.text);
  const body = shown.textContent;
  const letters = [...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(body)].map((s) => s.index).concat(body.length);
  let spans = [...field.querySelectorAll('[name=spans]')].map((i) => i.value.split(',').map(Number)).map(([start, length]) => [start, start + length]);

  const make = (name, properties = {}, ...children) => { const made = Object.assign(document.createElement(name), properties); made.append(...children); return made; };
  const area = make('textarea', { id: 'marking', inputMode: 'none', spellcheck: false, autocomplete: 'off', ariaReadOnly: 'true', value: body, rows: Math.min(14, Math.max(4, Math.ceil(body.length / 55))), lang: shown.lang });
  const hide = make('button', { type: 'button', className: 'button-quiet', textContent: `${words.hide} (h)` });
  const list = make('ul', { className: 'redact-list' });
  const result = make('div', { className: 'comment-text' });
  result.setAttribute('aria-live', 'polite');
  const label = make('label', { htmlFor: 'marking', textContent: words.marking });
  field.prepend(label, area, make('p', {}, hide), list, make('p', {}, make('b', { textContent: words.result })), result);
  // Copying passages by hand stays possible, but need not be looked at.
  for (const old of [...field.children].filter((c) => c.matches('label[for=redactions], #redactions-hint, #redactions'))) old.hidden = old.id !== 'redactions' || !old.value;

  const joined = () => spans.sort((a, b) => a[0] - b[0]).reduce((all, [start, end]) => {
    if (all.length && start <= all.at(-1)[1]) all.at(-1)[1] = Math.max(all.at(-1)[1], end); else all.push([start, end]);
    return all;
  }, []);

  const pieces = (mark) => {
    const made = [];
    let at = 0;
    for (const [start, end] of spans) { made.push(body.slice(at, start), mark(body.slice(start, end))); at = end; }
    return [...made, body.slice(at)];
  };

  const draw = () => {
    spans = joined();
    for (const input of field.querySelectorAll('[name=spans]')) input.remove();
    field.append(...spans.map(([start, end]) => make('input', { type: 'hidden', name: 'spans', value: `${start},${end - start}` })));
    list.replaceChildren(...spans.map((span) => {
      const again = make('button', { type: 'button', className: 'button-quiet', textContent: words.remove });
      again.addEventListener('click', () => { spans = spans.filter((s) => s !== span); draw(); area.focus(); });
      return make('li', {}, make('span', { textContent: body.slice(...span).slice(0, 80) }), again);
    }));
    shown.replaceChildren(...pieces((text) => make('mark', { textContent: text })));
    result.replaceChildren(...pieces(() => { const bar = make('span', { className: 'redaction', textContent: '▮▮▮' }); bar.setAttribute('role', 'img'); bar.setAttribute('aria-label', words.hidden); return bar; }));
  };

  const mark = (start, end) => {
    if (start === end) return;
    // Blanks at the ends are left, and no letter is cut in two.
    while (start < end && /\s/.test(body[start])) start++;
    while (end > start && /\s/.test(body[end - 1])) end--;
    if (start === end) return;
    start = letters.filter((l) => l <= start).at(-1);
    end = letters.find((l) => l >= end);
    spans.push([start, end]);
    draw();
  };

  // The text beside the form can be marked too: whoever reads it marks it there. What is marked chooses the decision.
  const rest = make('button', { type: 'button', className: 'button-quiet', textContent: `${words.hide} (h)`, disabled: true });
  document.getElementById('marks').append(rest);
  const selected = () => {
    const chosen = getSelection();
    if (chosen.isCollapsed || !chosen.rangeCount || !shown.contains(chosen.anchorNode) || !shown.contains(chosen.focusNode)) return null;
    const range = chosen.getRangeAt(0), before = document.createRange();
    before.setStart(shown, 0);
    before.setEnd(range.startContainer, range.startOffset);
    return [before.toString().length, before.toString().length + range.toString().length];
  };
  const markShown = () => {
    const found = selected();
    if (!found) return;
    mark(...found);
    getSelection().removeAllRanges();
    const radio = form.querySelector('[name=decision][value=redact]');
    if (!radio.checked) { radio.checked = true; ask(); }
  };
  document.addEventListener('selectionchange', () => { rest.disabled = !selected(); });
  // A finger on the button would end the selection before it is read.
  rest.addEventListener('pointerdown', (e) => e.preventDefault());
  rest.addEventListener('click', markShown);
  addEventListener('keydown', (e) => { if (e.key === 'h' && !e.ctrlKey && !e.metaKey && !e.altKey && selected() && !e.target.closest('input:not([type=radio]), textarea, select')) { e.preventDefault(); markShown(); } });

  hide.addEventListener('click', () => mark(area.selectionStart, area.selectionEnd));
  area.addEventListener('beforeinput', (e) => e.preventDefault());
  // What comes from an input method cannot be refused, only undone.
  area.addEventListener('input', () => { if (area.value !== body) area.value = body; });
  area.addEventListener('keydown', (e) => { if (e.key === 'h' && !e.ctrlKey && !e.metaKey && !e.altKey) { e.preventDefault(); mark(area.selectionStart, area.selectionEnd); } });
  draw();
}
