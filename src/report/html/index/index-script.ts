import { listScript } from '../list/list-script.js';
import type { Inline } from '../page.js';

/** Draws the rows that can be seen, filters and sorts them, and keeps the charts in step. */
const text = `(() => {
'use strict';
${listScript}
const data = JSON.parse(document.getElementById('data').textContent);
const { grades, levels, kinds, rules, words, rows } = data;
const [AGENCY, FILE, ADDRESS, YEAR, GRADE, SCORE, SHARE, ERROR, WARNING, INFO, LEVEL, KIND, RULES] = rows.length ? rows[0].keys() : [];
const byId = (id) => document.getElementById(id);
const frame = byId('window');
const body = byId('rows');
const texts = rows.map((row) => ((row[AGENCY] || '') + ' ' + row[FILE]).toLowerCase());
const ruleTexts = rules.map(([id, title]) => (id + ' ' + title).toLowerCase());

const filter = { text: '', grade: '', level: '', kind: '', category: '', rule: '' };
let sort = { field: null, down: false };
let order = rows.map((_, index) => index);
let shown = order;

const tests = {
  grade: (row) => row[GRADE] === +filter.grade,
  level: (row) => row[LEVEL] === +filter.level,
  kind: (row) => row[KIND] === +filter.kind,
  category: (row) => row[RULES].some((rule) => rules[rule][2] === +filter.category),
  rule: (row) => row[RULES].includes(+filter.rule),
};

/** Rows in which each word is found, in their own text or in a finding. */
const found = () => {
  const wanted = filter.text.toLowerCase().split(/\\s+/).filter(Boolean);
  const inRules = wanted.map((word) => new Set(ruleTexts.flatMap((each, index) => each.includes(word) ? [index] : [])));
  return order.filter((index) => wanted.every((word, at) => texts[index].includes(word) || rows[index][RULES].some((rule) => inRules[at].has(rule))));
};
const passing = (candidates, except) => passingAll(rows, tests, filter, candidates, except);
const rankOf = (index) => {
  if (rows[index][SCORE] === null) return null;
  while (index > 0 && rows[index - 1][SCORE] === rows[index][SCORE]) index -= 1;
  return index + 1;
};
const rowOf = (index, at) => {
  const row = rows[index];
  const tr = document.createElement('tr');
  tr.setAttribute('aria-rowindex', at + 2);
  const agency = cell('agency', '');
  const name = row[AGENCY] === null ? words.untitled : row[AGENCY];
  const link = document.createElement(row[ADDRESS] === null ? 'span' : 'a');
  if (row[ADDRESS] !== null) link.href = row[ADDRESS];
  link.textContent = name;
  agency.title = name;
  agency.append(link);
  const file = cell('file', row[FILE]);
  file.title = row[FILE];
  const count = (kind, value) => cell(value ? kind : kind + ' none', value);
  tr.append(cell('rank', rankOf(index)), cell('grade grade-' + grades[row[GRADE]], grades[row[GRADE]]), cell('points', row[SCORE]), agency,
    cell('level', levels[row[LEVEL]]), cell('year', row[YEAR]), cell('share', row[SHARE] + '%'),
    count('error', row[ERROR]), count('warning', row[WARNING]), count('info', row[INFO]), file);
  return tr;
};
const table = virtualRows(frame, body, (index, at) => rowOf(index, at));

const gradeBars = [...document.querySelectorAll('#grades button')];
const ruleBars = [...document.querySelectorAll('#rules button')];
const chart = (candidates) => {
  const counts = grades.map(() => 0);
  for (const index of passing(candidates, 'grade')) counts[rows[index][GRADE]] += 1;
  gradeBars.forEach((button, at) => setBar(button, counts[at], Math.max(...counts), filter));
  const times = rules.map(() => 0);
  for (const index of passing(candidates, 'rule')) for (const rule of rows[index][RULES]) times[rule] += 1;
  const ranked = times.map((_, rule) => rule).sort((one, other) => times[other] - times[one] || one - other).slice(0, ruleBars.length);
  if (filter.rule !== '' && !ranked.includes(+filter.rule)) ranked[ranked.length - 1] = +filter.rule;
  ruleBars.forEach((button, at) => {
    const rule = ranked[at];
    button.dataset.value = rule;
    const label = button.querySelector('.label');
    label.textContent = rules[rule][1];
    button.title = rules[rule][1] + ' ' + rules[rule][0];
    setBar(button, times[rule], times[ranked[0]], filter);
  });
};

const update = () => {
  const candidates = found();
  shown = passing(candidates);
  byId('shown').textContent = words.shown.replace('{shown}', shown.length).replace('{all}', rows.length);
  table.show(shown);
  chart(candidates);
};
const resort = () => {
  order = ordered(rows, sort);
  markSorted(frame, sort);
};

const selects = ['grade', 'level', 'kind', 'category'];
byId('text').addEventListener('input', (event) => { filter.text = event.target.value; update(); });
for (const name of selects) byId(name).addEventListener('change', (event) => { filter[name] = event.target.value; update(); });
document.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  const { filter: name, value, sort: field } = button.dataset;
  if (name) {
    filter[name] = filter[name] === value ? '' : value;
    if (selects.includes(name)) byId(name).value = filter[name];
    update();
  } else if (field !== undefined) {
    const chosen = field === '' ? null : +field;
    sort = { field: chosen, down: sort.field === chosen ? !sort.down : [SCORE, SHARE, ERROR, WARNING, INFO, YEAR].includes(chosen) };
    resort();
    update();
  } else if (button.id === 'reset') {
    for (const each of Object.keys(filter)) filter[each] = '';
    for (const id of ['text', ...selects]) byId(id).value = '';
    update();
  }
});
resort();
update();
})();`;

export const indexScript: Inline = { text, hash: '7XPIXyNHHk9qgZx2Fdttcxrn9VKqmKl9bgQhcN+uIIw=' };
