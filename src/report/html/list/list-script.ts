/** What the scripts of pages with a long table share: rows drawn where they can be seen, all of them for print, and their order. */
export const listScript = `
const cell = (kind, value) => {
  const td = document.createElement('td');
  td.className = kind;
  td.textContent = value === null ? '-' : value;
  return td;
};
const gap = (height) => {
  const tr = document.createElement('tr');
  tr.className = 'gap';
  tr.setAttribute('aria-hidden', 'true');
  tr.append(document.createElement('td'));
  tr.firstChild.style.height = height + 'px';
  return tr;
};
const virtualRows = (frame, body, rowOf) => {
  let shown = [];
  let height = 36;
  let drawn = '';
  const draw = (all) => {
    const first = all ? 0 : Math.max(0, Math.floor(frame.scrollTop / height) - 10);
    const last = all ? shown.length : Math.min(shown.length, first + Math.ceil(frame.clientHeight / height) + 20);
    const key = all ? '' : first + '-' + last;
    if (key && key === drawn) return;
    drawn = key;
    const visible = shown.slice(first, last).map((index, at) => rowOf(index, first + at));
    body.replaceChildren(gap(first * height), ...visible, gap((shown.length - last) * height));
    if (visible.length) height = visible[0].getBoundingClientRect().height || height;
  };
  const redraw = () => { drawn = ''; draw(); };
  frame.addEventListener('scroll', () => requestAnimationFrame(() => draw()), { passive: true });
  addEventListener('resize', redraw);
  addEventListener('beforeprint', () => draw(true));
  addEventListener('afterprint', redraw);
  return {
    show: (list) => {
      shown = list;
      frame.querySelector('table').setAttribute('aria-rowcount', shown.length + 1);
      frame.scrollTop = 0;
      redraw();
    },
  };
};
/** Of the candidates the rows that pass all filters but one. */
const passingAll = (rows, tests, filter, candidates, except) => {
  const active = Object.keys(tests).filter((name) => name !== except && filter[name] !== '');
  return candidates.filter((index) => active.every((name) => tests[name](rows[index])));
};
const setBar = (button, count, most, filter) => {
  button.querySelector('.fill').setAttribute('width', most ? 100 * count / most : 0);
  button.querySelector('.count').textContent = count;
  button.setAttribute('aria-pressed', filter[button.dataset.filter] === button.dataset.value);
};
const collator = new Intl.Collator(document.documentElement.lang);
/** The numbers of the rows by one of their fields; without a field as they come. */
const ordered = (rows, { field, down }) => {
  const order = rows.map((_, index) => index);
  const compare = (one, other) => {
    const [a, b] = [rows[one][field], rows[other][field]];
    if (a === null || b === null) return (a === null) - (b === null) || one - other;
    return (down ? -1 : 1) * (typeof a === 'string' ? collator.compare(a, b) : a - b) || one - other;
  };
  if (field !== null) order.sort(compare);
  else if (down) order.reverse();
  return order;
};
const markSorted = (frame, { field, down }) => {
  for (const button of frame.querySelectorAll('[data-sort]')) {
    const own = (button.dataset.sort === '' ? null : +button.dataset.sort) === field;
    if (own) button.parentNode.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else button.parentNode.removeAttribute('aria-sort');
  }
};`;
