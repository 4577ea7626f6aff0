// Saving without leaving the page (Ctrl+S), unsaved work kept by the server while one types, and a warning before it is left behind.
import { words } from './words.js';

const QUIET = 2000, OFTEN = 10000;

export const keepSaved = (form) => {
  const state = form.querySelector('[data-save-state]');
  const saveButton = form.querySelector('button[value=save]');
  const isNew = form.getAttribute('action').includes('/content/new/');
  let edits = form.querySelector('[data-unsaved], .conflict') || document.querySelector('.error-summary') ? 1 : 0;
  let saved = 0, kept = edits, timer = 0, last = 0, leaving = false;
  // One request at a time: what was kept must not arrive after what was saved.
  let queue = Promise.resolve();

  // What is public as it stands is published again only when something was typed.
  const publishButton = form.querySelector('[data-publishes=typed]');
  if (publishButton) publishButton.hidden = edits === 0;

  const show = (text, tone = '') => { state.textContent = text; state.dataset.tone = tone; };

  const refused = (answer) => {
    if (answer.type === 'opaqueredirect' || answer.status === 401 || answer.status === 403 || answer.status === 400) {
      show(words.signedOut + ' ', 'bad');
      const link = document.createElement('a');
      [link.href, link.target, link.textContent] = ['/sign-in', '_blank', words.signIn];
      state.append(link);
    } else show(words.offline, 'bad');
  };

  const keep = async () => {
    timer = 0;
    if (edits === kept || leaving) return;
    const upTo = edits;
    last = Date.now();
    try {
      const answer = await fetch('/admin/content/unsaved', { method: 'POST', body: new FormData(form), redirect: 'manual' });
      if (!answer.ok) { refused(answer); return; }
      kept = upTo;
      if (edits === upTo && edits !== saved) show(await answer.text());
    } catch { show(words.offline, 'bad'); }
    if (edits !== kept) later(OFTEN);
  };

  const later = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(() => { queue = queue.then(keep); }, Math.max(wait, last + OFTEN - Date.now() > OFTEN - QUIET ? QUIET : wait));
  };

  const send = () => { leaving = true; form.requestSubmit(saveButton); };

  const save = async () => {
    if (isNew) { send(); return; }
    clearTimeout(timer);
    const upTo = edits;
    show(words.saving);
    const data = new FormData(form);
    data.set('do', 'save');
    try {
      const answer = await fetch(form.action, { method: 'POST', body: data, redirect: 'manual', headers: { Accept: 'application/json' } });
      // What is wrong, or what somebody else changed, is said by the page that the form leads to like any other.
      if (answer.status === 400 || answer.status === 409) { send(); return; }
      if (!answer.ok) { refused(answer); return; }
      const now = await answer.json();
      for (const name of ['stamp', 'setStamp', 'read']) form.elements[name].value = now[name];
      saved = kept = upTo;
      for (const old of form.querySelectorAll('[data-unsaved], .conflict')) old.remove();
      for (const old of document.querySelectorAll('.notice.success, .error-summary')) old.remove();
      for (const box of form.querySelectorAll('[name=follows]:checked')) box.closest('label').remove();
      // It was said of the version that was saved; the next one has something else to say.
      if (form.elements.comment) form.elements.comment.value = '';
      const title = document.querySelector('h1 > span');
      if (title && now.title) title.textContent = now.title;
      show(`${words.saved} ${new Date().toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })}`, 'good');
      if (edits !== saved) later(QUIET);
    } catch { show(words.offline, 'bad'); later(OFTEN); }
  };

  form.addEventListener('input', (e) => {
    if (e.target.closest('[data-not-typed]')) return;
    edits++;
    if (publishButton) publishButton.hidden = false;
    show(words.unsaved);
    later(QUIET);
  });

  form.addEventListener('submit', (e) => {
    // A form that is being sent cannot be sent anew: a new text, which has no address yet, goes its plain way.
    if (!isNew && !leaving && e.submitter?.value === 'save') {
      e.preventDefault();
      queue = queue.then(save);
    } else leaving = true;
  });

  addEventListener('keydown', (e) => {
    if ((e.ctrlKey || e.metaKey) && !e.altKey && !e.shiftKey && e.key.toLowerCase() === 's') {
      e.preventDefault();
      queue = queue.then(save);
    }
  });

  addEventListener('beforeunload', (e) => { if (edits !== saved && !leaving) e.preventDefault(); });
  addEventListener('pagehide', () => { if (edits !== kept && !leaving) navigator.sendBeacon('/admin/content/unsaved', new FormData(form)); });
  addEventListener('pageshow', (e) => { if (e.persisted) leaving = false; });
};
