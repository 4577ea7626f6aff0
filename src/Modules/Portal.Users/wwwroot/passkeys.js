// Passkeys: the form asks the portal for the question, the browser for the answer, and then is sent like any other form.

const isKnown = typeof window.PublicKeyCredential?.parseRequestOptionsFromJSON === 'function';

for (const form of isKnown ? document.querySelectorAll('form[data-passkey]') : []) {
  form.hidden = false;
  form.addEventListener('submit', async event => {
    if (form.elements.credential.value) return;
    event.preventDefault();
    const error = form.querySelector('[role=alert]');
    error.hidden = true;
    try {
      form.elements.credential.value = JSON.stringify(await ask(form));
      form.requestSubmit();
    } catch (failure) {
      // The person thought better of it: nothing to report.
      if (failure.name === 'NotAllowedError' || failure.name === 'AbortError') return;
      error.textContent = form.dataset.failed;
      error.hidden = false;
    }
  });
}

async function ask(form) {
  const body = new URLSearchParams({ __RequestVerificationToken: form.elements.__RequestVerificationToken.value });
  const response = await fetch(form.dataset.passkey, { method: 'POST', body });
  if (!response.ok) throw new Error(response.statusText);
  const options = await response.json();
  return 'creates' in form.dataset
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}
