import type { Inline } from '../page.js';

/** Draws the rows that can be seen, filters and sorts them, and keeps the charts in step. */
const text = `(() => {
'use strict';
const data = JSON.parse(document.getElementById('data').textContent);
const { grades, levels, kinds, rules, words, rows } = data;
const [AGENCY, FILE, ADDRESS, YEAR, GRADE, SCORE, SHARE, ERROR, WARNING, INFO, LEVEL, KIND, RULES] = rows.length ? rows[0].keys() : [];
const byId = (id) => document.getElementById(id);
const frame = byId('window');
const body = byId('rows');
const texts = rows.map((row) => ((row[AGENCY] || '') + ' ' + row[FILE]).toLowerCase());
const ruleTexts = rules.map(([id, title]) => (id + ' ' + title).toLowerCase());
const collator = new Intl.Collator(document.documentElement.lang);

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
/** Of these the rows that pass all filters but one. */
const passing = (candidates, except) => {
  const active = Object.keys(tests).filter((name) => name !== except && filter[name] !== '');
  return candidates.filter((index) => active.every((name) => tests[name](rows[index])));
};

const cell = (kind, value) => {
  const td = document.createElement('td');
  td.className = kind;
  td.textContent = value === null ? '-' : value;
  return td;
};
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
const gap = (height) => {
  const tr = document.createElement('tr');
  tr.className = 'gap';
  tr.setAttribute('aria-hidden', 'true');
  tr.append(document.createElement('td'));
  tr.firstChild.style.height = height + 'px';
  return tr;
};

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

const setBar = (button, count, most) => {
  button.querySelector('.fill').setAttribute('width', most ? 100 * count / most : 0);
  button.querySelector('.count').textContent = count;
  button.setAttribute('aria-pressed', filter[button.dataset.filter] === button.dataset.value);
};
const gradeBars = [...document.querySelectorAll('#grades button')];
const ruleBars = [...document.querySelectorAll('#rules button')];
const chart = (candidates) => {
  const counts = grades.map(() => 0);
  for (const index of passing(candidates, 'grade')) counts[rows[index][GRADE]] += 1;
  gradeBars.forEach((button, at) => setBar(button, counts[at], Math.max(...counts)));
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
    setBar(button, times[rule], times[ranked[0]]);
  });
};

const update = () => {
  const candidates = found();
  shown = passing(candidates);
  byId('shown').textContent = words.shown.replace('{shown}', shown.length).replace('{all}', rows.length);
  frame.querySelector('table').setAttribute('aria-rowcount', shown.length + 1);
  frame.scrollTop = 0;
  drawn = '';
  draw();
  chart(candidates);
};
const resort = () => {
  const { field, down } = sort;
  const compare = (one, other) => {
    const [a, b] = [rows[one][field], rows[other][field]];
    if (a === null || b === null) return (a === null) - (b === null) || one - other;
    return (down ? -1 : 1) * (typeof a === 'string' ? collator.compare(a, b) : a - b) || one - other;
  };
  order = rows.map((_, index) => index);
  if (field !== null) order.sort(compare);
  else if (down) order.reverse();
  for (const button of frame.querySelectorAll('[data-sort]')) {
    const own = (button.dataset.sort === '' ? null : +button.dataset.sort) === field;
    if (own) button.parentNode.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    else button.parentNode.removeAttribute('aria-sort');
  }
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
frame.addEventListener('scroll', () => requestAnimationFrame(() => draw()), { passive: true });
addEventListener('resize', () => { drawn = ''; draw(); });
addEventListener('beforeprint', () => draw(true));
addEventListener('afterprint', () => { drawn = ''; draw(); });
resort();
update();
})();`;

export const indexScript: Inline = { text, hash: '9Ks2LExy6ADnQqOuFa7rzUjZEjmZqoB2PhmQ1yXBnZ0=' };
