// The check page: says at once which file is too large, and answers the question in its reader's place by calculation. Without this file the page asks and tells the same.
const files = document.getElementById('files');
files?.addEventListener('change', () => {
  const large = [...files.files].find(file => file.size > Number(files.dataset.largest));
  files.setCustomValidity(large ? files.dataset.tooLarge.replace('{0}', large.name) : '');
  if (large) {
    files.reportValidity();
    // What is refused anyway need not be carried over a slow line; the text stays.
    files.value = '';
    files.setCustomValidity('');
  }
});

const challenge = document.getElementById('challenge');
if (challenge && window.Worker) {
  const [status, answer, proof, form] = [challenge.querySelector('[role=status]'), challenge.querySelector('#answer'), challenge.querySelector('[name=proof]'), challenge.closest('form')];
  const worker = new Worker(new URL('proof.js', import.meta.url));
  let isSent = false;
  status.hidden = false;
  worker.onmessage = ({ data: number }) => {
    proof.value = number;
    // Who has begun to answer goes on; for everybody else there is nothing left to do here.
    if (!answer.value && document.activeElement !== answer) {
      for (const part of challenge.children) part.hidden = part !== status;
      challenge.classList.remove('invalid');
    }
    status.textContent = status.dataset.done;
    worker.terminate();
    if (isSent) form.requestSubmit();
  };
  worker.onerror = () => {
    status.hidden = true;
    if (isSent) form.requestSubmit();
  };
  // Who sends before the number is found waits for it, unless the question is answered.
  form.addEventListener('submit', event => {
    if (isSent || proof.value || answer.value || status.hidden || event.submitter?.hasAttribute('formaction')) return;
    event.preventDefault();
    isSent = true;
    status.scrollIntoView({ block: 'nearest' });
  });
  worker.postMessage({ seed: challenge.dataset.seed, bits: Number(challenge.dataset.bits) });
}
