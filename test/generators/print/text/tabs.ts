import * as fc from 'fast-check';
import { gridOf, type GridPosition, type Sheet } from '../sheet.js';

/** A page of the source: from which row on, and what the extraction of that page alone does to the columns. */
interface Page {
  from: number;
  /** The outermost label column carries no text on this page and vanishes. */
  dropsOuter: boolean;
  /** The label of the last row before the break is cut in two. */
  cutsLabel: boolean;
  /** Page number or running head between the pages. */
  furniture: string;
  repeatsHeader: boolean;
  repeatsGroups: boolean;
}

export interface TabStyle {
  /** For each row in turn, how many of the fields that a spanning label covers are kept; the others move to the end. */
  kept: number[];
  /** Whether rows are filled up to the width of the table, beyond it, or not at all. */
  pad: 'full' | 'none' | 'over';
  /** A blank column between labels and figures on rows with this remainder by three; `null`: none. */
  surplus: number | null;
  breaks: Page[];
  separator: string;
}

const pages: fc.Arbitrary<Page> = fc.record({
  from: fc.integer({ min: 5, max: 26 }),
  dropsOuter: fc.boolean(),
  cutsLabel: fc.boolean(),
  furniture: fc.constantFrom('', '— 3 —', '第2页 共5页', '- 4 -'),
  repeatsHeader: fc.boolean(),
  repeatsGroups: fc.boolean(),
});

export const tabStyles: fc.Arbitrary<TabStyle> = fc.record({
  kept: fc.array(fc.nat(2), { minLength: 1, maxLength: 30 }),
  pad: fc.constantFrom('full', 'none', 'over'),
  surplus: fc.option(fc.nat(2)),
  breaks: fc.array(pages, { maxLength: 2 }).map((each) => each.sort((one, other) => one.from - other.from)),
  separator: fc.constant('\t'),
});

/** Blank figures can be told from padding only where every row keeps its true columns. */
export function keepsColumns(style: TabStyle): boolean {
  return (
    style.kept.every((kept) => kept === 2) &&
    style.pad === 'full' &&
    style.surplus === null &&
    style.breaks.every((page) => !page.dropsOuter)
  );
}

/** Fields of one row, spans of labels partly kept, then padding. */
function fieldsOf(
  row: readonly GridPosition[],
  index: number,
  style: TabStyle,
  page: Page | null,
  width: number,
): string[] {
  const kept = style.kept[index % style.kept.length] ?? 2;
  const opens = page?.from === index;
  const fields: string[] = [];
  let figures = false;
  for (const { cell, down, right } of row) {
    if (right > 0) continue;
    const dropped = page?.dropsOuter === true && cell.label && cell.column === 0;
    if (dropped && down > 0) continue;
    if (!cell.label && !figures) {
      figures = true;
      if (style.surplus === index % 3) fields.push('');
    }
    fields.push(down === 0 || (opens && page.repeatsGroups) ? cell.text : '');
    const covered = cell.columnSpan - 1 - (dropped && cell.columnSpan > 1 ? 1 : 0);
    fields.push(...blanks(cell.label ? Math.min(covered, kept) : covered));
  }
  const missing = Math.max(0, width - fields.length);
  if (style.pad === 'none') return fields;
  return [...fields, ...blanks(style.pad === 'over' ? missing + 2 : missing)];
}

function blanks(count: number): string[] {
  return Array.from({ length: count }, () => '');
}

/** Rows of fields between tabs: one line per row, ragged ends, page breaks that shift columns. */
export function tabRows(sheet: Sheet, style: TabStyle): string {
  const grid = gridOf(sheet);
  const breaks = sheet.table === 't3' ? style.breaks.filter((page) => page.from < sheet.rows) : [];
  const lines: string[] = [];
  for (const [index, row] of grid.entries()) {
    const opening = breaks.find((page) => page.from === index);
    const page = breaks.filter((each) => each.from <= index).at(-1) ?? null;
    const closing = breaks.find((each) => each.from === index + 1);
    if (opening !== undefined) {
      lines.push('', ...(opening.furniture === '' ? [] : [opening.furniture, '']));
      if (opening.repeatsHeader) {
        for (const header of grid.slice(0, sheet.headerRows)) {
          lines.push(fieldsOf(header, 0, style, null, sheet.columns).join(style.separator));
        }
      }
    }
    const fields = fieldsOf(row, index, style, page, sheet.columns);
    const label = closing?.cutsLabel === true ? innermostLabel(row) : null;
    const at = label === null ? -1 : fields.indexOf(label);
    if (label === null || at < 0 || label.length < 4) {
      lines.push(fields.join(style.separator));
      continue;
    }
    lines.push(
      fields.map((field, column) => (column === at ? label.slice(0, -2) : field)).join(style.separator),
    );
    lines.push('', fields.map((_, column) => (column === at ? label.slice(-2) : '')).join(style.separator));
  }
  return lines.join('\n');
}

function innermostLabel(row: readonly GridPosition[]): string | null {
  return (
    row.filter(({ cell, down, right }) => cell.label && down === 0 && right === 0).at(-1)?.cell.text ?? null
  );
}
