import type { Review } from '../../../model/index.js';
import { markOf } from '../../../report/office/league.js';
import type { MessageKey, Translate } from '../../../report/translate.js';
import { byId, element } from '../../dom.js';
import { byYearAndRank, ranksOf, type Entry } from '../entry.js';
import { passes, type Filters } from './filters.js';
import { stateOf } from '../review/review.js';

type Decided = ReadonlyMap<string, Review>;

interface Column {
  name: string;
  text: MessageKey;
  /** What the column is sorted by; the ranking itself without. */
  key?: (entry: Entry) => string | number | null;
  /** Larger values first at the first click. */
  down?: boolean;
}

const columns: readonly Column[] = [
  { name: 'rank', text: 'index.rank' },
  { name: 'grade', text: 'desk.machine', key: ({ machine }) => machine.score, down: true },
  { name: 'points', text: 'desk.after', key: ({ judged }) => judged.summary.score, down: true },
  { name: 'agency', text: 'summary.agency', key: ({ judged }) => judged.summary.agency },
  { name: 'level', text: 'index.level', key: ({ judged }) => judged.summary.level },
  { name: 'year', text: 'summary.year', key: ({ judged }) => judged.summary.year, down: true },
  { name: 'error', text: 'severity.error', key: ({ judged }) => judged.summary.counts.error, down: true },
  {
    name: 'warning',
    text: 'severity.warning',
    key: ({ judged }) => judged.summary.counts.warning,
    down: true,
  },
  { name: 'info', text: 'severity.info', key: ({ judged }) => judged.summary.counts.info, down: true },
  { name: 'state', text: 'desk.review', key: ({ judged }) => judged.findings.length },
  { name: 'file', text: 'summary.file', key: ({ name }) => name },
];

export interface LeagueTable {
  /** Shows the reports; those that do not pass the filters are kept but hidden. */
  show: (entries: readonly Entry[], filters: Filters, decided: Decided) => void;
  /** The names of the reports that can be seen, in their order. */
  visible: () => string[];
  select: (name: string | null) => void;
  selected: () => string | null;
}

