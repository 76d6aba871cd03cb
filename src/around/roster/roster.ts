import {
  agencyKinds,
  agencyLevels,
  type AgencyKind,
  type AgencyLevel,
  type RosterEntry,
} from '../../model/index.js';
import { rosterIndex } from '../agency-name.js';
import { parseCsv, type CsvRow } from './csv.js';

/** What is wrong with one line of a roster. */
export interface RosterProblem {
  line: number;
  code:
    | 'empty'
    | 'open-quote'
    | 'missing-column'
    | 'unknown-column'
    | 'fields'
    | 'no-name'
    | 'level'
    | 'kind'
    | 'parent'
    | 'circle'
    | 'duplicate';
  values: Record<string, string | number>;
}

const COLUMNS = ['name', 'level', 'kind', 'parent', 'aliases'] as const;
type Column = (typeof COLUMNS)[number];

/** How officers head the columns and call levels and kinds. */
const HEADINGS: Readonly<Record<string, Column>> = {
  名称: 'name',
  机关名称: 'name',
  单位名称: 'name',
  层级: 'level',
  级别: 'level',
  类别: 'kind',
  类型: 'kind',
  上级: 'parent',
  上级机关: 'parent',
  别名: 'aliases',
  曾用名: 'aliases',
  简称: 'aliases',
};
const LEVELS: Readonly<Record<string, AgencyLevel>> = {
  中央: 'central',
  省级: 'province',
  市级: 'city',
  地市级: 'city',
  县级: 'county',
  区级: 'county',
  乡级: 'township',
  乡镇: 'township',
  街道: 'township',
};
const KINDS: Readonly<Record<string, AgencyKind>> = {
  政府: 'government',
  办公室: 'office',
  部门: 'department',
  事业单位: 'institution',
};

/** Reads a roster `name,level,kind,parent[,aliases]`, aliases parted by semicolons; the columns may come in any order. */
export function parseRoster(text: string): { entries: RosterEntry[]; problems: RosterProblem[] } {
  const { rows, openQuote } = parseCsv(text);
  if (openQuote !== null)
    return { entries: [], problems: [{ line: openQuote, code: 'open-quote', values: {} }] };
  const [head, ...body] = rows;
  if (head === undefined || body.length === 0)
    return { entries: [], problems: [{ line: 1, code: 'empty', values: {} }] };
  const columns = head.fields.map(columnOf);
  const problems = headProblems(head, columns);
  if (problems.length > 0) return { entries: [], problems };
  const read = body.map((row) => ({ line: row.line, entry: entryOf(row, columns, problems) }));
  const entries = read.flatMap(({ line, entry }) => (entry === null ? [] : [{ line, entry }]));
  const parents = parentsOf(entries);
  problems.push(...namesTwice(entries), ...parentProblems(entries, parents));
  problems.sort((a, b) => a.line - b.line);
  return {
    entries: entries.map(({ entry }) => ({ ...entry, parent: parents.get(entry)?.name ?? null })),
    problems,
  };
}

interface Line {
  line: number;
  entry: RosterEntry;
}

function columnOf(heading: string): Column | null {
  const own = heading.toLowerCase();
  return COLUMNS.find((each) => each === own) ?? HEADINGS[heading] ?? null;
}

function headProblems({ line, fields }: CsvRow, columns: readonly (Column | null)[]): RosterProblem[] {
  const unknown = fields.filter((_, index) => columns[index] === null && fields[index] !== '');
  const missing = COLUMNS.filter((each) => each !== 'aliases' && !columns.includes(each));
  return [
    ...unknown.map((column) => ({ line, code: 'unknown-column' as const, values: { column } })),
    ...missing.map((column) => ({ line, code: 'missing-column' as const, values: { column } })),
  ];
}

function entryOf(
  { line, fields }: CsvRow,
  columns: readonly (Column | null)[],
  problems: RosterProblem[],
): RosterEntry | null {
  if (fields.length > columns.length) {
    problems.push({ line, code: 'fields', values: { count: fields.length, expected: columns.length } });
    return null;
  }
  const value = (column: Column): string => fields[columns.indexOf(column)] ?? '';
  const name = value('name');
  if (name === '') {
    problems.push({ line, code: 'no-name', values: {} });
    return null;
  }
  const level = agencyLevels.find((each) => each === value('level').toLowerCase()) ?? LEVELS[value('level')];
  if (level === undefined) problems.push({ line, code: 'level', values: { value: value('level') } });
  const kind = agencyKinds.find((each) => each === value('kind').toLowerCase()) ?? KINDS[value('kind')];
  if (kind === undefined) problems.push({ line, code: 'kind', values: { value: value('kind') } });
  return {
    name,
    level: level ?? 'unknown',
    kind: kind ?? 'unknown',
    parent: value('parent') === '' ? null : value('parent'),
    aliases: value('aliases')
      .split(/[;；|、]/)
      .map((each) => each.trim())
      .filter((each) => each !== ''),
  };
}

/** Every name and alias means one agency. */
function namesTwice(lines: readonly Line[]): RosterProblem[] {
  const seen = new Map<string, number>();
  return lines.flatMap(({ line, entry }) =>
    [...new Set([entry.name, ...entry.aliases])].flatMap((name): RosterProblem[] => {
      const first = seen.get(name);
      if (first === undefined) seen.set(name, line);
      return first === undefined ? [] : [{ line, code: 'duplicate', values: { name, first } }];
    }),
  );
}

/** The line above each line, found by name or alias, however it is spelt. */
function parentsOf(lines: readonly Line[]): ReadonlyMap<RosterEntry, RosterEntry | null> {
  const index = rosterIndex(lines.map((each) => each.entry));
  return new Map(lines.map(({ entry }) => [entry, entry.parent === null ? null : index.find(entry.parent)]));
}

function parentProblems(
  lines: readonly Line[],
  parents: ReadonlyMap<RosterEntry, RosterEntry | null>,
): RosterProblem[] {
  return lines.flatMap(({ line, entry }): RosterProblem[] => {
    const parent = parents.get(entry) ?? null;
    if (entry.parent !== null && parent === null)
      return [{ line, code: 'parent', values: { parent: entry.parent } }];
    const above = new Set<RosterEntry>();
    for (let each = parent; each !== null && !above.has(each); each = parents.get(each) ?? null)
      above.add(each);
    return above.has(entry) ? [{ line, code: 'circle', values: { name: entry.name } }] : [];
  });
}
