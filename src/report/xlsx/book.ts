import { width } from '../layout.js';
import { headsOf, type ColumnWidth } from '../rows.js';
import type { Value } from '../spreadsheet.js';
import type { Translate } from '../translate.js';
import { openArchive, type Entry } from './archive.js';
import { partsOf, sheetFile, type Listed } from './package.js';
import { closing, lineHeight, opening, rowXml } from './sheet.js';
import { openStyles, type Style } from './styles.js';

/** Rows that a sheet holds, the head among them; further rows go to a sheet of their own. */
const sheetRows = 1_048_576;

/** A workbook in the making. What is written leaves memory when it is taken. */
export interface Book {
  /** A table with a frozen head and a filter, in one sheet or more. */
  table: (place: Place, columns: readonly ColumnWidth[], look?: Look) => Table;
  /** A sheet of lines, each as bold as it says. */
  lines: (place: Place, widths: readonly number[], lines: readonly Line[]) => void;
  /** Bytes of the workbook that can be written by now, in their order; each is given once. */
  taken: () => Uint8Array[];
  /** After the last sheet. */
  finish: () => void;
}

export interface Place {
  name: string;
  /** Where the sheet stands among the others. */
  rank: number;
  /** Its rows go out as they come, and no other such sheet is begun meanwhile; otherwise they wait, compressed, for its end. */
  flowing?: boolean;
}

export interface Table {
  add: (rows: readonly (readonly Value[])[]) => void;
  end: () => void;
}

/** Looks of columns by their name: a number format, or colours by text. */
export interface Look {
  percent?: string[];
  colours?: Record<string, Record<string, string>>;
}

export interface Line {
  values: readonly Value[];
  bold?: boolean;
}

/** Columns of less room hold a number or a word. */
const roomForText = 20;

/** As many as the tallest row can show. */
const mostLines = 27;

/** Lines that the longest text of a row takes: what opens the book need not find that out by itself. */
function linesOf(row: readonly Value[], columns: readonly ColumnWidth[]): number {
  const lines = columns.map(([, room], index) => {
    const value = row[index];
    // A character takes two columns at most.
    if (room < roomForText || typeof value !== 'string' || 2 * value.length <= room) return 1;
    return Math.ceil(width(value) / (room - 2));
  });
  return Math.min(mostLines, Math.max(...lines));
}

const head: Style = { bold: true, heading: true, vertical: 'middle', wrapped: true };

export function openBook(t: Translate): Book {
  const archive = openArchive();
  const styles = openStyles();
  const sheets: (Listed & { rank: number })[] = [];

  const begin = ({ name, rank, flowing }: Place, columns: number): Entry => {
    const file = sheets.length + 1;
    sheets.push({ file, name, columns, rank });
    return (flowing === true ? archive.flowing : archive.waiting)(sheetFile(file));
  };

  function table(place: Place, columns: readonly ColumnWidth[], look: Look = {}): Table {
    const { percent = [], colours = {} } = look;
    const widths = columns.map(([, room]) => room);
    const headStyle = styles.numberOf(head);
    const looks = columns.map(([column, room]) => {
      const style: Style = {
        vertical: 'top',
        ...(room < roomForText ? { centred: true } : { wrapped: true }),
        ...(percent.includes(column) ? { percent: true } : {}),
      };
      const coloured = Object.entries(colours[column] ?? {}).map(
        ([text, colour]) => [text, styles.numberOf({ ...style, bold: true, colour })] as const,
      );
      return { plain: styles.numberOf(style), coloured: new Map(coloured) };
    });
    const styleOf = (value: Value, column: number) => {
      const found = looks[column];
      return found?.coloured.get(String(value)) ?? found?.plain ?? 0;
    };
    let parts = 0;
    let count = 0;
    let sheet: Entry | null = null;
    const open = (): Entry => {
      parts += 1;
      count = 1;
      const name = parts === 1 ? place.name : `${place.name} ${parts}`;
      const opened = begin({ ...place, name }, columns.length);
      opened.write(opening(widths, true) + rowXml(1, headsOf(columns, t), () => headStyle));
      return opened;
    };
    const close = () => {
      sheet?.write(closing(widths, true));
      sheet?.end();
      sheet = null;
    };
    sheet = open();
    return {
      add: (rows) => {
        let text = '';
        for (const row of rows) {
          if (count === sheetRows) {
            sheet?.write(text);
            text = '';
            close();
            sheet = open();
          }
          count += 1;
          text += rowXml(count, row, styleOf, lineHeight * linesOf(row, columns));
        }
        sheet?.write(text);
      },
      end: close,
    };
  }

  function lines(place: Place, widths: readonly number[], all: readonly Line[]): void {
    const sheet = begin(place, 0);
    sheet.write(opening(widths, false));
    all.forEach(({ values, bold = false }, index) => {
      const styleOf = (_: Value, column: number) =>
        styles.numberOf({
          vertical: 'top',
          ...(column > 0 ? { wrapped: true } : {}),
          ...(column === 1 && values.length > 1 ? { centred: true } : {}),
          ...(bold ? { bold: true } : {}),
          ...(bold && index === 0 ? { size: 16 } : {}),
          ...(bold && values.length > 1 ? { heading: true } : {}),
        });
      sheet.write(rowXml(index + 1, values, styleOf, index === 0 ? 2 * lineHeight : undefined));
    });
    sheet.write(closing(widths, false));
    sheet.end();
  }

  return {
    table,
    lines,
    taken: archive.taken,
    finish: () => {
      const ranked = [...sheets].sort((one, other) => one.rank - other.rank || one.file - other.file);
      for (const [name, text] of [...partsOf(ranked), ['xl/styles.xml', styles.xml()] as const]) {
        const part = archive.flowing(name);
        part.write(text);
        part.end();
      }
      archive.finish();
    },
  };
}
