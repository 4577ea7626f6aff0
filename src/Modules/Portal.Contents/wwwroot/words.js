// The words of the interface, in the editor's language; the page brings them along.
export const words = document.getElementById('editor-words')?.dataset ?? {};

export const say = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[at] ?? '');

const live = document.createElement('div');
live.className = 'visually-hidden';
live.setAttribute('aria-live', 'polite');
document.body.append(live);

/** Tells people who do not see the page what happened on it. */
export const announce = (text) => { live.textContent = ''; setTimeout(() => { live.textContent = text; }, 50); };

/** Tells whoever watches the form that something in it was changed. */
export const changed = (element) => element.dispatchEvent(new Event('input', { bubbles: true }));

/** What a form needs to send anything: its token. */
export const token = () => document.querySelector('form[data-editor] [name=__RequestVerificationToken]').value;
