// The library's pages: sending files, and the focal point by a click. Both work without this script, too.
import { startUpload } from './upload.js';

for (const form of document.querySelectorAll('form[data-upload]')) {
  let added = 0;
  startUpload(form, (file, row) => {
    if (file) {
      added++;
      const link = document.createElement('a');
      link.href = file.href; link.textContent = file.title;
      row.firstChild.replaceWith(link);
    } else if (added > 0 && !form.querySelector('.upload-list .failed')) location.reload();
  });
}

for (const preview of document.querySelectorAll('[data-focus]')) {
  const [x, y] = preview.dataset.focus.split(' ').map((id) => document.getElementById(id));
  if (x?.type !== 'number' || x.matches(':disabled')) continue;
  const mark = document.createElement('span');
  mark.className = 'focus-mark';
  preview.append(mark);
  preview.classList.add('points');
  const show = () => { mark.style.insetInlineStart = `${x.value || 50}%`; mark.style.insetBlockStart = `${y.value || 50}%`; };
  preview.addEventListener('click', (e) => {
    const box = preview.querySelector('img').getBoundingClientRect();
    x.value = Math.round(((e.clientX - box.left) / box.width) * 1000) / 10;
    y.value = Math.round(((e.clientY - box.top) / box.height) * 1000) / 10;
    show();
  });
  for (const input of [x, y]) input.addEventListener('input', show);
  show();
}
