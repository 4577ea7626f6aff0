// A question that depends on an answer of the same page appears, or goes, as soon as that answer is given.
// Without this file the server asks for it after the page was sent.
// Where nothing is to be said of it the attribute is there and empty.
const wrappers = [...document.querySelectorAll('.question[data-when]')].filter((question) => question.dataset.when);

const answered = (key) => {
  const wrapper = document.querySelector(`.question[data-question="${CSS.escape(key)}"]`);
  if (!wrapper || wrapper.hidden) return [];
  return [...wrapper.querySelectorAll(`[name="a.${CSS.escape(key)}"]`)]
    .filter((input) => !['radio', 'checkbox'].includes(input.type) || input.checked)
    .map((input) => input.value.trim()).filter((value) => value !== '');
};

// What was answered on another page does not change here: the server says whether it meets the condition.
const isMet = ({ question, test, values, met }) => {
  if (typeof met === 'boolean') return met;
  const given = answered(question);
  if (given.length === 0) return false;
  const number = Number(given[0].replace(/\s/g, '').replace(',', '.'));
  switch (test) {
    case 'OneOf': return given.some((value) => values.includes(value));
    case 'NoneOf': return !given.some((value) => values.includes(value));
    case 'AtLeast': return number >= Number(values[0]);
    case 'AtMost': return number <= Number(values[0]);
    default: return true;
  }
};

const conditions = new Map(wrappers.map((wrapper) => [wrapper, JSON.parse(wrapper.dataset.when)]));
const dependent = wrappers.filter((wrapper) => conditions.get(wrapper).some(({ met }) => typeof met !== 'boolean'));
const holds = (wrapper) => wrapper.dataset.any ? conditions.get(wrapper).some(isMet) : conditions.get(wrapper).every(isMet);

const show = () => {
  // In order, since one may depend on another that just went.
  for (const wrapper of dependent) {
    wrapper.hidden = !holds(wrapper);
    wrapper.querySelector('[name=shown]').disabled = wrapper.hidden;
  }
};

// The room for "other" is there when "other" is chosen.
const besides = [...document.querySelectorAll('[data-beside]')];
const showBeside = () => {
  for (const beside of besides) {
    const other = beside.closest('fieldset').querySelector(`input[value="${beside.dataset.beside}"]`);
    beside.hidden = !other.checked && beside.querySelector('input').value === '';
  }
};

const refresh = () => { show(); showBeside(); };
if (dependent.length > 0 || besides.length > 0) {
  document.addEventListener('change', refresh);
  document.addEventListener('input', refresh);
  addEventListener('pageshow', refresh);
  refresh();
}

// After an error the summary is where reading goes on.
document.querySelector('.questionnaire .error-summary[tabindex]')?.focus();
