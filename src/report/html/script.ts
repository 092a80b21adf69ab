/** Sorting and filtering of the table of all lines; without it the page is whole. */
export const SCRIPT = `(() => {
  const table = document.getElementById('lines-table');
  const form = document.getElementById('filter');
  const body = table.tBodies[0];
  const rows = [...body.rows];
  const heads = [...table.tHead.rows[0].cells];
  const keyOf = (row, at) => row.cells[at].dataset.sort ?? row.cells[at].textContent.trim();
  const order = new Intl.Collator('en', { numeric: true });
  const compare = (a, b) => (a === '') - (b === '') || order.compare(a, b);

  heads.forEach((head, at) => {
    // Not a real button: browsers do not repeat a header that holds one on each printed page.
    const button = document.createElement('span');
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      button.click();
    });
    button.addEventListener('click', () => {
      const down = head.getAttribute('aria-sort') === 'ascending';
      for (const other of heads) other.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      const keyed = rows.map((row) => [keyOf(row, at), row]);
      keyed.sort(([a], [b]) => (down && a !== '' && b !== '' ? compare(b, a) : compare(a, b)));
      body.append(...keyed.map(([, row]) => row));
    });
  });

  const texts = rows.map((row) => row.textContent.toLowerCase());
  const filter = () => {
    const wanted = form.text.value.trim().toLowerCase();
    const severity = form.severity.value;
    const bom = form.bom.value === '' ? '' : form.bom.selectedOptions[0].textContent;
    let shown = 0;
    rows.forEach((row, at) => {
      row.hidden = !texts[at].includes(wanted) || (severity !== '' && !row.classList.contains(severity)) ||
        (bom !== '' && row.cells[0].textContent !== bom);
      shown += row.hidden ? 0 : 1;
    });
    form.querySelector('output').textContent = shown + ' of ' + rows.length + ' lines shown';
  };
  document.getElementById('with-script').hidden = false;
  filter();
  form.addEventListener('input', filter);
  form.addEventListener('submit', (event) => event.preventDefault());
})();`;
