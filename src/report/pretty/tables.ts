import type { CellAddress } from '../../model/index.js';
import { tablesOf, type Grid } from '../tables/grid.js';
import { tableName } from '../labels.js';
import { inert, padEnd, padStart, truncate, width, wrap } from '../tables/layout.js';
import { flagsOf, signs, type Flag } from '../tables/marks.js';
import type { View } from './view.js';

const narrowest = 4;
/** Texts in cells are cut after so many columns. */
const widest = 12;
/** Columns that the row labels should have before the headings get more lines. */
const roomForLabels = 36;
/** Lines that a heading may take. */
const tallest = 4;

/** What drawing a table needs. */
interface Canvas {
  audit: Pick<View['audit'], 'cells'>;
  /** Width of the page. */
  columns: number;
  paint: View['paint'];
  t: View['t'];
}

function textOf({ audit, t }: Canvas, address: CellAddress): string {
  const cell = audit.cells[address];
  if (cell === undefined || cell.state === 'absent') return t('state.absent');
  if (cell.state === 'blank' || cell.state === 'unreadable') return t(`state.${cell.state}`);
  return truncate(inert(cell.raw), widest);
}

/** Widths of the number columns: headings in as few lines as leave room for the row labels. */
function columnWidths(
  headers: readonly string[],
  texts: readonly string[][],
  room: number,
  labels: number,
): number[] {
  const least = headers.map((_, column) =>
    Math.max(narrowest, ...texts.map((row) => width(row[column] ?? ''))),
  );
  for (let lines = 1; lines <= tallest; lines += 1) {
    const widths = least.map((each, column) =>
      Math.max(each, 2 * Math.ceil(width(headers[column] ?? '') / lines / 2)),
    );
    const used = widths.reduce((sum, each) => sum + each + 2, 0);
    if (lines === tallest || room - used >= Math.min(labels, roomForLabels)) return widths;
  }
  return least;
}

/** One line for a sub-table whose cells all lack a value in the same way. */
function allAlike({ audit, t }: View, { rows }: Grid): string[] | null {
  const addresses = rows.flatMap((row) => row.addresses);
  const states = new Set(addresses.map((address) => audit.cells[address]?.state ?? 'absent'));
  const [state] = states;
  if (addresses.length < 2 || states.size > 1 || (state !== 'blank' && state !== 'unreadable')) return null;
  return [`  ${t('pretty.allAlike', { count: addresses.length, state: t(`state.${state}.long`) })}`];
}

/** The lines of a table, flagged cells marked by colour and sign. */
export function draw(view: Canvas, { headers, rows }: Grid, flags: ReadonlyMap<CellAddress, Flag>): string[] {
  const { columns, paint } = view;
  const room = columns - 2;
  const longest = Math.max(...rows.map(({ label, indent }) => 2 * indent + width(label)));
  const texts = rows.map(({ addresses }) => addresses.map((address) => textOf(view, address)));
  const widths = columnWidths(headers, texts, room, longest);
  const numbers = widths.reduce((sum, each) => sum + each + 2, 0);
  const labels = Math.min(longest, Math.max(16, room - numbers));

  const stacks = headers.map((header, column) => wrap(header, widths[column] ?? narrowest));
  const height = Math.max(...stacks.map(({ length }) => length));
  const head = Array.from({ length: height }, (_, level) => {
    const cells = stacks.map((stack, column) => {
      const line = stack[level - height + stack.length] ?? '';
      return ` ${padStart(line, widths[column] ?? narrowest)} `;
    });
    return paint.faint(`  ${' '.repeat(labels)}${cells.join('')}`.trimEnd());
  });

  const body = rows.flatMap(({ label, indent, addresses }) => {
    const lead = ' '.repeat(2 * indent);
    const lines = wrap(label, labels - lead.length).map((line) => `  ${padEnd(lead + line, labels)}`);
    const cells = addresses.map((address, column) => {
      const text = padStart(textOf(view, address), widths[column] ?? narrowest);
      const mark = flags.get(address)?.mark;
      if (mark === undefined) return ` ${text.trim() === '0' ? paint.faint(text) : text} `;
      const style = mark === 'witness' ? paint.strong : paint[mark];
      return ` ${style(text + signs[mark])}`;
    });
    lines[lines.length - 1] += cells.join('');
    return lines.map((line) => line.trimEnd());
  });
  return [...head, ...body];
}

/** The tables as read, flagged cells marked by colour and sign. */
export function tables(view: View): string[] {
  const { audit, context, t, paint } = view;
  const flags = flagsOf(view.audit);
  const lines = tablesOf(audit, context.forms).flatMap(({ form, blocks }) => [
    '',
    paint.strong(`${tableName(form.id, form.section, t)}  ${form.title[context.lang]}`),
    ...(blocks.length === 0 ? [`  ${t('pretty.noTable')}`] : []),
    ...blocks.flatMap(({ caption, grid }) => [
      ...(caption === undefined ? [] : [`  ${caption}`]),
      ...(allAlike(view, grid) ?? draw({ ...view, columns: context.columns }, grid, flags)),
    ]),
  ]);
  const used = [...flags.values()].map(({ mark }) => mark);
  const legend = (['error', 'warning', 'info', 'witness'] as const)
    .filter((mark) => used.includes(mark))
    .map((mark) => `${signs[mark]} ${t(`mark.${mark}`)}`);
  return legend.length === 0 ? lines : [...lines, '', `  ${t('pretty.legend')}${legend.join('  ')}`];
}
