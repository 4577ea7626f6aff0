// Comments on passages: the words that were marked last in the form are filled in, and a comment's field leads to its words.
const box = document.getElementById('new-comment');
const [field, quote, note] = ['passageField', 'passageQuote', 'passageNote'].map((id) => document.getElementById(id));
let marked = null;

const remember = () => {
  const at = document.activeElement;
  if (!at?.matches?.('form.editor textarea, form.editor input[type=text], form.editor input:not([type])') || at.selectionStart === at.selectionEnd) return;
  marked = { name: at.name, words: at.value.slice(at.selectionStart, at.selectionEnd).trim() };
};
document.addEventListener('selectionchange', remember);

const begin = () => {
  if (marked && marked.words && [...field.options].some((o) => o.value === marked.name)) {
    field.value = marked.name;
    quote.value = marked.words;
    note.focus();
  }
};
box?.addEventListener('toggle', () => { if (box.open && !quote.value) begin(); });

// As in word processors: Ctrl+Alt+M comments on what is marked.
addEventListener('keydown', (e) => {
  if (!box || !e.ctrlKey || !e.altKey || e.key.toLowerCase() !== 'm') return;
  e.preventDefault();
  box.open = true;
  begin();
  note.scrollIntoView({ block: 'center' });
  note.focus();
});

for (const link of document.querySelectorAll('[data-passage]')) {
  link.addEventListener('click', (e) => {
    const input = document.getElementById(link.dataset.passage) ?? document.getElementsByName(link.dataset.passage)[0];
    if (!input) return;
    e.preventDefault();
    input.focus();
    const at = link.dataset.words ? input.value.indexOf(link.dataset.words) : -1;
    if (at >= 0 && input.setSelectionRange) input.setSelectionRange(at, at + link.dataset.words.length);
    input.scrollIntoView({ block: 'center' });
  });
}
