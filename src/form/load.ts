import { formEdition } from '../model/form.js';
import {
  cellsOfForm,
  leavesOf,
  type CarriedRow,
  type FormEdition,
  type FormTable,
  type Label,
  type Relation,
} from '../model/index.js';
import { YamlError, type Problem } from '../yaml/problem.js';
import { readYaml } from '../yaml/read.js';
import type { ParsedSource, YamlSource } from '../yaml/source.js';
import { suggest } from '../yaml/suggest.js';
import { groupsIn, membersOf } from './relations.js';

/**
 * Reads a file of `forms/`.
 * @throws YamlError with every mistake and its place
 */
export function loadForm(text: YamlSource): FormEdition {
  const { data: form, source } = readYaml(text, formEdition);
  const problems = [
    ...checkYears(form, source),
    ...checkSections(form, source),
    ...checkAddresses(form, source),
    ...form.relations.flatMap((relation, index) => checkRelation(relation, index, form, source)),
    ...(form.carried ?? []).flatMap((row, index) => checkCarried(row, index, form, source)),
    ...checkSteady(form, source),
  ];
  if (problems.length > 0) throw new YamlError(problems);
  return form;
}

function checkYears({ years: { from, to } }: FormEdition, source: ParsedSource): Problem[] {
  return to === undefined || to >= from ? [] : [source.problem('last-before-first', ['years', 'to'])];
}

function checkSections({ tables, sections }: FormEdition, source: ParsedSource): Problem[] {
  const known = sections.map(({ ordinal }) => ordinal);
  if (known.length === 0) return [];
  return tables.flatMap(({ section: value }, index) =>
    known.includes(value)
      ? []
      : [source.problem('unknown-section', ['tables', index, 'section'], { value }, suggest(value, known))],
  );
}

/** No row stands twice in an edition. */
function checkAddresses(form: FormEdition, source: ParsedSource): Problem[] {
  const seen = new Set<string>();
  const told = new Set<string>();
  return cellsOfForm(form).flatMap(({ address, table, block, row, column }) => {
    const value = [table, row?.path ?? column.path].join('.');
    if (!seen.has(address) || told.has(value)) {
      seen.add(address);
      return [];
    }
    told.add(value);
    const at = form.tables.findIndex(({ id }) => id === table);
    const own = form.tables[at]?.blocks.findIndex(({ id }) => id === block) ?? 0;
    return [source.problem('duplicate-row', ['tables', at, 'blocks', own, 'rows'], { value })];
  });
}

function unknownTable(
  value: string,
  path: readonly (string | number)[],
  tables: readonly FormTable[],
  source: ParsedSource,
): Problem {
  const known = tables.map(({ id }) => id);
  return source.problem('unknown-table', [...path, 'table'], { value }, suggest(value, known));
}

/** What is carried over stands in rows that the table has. */
function checkCarried(
  carried: CarriedRow,
  index: number,
  { tables }: FormEdition,
  source: ParsedSource,
): Problem[] {
  const path = ['carried', index];
  const table = tables.find(({ id }) => id === carried.table);
  if (table === undefined) return [unknownTable(carried.table, path, tables, source)];
  const known = table.blocks.flatMap(({ rows }) => leavesOf(rows ?? []).map((each) => each.path));
  return (['from', 'to'] as const).flatMap((key) => {
    const value = carried[key];
    return known.includes(value)
      ? []
      : [source.problem('unknown-label', [...path, key], { value }, suggest(value, known))];
  });
}

/** What changes slowly is a cell of the edition. */
function checkSteady(form: FormEdition, source: ParsedSource): Problem[] {
  const known = cellsOfForm(form).map(({ address }) => address);
  return (form.steady ?? []).flatMap((value, index) =>
    known.includes(value)
      ? []
      : [source.problem('unknown-cell', ['steady', index], { value }, suggest(value, known))],
  );
}

/** A relation speaks of rows or columns that its table has. */
function checkRelation(
  relation: Relation,
  index: number,
  { tables }: FormEdition,
  source: ParsedSource,
): Problem[] {
  const path = ['relations', index];
  const table = tables.find(({ id }) => id === relation.table);
  if (table === undefined) return [unknownTable(relation.table, path, tables, source)];
  const lists = labelsOf(table, relation);
  const known = new Set(lists.flatMap(namesIn));
  return (['left', 'right'] as const).flatMap((side) =>
    relation[side].flatMap((value, at) =>
      lists.some((labels) => membersOf(labels, value).length > 0)
        ? []
        : [source.problem('unknown-label', [...path, side, at], { value }, suggest(value, known))],
    ),
  );
}

/** Rows, columns, or what stands in each group of columns. */
function labelsOf({ blocks }: FormTable, { each }: Relation): (readonly Label[])[] {
  if (each === 'column') return blocks.map(({ rows }) => rows ?? []);
  const columns = blocks.map((block) => block.columns);
  return each === 'row'
    ? columns
    : columns.flatMap((each) => groupsIn(each)).map(({ label }) => label.children ?? []);
}

function namesIn(labels: readonly Label[]): string[] {
  return leavesOf(labels).flatMap(({ path, parents, label }) => [
    path,
    ...[...parents, label].flatMap(({ groups, id }) => [
      ...(groups ?? []),
      ...(id === undefined ? [] : [id]),
    ]),
  ]);
}

/** Editions in the order of their years; one without a last year ends where the next begins. An edition given later replaces its namesake. */
export function editionsOf(forms: readonly FormEdition[]): FormEdition[] {
  const byId = new Map(forms.map((form) => [form.id, form]));
  const sorted = [...byId.values()].sort((a, b) => a.years.from - b.years.from);
  return sorted.map((form, index) => {
    const next = sorted[index + 1];
    if (form.years.to !== undefined || next === undefined) return form;
    return { ...form, years: { ...form.years, to: next.years.from - 1 } };
  });
}
