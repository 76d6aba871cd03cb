import { groupCells, type CellAddress } from '../../model/index.js';
import { cellText, valueOf, type NamedWords } from '../words.js';

/** Cells named one by one before the rest is only counted; beside whole columns and rows fewer are. */
const most = 6;
const besides = 2;

/** Cells as they are told: line by line, and how many more there are. */
export interface CellLines {
  /** A line for each cell, or for the whole columns and rows that cells without a number fill. */
  lines: { text: string; cell: CellAddress | null }[];
  more: number;
}

/** Many cells without a number are put together by the whole columns and rows that they fill; others are told one by one. */
export function cellLines(words: NamedWords, cells: readonly CellAddress[]): CellLines {
  const { audit } = words;
  const silent = cells.filter((cell) => (audit.cells[cell]?.value ?? null) === null);
  const grouped = silent.length > most ? wholeLines(words, silent) : { lines: [], rest: silent };
  const told = new Set([...silent].filter((cell) => !grouped.rest.includes(cell)));
  const single = cells.filter((cell) => !told.has(cell));
  const room = grouped.lines.length === 0 ? most : besides;
  return {
    lines: [
      ...grouped.lines.map((text) => ({ text, cell: null })),
      ...single.slice(0, room).map((cell) => ({ text: cellText(words, cell), cell })),
    ],
    more: Math.max(0, single.length - room),
  };
}

/** 表三 科研机构等4列全部空白 */
function wholeLines(
  words: NamedWords,
  cells: readonly CellAddress[],
): { lines: string[]; rest: CellAddress[] } {
  const { audit, names, t } = words;
  const form = Object.keys(audit.cells).flatMap((address) => {
    const name = names.get(address);
    return name === undefined ? [] : [{ address, table: name.table, row: name.row, column: name.column }];
  });
  const lines: string[] = [];
  const rest: CellAddress[] = [];
  for (const { table, all, columns, rows, rest: single } of groupCells(form, cells)) {
    const own = form.filter((cell) => cell.table === table && cells.includes(cell.address));
    const valuesOf = (part: 'row' | 'column', lines: readonly string[]): string =>
      [
        ...new Set(
          own
            .filter((cell) => lines.includes(cell[part]))
            .map(({ address }) => {
              const value = valueOf(words, address);
              return audit.cells[address]?.state === 'placeholder'
                ? t('pretty.quoted', { quote: value })
                : value;
            }),
        ),
      ]
        .slice(0, 3)
        .join(t('pretty.list'));
    const line = (kind: 'columns' | 'rows', part: 'row' | 'column', found: readonly string[]): string[] =>
      found.length === 0
        ? []
        : [
            t(found.length === 1 ? `text.${part}` : `text.${kind}`, {
              table,
              first: found[0] ?? '',
              count: found.length,
              value: valuesOf(part, found),
            }),
          ];
    if (all) lines.push(t('text.wholeTable', { table, value: valuesOf('column', columns) }));
    else lines.push(...line('columns', 'column', columns), ...line('rows', 'row', rows));
    rest.push(...single.map(({ address }) => address));
  }
  const known = new Set(form.map(({ address }) => address));
  return { lines, rest: [...rest, ...cells.filter((cell) => !known.has(cell))] };
}