/** The table of all reports, in which one is selected and opened. */
export function createLeagueTable(t: Translate, onOpen: (name: string) => void): LeagueTable {
  const table = byId('desk-table', HTMLTableElement);
  const body = byId('desk-rows', HTMLTableSectionElement);
  const rows = new Map<string, { row: HTMLTableRowElement; shows: string }>();
  const collator = new Intl.Collator('zh-CN');
  let sort: { column: number; down: boolean } = { column: 0, down: false };
  let selected: string | null = null;
  let redraw = () => {};

  const heads = columns.map(({ name, text, down = false }, index) => {
    const button = element('button', { type: 'button' }, t(text));
    button.addEventListener('click', () => {
      sort = { column: index, down: sort.column === index ? !sort.down : down };
      redraw();
    });
    return element('th', { scope: 'col', class: `c-${name}` }, button);
  });
  table.tHead?.replaceChildren(element('tr', {}, ...heads));

  const count = (kind: string, value: number) =>
    element('td', { class: value === 0 ? `c-${kind}` : `c-${kind} ${kind}` }, String(value));

  function cellsOf(
    { name, machine, judged }: Entry,
    rank: number | undefined,
    decided: Decided,
  ): HTMLElement[] {
    const { agency, level, year, counts, grade } = judged.summary;
    const open = element('button', { type: 'button', class: 'link' }, agency ?? t('pretty.untitled'));
    const reviewed = judged.findings.filter(({ fingerprint }) => decided.has(fingerprint)).length;
    return [
      element('td', { class: 'c-rank' }, rank === undefined ? '-' : String(rank)),
      element('td', { class: `c-grade grade-${machine.grade}` }, markOf(machine)),
      element('td', { class: `c-points grade-${grade}` }, reviewed === 0 ? '-' : markOf(judged.summary)),
      element('td', { class: 'c-agency', title: agency ?? '' }, open),
      element('td', { class: 'c-level' }, t(`level.${level}`)),
      element('td', { class: 'c-year' }, year === null ? '-' : String(year)),
      count('error', counts.error),
      count('warning', counts.warning),
      count('info', counts.info),
      element(
        'td',
        { class: `c-state ${stateOf({ judged } as Entry, decided)}` },
        `${reviewed}/${judged.findings.length}`,
      ),
      element('td', { class: 'c-file', title: name }, name),
    ];
  }

  function rowOf(
    entry: Entry,
    ranks: ReadonlyMap<string, number>,
    ties: ReadonlySet<number>,
    decided: Decided,
  ): HTMLTableRowElement {
    const { name, judged, machine } = entry;
    const { counts } = judged.summary;
    const rank = ranks.get(name);
    const reviewed = judged.findings.map(({ fingerprint }) => decided.get(fingerprint)?.verdict ?? '').join();
    const tied = rank !== undefined && ties.has(rank);
    const shows = [rank, tied, markOf(machine), markOf(judged.summary), judged.summary.agency, reviewed].join(
      '|',
    );
    const known = rows.get(name);
    if (known?.shows === shows) return known.row;
    const row = known?.row ?? element('tr', { tabindex: '-1' });
    Object.assign(row.dataset, {
      file: name,
      grade: machine.grade,
      reviewedGrade: judged.summary.grade,
      errors: String(counts.error),
      warnings: String(counts.warning),
      rank: rank === undefined ? '' : String(rank),
    });
    row.replaceChildren(...cellsOf(entry, rank, decided));
    if (tied) row.cells[0]?.append(' ', element('small', {}, t('desk.tied')));
    rows.set(name, { row, shows });
    return row;
  }

  body.onclick = ({ target }) => {
    const row = target instanceof Element ? target.closest('tr') : null;
    if (row?.dataset['file'] !== undefined) onOpen(row.dataset['file']);
  };

  function sorted(entries: readonly Entry[]): Entry[] {
    const { key } = columns[sort.column] ?? {};
    const list = [...entries].sort(byYearAndRank);
    if (key === undefined) return sort.down ? list.reverse() : list;
    return list.sort((one, other) => {
      const [a, b] = [key(one), key(other)];
      if (a === null || b === null) return Number(a === null) - Number(b === null);
      const difference =
        typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b));
      return sort.down ? -difference : difference;
    });
  }

  function show(entries: readonly Entry[], filters: Filters, decided: Decided): void {
    redraw = () => show(entries, filters, decided);
    const ranks = ranksOf(entries);
    const tiesOf = new Map<number | null, Set<number>>();
    const seen = new Set<string>();
    for (const { name, judged } of entries) {
      const rank = ranks.get(name);
      const { year } = judged.summary;
      if (rank === undefined) continue;
      const key = `${year}/${rank}`;
      if (seen.has(key)) tiesOf.set(year, (tiesOf.get(year) ?? new Set()).add(rank));
      seen.add(key);
    }
    const none: ReadonlySet<number> = new Set();
    const drawn = sorted(entries).map((entry) => {
      const row = rowOf(entry, ranks, tiesOf.get(entry.judged.summary.year) ?? none, decided);
      row.hidden = !passes(entry, filters, decided);
      row.ariaSelected = String(entry.name === selected);
      return row;
    });
    // Rows that stand where they are to stand are not moved: moving them costs a new layout.
    if (drawn.length !== body.children.length || drawn.some((row, index) => body.children[index] !== row))
      body.replaceChildren(...drawn);
    heads.forEach((head, index) => {
      if (index === sort.column) head.ariaSort = sort.down ? 'descending' : 'ascending';
      else head.removeAttribute('aria-sort');
    });
  }

  return {
    show,
    visible: () =>
      Array.from(body.rows).flatMap((row) =>
        row.hidden || row.dataset['file'] === undefined ? [] : [row.dataset['file']],
      ),
    select(name) {
      selected = name;
      for (const row of body.rows) row.ariaSelected = String(row.dataset['file'] === name);
      if (name !== null) rows.get(name)?.row.scrollIntoView({ block: 'nearest' });
    },
    selected: () => selected,
  };
}
