// Sends each chosen or dropped file by itself and says how far it is. Without this script the form sends them all at once.
//   startUpload(form, onAdded): form[data-upload]; onAdded(file) for each that arrived, onAdded() when all are through.
export function startUpload(form, onAdded) {
  const input = form.querySelector('input[type=file]');
  const list = form.querySelector('.upload-list');
  const words = form.dataset;
  form.querySelector('.drop-hint').hidden = false;
  form.classList.add('sends');
  let waiting = Promise.resolve();
  let running = 0;

  const send = (file) => {
    const row = document.createElement('li');
    const name = document.createElement('span');
    const progress = document.createElement('progress');
    const state = document.createElement('span');
    name.textContent = file.name;
    progress.max = 1; progress.value = 0; progress.setAttribute('aria-label', file.name);
    state.className = 'state'; state.textContent = words.sending;
    row.append(name, progress, state);
    list.append(row);
    running++;
    // One after the other: two large files at once would only make both late.
    waiting = waiting.then(() => sendOne(file, row, progress, state)).then(() => { if (--running === 0) onAdded(); });
  };

  const sendOne = (file, row, progress, state) => new Promise((done) => {
    const request = new XMLHttpRequest();
    const body = new FormData();
    for (const [key, value] of new FormData(form)) if (key !== 'files') body.append(key, value);
    body.append('files', file, file.name);
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'application/json');
    request.upload.onprogress = (e) => { if (e.lengthComputable) progress.value = e.loaded / e.total; if (e.loaded === e.total) { state.textContent = words.cleaning; progress.removeAttribute('value'); } };
    const end = (ok, text) => { row.className = ok ? 'done' : 'failed'; state.textContent = text; progress.remove(); done(); };
    request.onerror = request.onabort = () => end(false, words.failed);
    request.onload = () => {
      let answer = null;
      try { answer = JSON.parse(request.responseText); } catch { /* not ours */ }
      if (request.status !== 200 || !Array.isArray(answer)) return end(false, answer?.title ?? words.failed);
      end(true, words.done);
      for (const added of answer) onAdded(added, row);
    };
    request.send(body);
  });

  const take = (files) => { for (const file of files) send(file); };
  input.addEventListener('change', () => { take(input.files); input.value = ''; });
  form.addEventListener('submit', (e) => { e.preventDefault(); if (input.files.length > 0) { take(input.files); input.value = ''; } });
  for (const kind of ['dragenter', 'dragover']) form.addEventListener(kind, (e) => { if (e.dataTransfer?.types.includes('Files')) { e.preventDefault(); form.classList.add('over'); } });
  for (const kind of ['dragleave', 'drop']) form.addEventListener(kind, () => form.classList.remove('over'));
  form.addEventListener('drop', (e) => { if (e.dataTransfer?.files.length) { e.preventDefault(); take(e.dataTransfer.files); } });
}
