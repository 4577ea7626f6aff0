// Of a condition only what belongs to the chosen question is shown. Without this file everything is, each under its heading.
for (const row of document.querySelectorAll('.condition-row')) {
  const [when, test] = row.querySelectorAll('select');
  const limit = row.querySelector('.condition-limit');
  const refresh = () => {
    const tests = when.selectedOptions[0].dataset.tests?.split(' ') ?? [];
    test.closest('div').hidden = tests.length === 0;
    for (const option of test.options) option.hidden = option.disabled = !tests.includes(option.value);
    if (tests.length > 0 && test.selectedOptions[0]?.disabled) test.value = tests[0];
    const asksValues = tests.length > 0 && ['OneOf', 'NoneOf'].includes(test.value);
    for (const values of row.querySelectorAll('[data-values-of]')) values.hidden = !asksValues || values.dataset.valuesOf !== when.value;
    limit.hidden = tests.length === 0 || !['AtLeast', 'AtMost'].includes(test.value);
  };
  when.addEventListener('change', refresh);
  test.addEventListener('change', refresh);
  refresh();
}
