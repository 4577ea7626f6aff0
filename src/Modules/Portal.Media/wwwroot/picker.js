// Choosing files from the library on an edit form. Without this script their paths are typed.
//   .media-picker: the rows of a media field.   input[data-media-path]: one path, such as that of a figure in a text.
import { startUpload } from './upload.js';

const dialog = document.getElementById('media-dialog');
const content = dialog.querySelector('.content');
let chosen = null;

const load = async (address) => {
  try {
    const answer = await fetch(address, { redirect: 'manual', headers: { Accept: 'text/html' } });
    if (!answer.ok) throw new Error(answer.statusText);
    content.replaceChildren(...new DOMParser().parseFromString(await answer.text(), 'text/html').body.childNodes);
  } catch {
    content.replaceChildren(Object.assign(document.createElement('p'), { className: 'field-error', textContent: dialog.dataset.failed }));
    return;
  }
  const form = content.querySelector('form[data-upload]');
  if (!form) return;
  let last = null;
  startUpload(form, (file) => {
    if (file) { last = file; chosen?.({ path: file.path, title: file.title, image: String(file.isImage), alt: '', thumbnail: file.thumbnail ?? '' }); } else if (last && !form.querySelector('.failed')) dialog.close();
  });
};

/** Opens the library; `done` is called with what was chosen, once for each file. */
const choose = (culture, kind, done) => {
  chosen = done;
  const back = document.activeElement;
  dialog.addEventListener('close', () => { chosen = null; content.replaceChildren(); back?.focus(); }, { once: true });
  dialog.showModal();
  load(`/admin/media/pick?${new URLSearchParams({ culture, kind })}`).then(() => content.querySelector('input[type=search]')?.focus());
};

dialog.addEventListener('click', (e) => {
  if (e.target === dialog || e.target.closest('[data-close]')) { dialog.close(); return; }
  const pick = e.target.closest('[data-pick]');
  if (pick) { chosen?.(pick.dataset); dialog.close(); return; }
  const link = e.target.closest('a[href^="/admin/media/pick"]');
  if (link) { e.preventDefault(); load(link.href); }
});
dialog.addEventListener('submit', (e) => {
  if (e.target.method !== 'get') return;
  e.preventDefault();
  load(`${e.target.action}?${new URLSearchParams(new FormData(e.target))}`);
});

const told = (input) => input.dispatchEvent(new Event('input', { bubbles: true }));

const show = (row) => {
  const [path, text] = row.querySelectorAll('input');
  const empty = !path.value && !text.value;
  row.classList.toggle('spare', empty);
  row.hidden = empty;
  row.querySelector('.path').textContent = path.value;
  row.querySelector('.row-actions').hidden = false;
};

const fill = (row, file) => {
  const [path, text] = row.querySelectorAll('input');
  path.value = file.path;
  // What the library says is shown by itself; a document needs a title of its own.
  if (file.image !== 'true') text.value = file.title;
  text.placeholder = file.image === 'true' ? file.alt ?? '' : '';
  const thumb = row.querySelector('.thumb');
  thumb.hidden = !file.thumbnail;
  if (file.thumbnail) thumb.src = file.thumbnail;
  show(row);
  told(path);
};

const act = (row, what) => {
  const list = row.parentElement;
  const inputs = row.querySelectorAll('input');
  if (what === 'remove') {
    for (const input of inputs) input.value = '';
    inputs[1].placeholder = '';
    row.querySelector('.thumb').hidden = true;
    list.append(row);
    show(row);
    list.parentElement.querySelector('[data-choose]').focus();
  } else {
    const other = what === 'up' ? row.previousElementSibling : row.nextElementSibling;
    if (!other || other.classList.contains('spare')) return;
    if (what === 'up') other.before(row); else other.after(row);
    row.querySelector(`[data-row=${what}]`).focus();
  }
  told(inputs[0]);
};

const enhance = (picker) => {
  picker.dataset.ready = '';
  const list = picker.querySelector('.media-rows');
  const prepare = (row) => {
    const path = document.createElement('p');
    path.className = 'path';
    row.querySelector('.path-field').hidden = true;
    row.querySelector('.path-field').after(path);
    show(row);
  };
  const spare = () => {
    const free = list.querySelector('.spare');
    if (free) return free;
    const copy = list.lastElementChild.cloneNode(true);
    const number = list.children.length;
    for (const input of copy.querySelectorAll('input')) { input.value = ''; input.id = input.id.replace(/-\d+$/, `-${number}`); }
    for (const label of copy.querySelectorAll('label')) label.htmlFor = label.htmlFor.replace(/-\d+$/, `-${number}`);
    list.append(copy);
    return copy;
  };
  for (const row of list.children) prepare(row);
  const button = picker.querySelector('[data-choose]');
  button.hidden = false;
  button.addEventListener('click', () => choose(picker.dataset.culture, '', (file) => fill(spare(), file)));
  list.addEventListener('click', (e) => { const pressed = e.target.closest('[data-row]'); if (pressed) act(pressed.closest('.media-row'), pressed.dataset.row); });
};

const enhancePath = (input) => {
  input.dataset.ready = '';
  const button = Object.assign(document.createElement('button'), { type: 'button', className: 'button-quiet figure-button', textContent: dialog.dataset.choose });
  button.addEventListener('click', () => choose(document.querySelector('form.editor [data-culture]')?.dataset.culture ?? '', 'Pictures', (file) => {
    input.value = file.path;
    told(input);
    const alt = input.closest('form').querySelector('[id$="-alt"]');
    if (alt && !alt.value && file.alt) alt.value = file.alt;
    alt?.focus();
  }));
  input.after(button);
};

const all = () => {
  document.querySelectorAll('.media-picker:not([data-ready])').forEach(enhance);
  document.querySelectorAll('input[data-media-path]:not([data-ready])').forEach(enhancePath);
};
all();
// Items of a bag come and go.
const form = document.querySelector('form.editor');
if (form) new MutationObserver(all).observe(form, { childList: true, subtree: true });
