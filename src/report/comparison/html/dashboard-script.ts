import { listScript } from '../../html/list/list-script.js';
import type { Inline } from '../../html/page.js';

/** Filters and sorts the reports, and shows one of them with what has become of it in each submission. */
const text = `(() => {
'use strict';
${listScript}
const data = JSON.parse(document.getElementById('data').textContent);
const { states, stateNames, levels, fates, words, submissions, chunk, rows } = data;
const [AGENCY, YEAR, LEVEL, KIND, STATE, BEFORE, AFTER, NEW, CHANGED, UNCHANGED, RESOLVED, OPEN, CELLS, UNASKED, DUE] = rows.length ? rows[0].keys() : [];
const byId = (id) => document.getElementById(id);
const frame = byId('window');
const texts = rows.map((row) => row[AGENCY].toLowerCase());
const filter = { text: '', state: '', level: '', kind: '', year: '', unasked: '' };
let sort = { field: null, down: false };
let order = [];
const tests = {
  state: (row) => row[STATE] === +filter.state,
  level: (row) => row[LEVEL] === +filter.level,
  kind: (row) => row[KIND] === +filter.kind,
  year: (row) => row[YEAR] === +filter.year,
  unasked: (row) => row[UNASKED] > 0,
};
const passing = (candidates, except) => passingAll(rows, tests, filter, candidates, except);

const rowOf = (index, at) => {
  const row = rows[index];
  const tr = document.createElement('tr');
  tr.setAttribute('aria-rowindex', at + 2);
  const agency = cell('agency', '');
  const link = document.createElement('a');
  link.href = '#r' + index;
  link.textContent = link.title = row[AGENCY];
  agency.append(link);
  const count = (kind, value) => cell(value ? kind + ' number' : kind + ' number none', value);
  tr.append(agency, cell('year', row[YEAR]), cell('level', levels[row[LEVEL]]), cell(states[row[STATE]] === 'unchanged' && row[DUE] === 0 ? 'state' : 'state state-' + states[row[STATE]], stateNames[row[STATE]]),
    cell('graded', row[BEFORE]), cell('graded', row[AFTER]), count('due', row[DUE]), count('resolved', row[RESOLVED]), count('unchanged', row[UNCHANGED]), count('changed', row[CHANGED]),
    count('new', row[NEW]), count('open', row[OPEN]), count('cells', row[CELLS]));
  return tr;
};
const table = virtualRows(frame, byId('rows'), rowOf);
const bars = [...document.querySelectorAll('#states button')];
const update = () => {
  const wanted = filter.text.toLowerCase().split(/\\s+/).filter(Boolean);
  const candidates = order.filter((index) => wanted.every((word) => texts[index].includes(word)));
  const shown = passing(candidates);
  byId('shown').textContent = words.shown.replace('{shown}', shown.length).replace('{all}', rows.length);
  table.show(shown);
  const counts = states.map(() => 0);
  for (const index of passing(candidates, 'state')) counts[rows[index][STATE]] += 1;
  for (const bar of bars) setBar(bar, counts[+bar.dataset.value], Math.max(...counts), filter);
};
const resort = () => {
  order = ordered(rows, sort);
  markSorted(frame, sort);
};

const element = (name, text, kind) => {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (kind) made.className = kind;
  return made;
};
const kept = new Map();
const chunkOf = (number) => {
  if (!kept.has(number)) {
    const bytes = Uint8Array.from(atob(byId('details:' + number).textContent.trim()), (each) => each.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    kept.set(number, new Response(stream).json());
  }
  return kept.get(number);
};
const findingItem = ([fate, severity, title, rule, message, note]) => {
  const item = element('li');
  const tag = element('span', fates[fate], 'fate fate-' + fate);
  const named = element('b', ' ' + severity + ' ' + title + ' ');
  item.append(tag, named, element('code', rule), element('div', message + note));
  return item;
};
const cellTable = (cells) => {
  const table = element('table', undefined, 'changes');
  const head = element('tr');
  for (const each of words.cellHeads) {
    const th = element('th', each);
    th.scope = 'col';
    head.append(th);
  }
  const thead = element('thead');
  thead.append(head);
  const body = element('tbody');
  for (const values of cells) {
    const row = element('tr');
    values.forEach((value) => row.append(element('td', value)));
    body.append(row);
  }
  table.append(element('caption', words.cells), thead, body);
  return table;
};
const standing = (each, at) => {
  const part = element('section', undefined, 'standing');
  part.append(element('h3', words.submission.replace('{number}', at + 1).replace('{name}', submissions[at])));
  const line = element('p');
  line.append(element('b', stateNames[each.state], 'state-' + states[each.state]), ' ' + each.grade + each.reason);
  part.append(line);
  if (each.findings.length) {
    const list = element('ul', undefined, 'fates');
    list.append(...each.findings.map(findingItem));
    part.append(list);
  }
  if (each.cells.length) {
    const scroll = element('div', undefined, 'scroll');
    scroll.append(cellTable(each.cells));
    part.append(scroll);
  }
  if (each.unread) part.append(element('p', each.unread));
  return part;
};
const open = async () => {
  const match = /^#r(\\d+)$/.exec(location.hash);
  const detail = byId('detail');
  const row = match && rows[+match[1]];
  detail.hidden = !row;
  if (!row) return;
  const number = Math.floor(+match[1] / chunk);
  const history = (await chunkOf(number))[+match[1] - number * chunk];
  const title = element('h2', row[AGENCY] + ' ' + (row[YEAR] === null ? '' : row[YEAR]));
  title.id = 'detail-title';
  title.tabIndex = -1;
  const close = element('a', words.close, 'close tools');
  close.href = '#';
  detail.replaceChildren(close, title, ...history.map((each, at) => each && standing(each, at)).filter(Boolean).reverse());
  detail.scrollIntoView();
  title.focus({ preventScroll: true });
};

const selects = ['state', 'level', 'kind', 'year'];
byId('text').addEventListener('input', (event) => { filter.text = event.target.value; update(); });
for (const name of selects) byId(name).addEventListener('change', (event) => { filter[name] = event.target.value; update(); });
byId('unasked').addEventListener('change', (event) => { filter.unasked = event.target.checked ? '1' : ''; update(); });
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { filter: name, value, sort: field } = button.dataset;
  if (name) {
    filter[name] = filter[name] === value ? '' : value;
    byId(name).value = filter[name];
    update();
  } else if (field !== undefined) {
    const chosen = field === '' ? null : +field;
    sort = { field: chosen, down: sort.field === chosen ? !sort.down : chosen >= NEW };
    resort();
    update();
  } else if (button.id === 'reset') {
    for (const each of Object.keys(filter)) filter[each] = '';
    for (const id of ['text', ...selects]) byId(id).value = '';
    byId('unasked').checked = false;
    update();
  }
});
addEventListener('hashchange', open);
resort();
update();
open();
})();`;

export const dashboardScript: Inline = { text, hash: 'rxkuAk/MHTharFN5CTqDZgY6Y8A9tzfHyCAROsyAHyc=' };
