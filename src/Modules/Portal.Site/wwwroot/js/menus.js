// Menus: entries are dragged, and moved by Alt and the arrow keys. Both do what the buttons of each row do.
//   Dropping to the right of a row's beginning puts the entry below the one before it.
const keys = { ArrowUp: 'Up', ArrowDown: 'Down', ArrowRight: 'In', ArrowLeft: 'Out' };
const indent = 56;

addEventListener('keydown', (e) => {
  const row = e.altKey && keys[e.key] && e.target.closest('.menu-table tbody tr');
  if (!row) return;
  e.preventDefault();
  const button = row.querySelector(`button[value=${keys[e.key]}]`);
  if (!button.disabled) button.click();
});

// After a move the page comes back to the entry, wherever it stands now.
if (location.hash.startsWith('#entry-')) document.getElementById(decodeURIComponent(location.hash.slice(1)))?.focus();

for (const table of document.querySelectorAll('.menu-table')) {
  const body = table.tBodies[0];
  const form = table.closest('.menu-admin').querySelector('.arrange');
  let dragged = null;
  const clear = () => body.querySelectorAll('tr').forEach((r) => r.classList.remove('drop-before', 'drop-after', 'drop-in'));
  const withBelow = (row) => [row, ...[...body.rows].filter((r) => r.dataset.parent === row.dataset.set)];
  const isAfter = (row, e) => { const box = row.getBoundingClientRect(); return e.clientY > box.top + box.height / 2; };
  const isInside = (e) => e.clientX > table.getBoundingClientRect().left + indent && withBelow(dragged).length === 1;

  for (const row of body.rows) row.draggable = true;
  body.addEventListener('dragstart', (e) => {
    dragged = e.target.closest('tr');
    dragged.classList.add('dragged');
    e.dataTransfer.effectAllowed = 'move';
    e.dataTransfer.setData('text/plain', dragged.dataset.set);
  });
  body.addEventListener('dragend', () => { dragged?.classList.remove('dragged'); dragged = null; clear(); });
  body.addEventListener('dragover', (e) => {
    const over = e.target.closest('tr');
    if (!dragged || !over || withBelow(dragged).includes(over)) return;
    e.preventDefault();
    clear();
    over.classList.add(isAfter(over, e) ? 'drop-after' : 'drop-before');
    if (isInside(e)) over.classList.add('drop-in');
  });
  body.addEventListener('drop', (e) => {
    const over = e.target.closest('tr');
    if (!dragged || !over || withBelow(dragged).includes(over)) return;
    e.preventDefault();
    const moving = withBelow(dragged);
    const rest = [...body.rows].filter((r) => !moving.includes(r));
    rest.splice(rest.indexOf(over) + (isAfter(over, e) ? 1 : 0), 0, ...moving);
    // Below the nearest entry of the first level before it, if that is what was meant and there is one.
    const before = rest.slice(0, rest.indexOf(dragged)).reverse().find((r) => !r.dataset.parent);
    const stands = isInside(e) && before ? before.dataset.set : '';
    const next = rest[rest.indexOf(dragged) + moving.length];
    // Between an entry and what stands below it there is no place on the first level.
    dragged.dataset.parent = stands || (next?.dataset.parent && before && moving.length === 1 ? before.dataset.set : '');
    for (const row of rest) {
      const place = Object.assign(document.createElement('input'), { type: 'hidden', name: 'places' });
      place.value = row.dataset.parent ? `${row.dataset.parent} ${row.dataset.set}` : row.dataset.set;
      form.append(place);
    }
    form.elements.moved.value = dragged.dataset.set;
    form.submit();
  });
}
