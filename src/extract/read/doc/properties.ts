import { i16, slice, u16, u32, u8 } from './binary.js';
import type { CellDefinition, RowDefinition } from '../rtf/tables.js';
import { sprmsOf } from './sprm.js';

/** What a paragraph says of itself; `null` where it leaves it to its style. */
export interface ParagraphProperties {
  /** Tables around it. */
  depth: number;
  /** It ends a row, at the outermost level or of a nested table. */
  rowEnd: boolean;
  nestedRowEnd: boolean;
  /** It ends a cell of a nested table. */
  nestedCellEnd: boolean;
  row: RowDefinition | null;
  /** Number of the list use, 0 for none; depth in the list from 0. */
  list: number | null;
  level: number | null;
  /** 0–8, 9 is running text. */
  outline: number | null;
}

const mostCells = 200;

export const noProperties: Readonly<ParagraphProperties> = {
  depth: 0,
  rowEnd: false,
  nestedRowEnd: false,
  nestedCellEnd: false,
  row: null,
  list: null,
  level: null,
  outline: null,
};

/** Reads a property list of a paragraph; a long one lies in the data stream. */
export function paragraphProperties(list: Uint8Array, data: Uint8Array): ParagraphProperties {
  const found = { ...noProperties };
  readInto(found, list, data, false);
  return found;
}

function readInto(found: ParagraphProperties, list: Uint8Array, data: Uint8Array, inData: boolean): void {
  for (const { code, operand } of sprmsOf(list)) {
    switch (code) {
      case 0x2416: // sprmPFInTable
        if (u8(operand, 0) !== 0) found.depth = Math.max(found.depth, 1);
        break;
      case 0x6649: // sprmPItap
        found.depth = u32(operand, 0);
        break;
      case 0x2417: // sprmPFTtp
        found.rowEnd = u8(operand, 0) !== 0;
        break;
      case 0x244b: // sprmPFInnerTableCell
        found.nestedCellEnd = u8(operand, 0) !== 0;
        break;
      case 0x244c: // sprmPFInnerTtp
        found.nestedRowEnd = u8(operand, 0) !== 0;
        break;
      case 0x460b: // sprmPIlfo
        found.list = u16(operand, 0);
        break;
      case 0x260a: // sprmPIlvl
        found.level = u8(operand, 0);
        break;
      case 0x2640: // sprmPOutLvl
        found.outline = u8(operand, 0);
        break;
      case 0xd608: // sprmTDefTable
        found.row = rowOf(operand);
        break;
      case 0xd62b: // sprmTVertMerge
        mergeDown(found.row, operand);
        break;
      case 0x5624: // sprmTMerge
        mergeAcross(found.row, operand);
        break;
      case 0x6645: // sprmPHugePapx
      case 0x6646: {
        const at = u32(operand, 0);
        if (!inData && at + 2 <= data.length)
          readInto(found, slice(data, at + 2, at + 2 + u16(data, at)), data, true);
        break;
      }
    }
  }
}

/** Edges and merged cells of a row (MS-DOC 2.9.321). */
function rowOf(operand: Uint8Array): RowDefinition {
  const count = Math.min(u8(operand, 0), mostCells);
  const flags = Array.from({ length: count }, (_, index) => {
    const at = 1 + (count + 1) * 2 + index * 20;
    return at + 2 <= operand.length ? u16(operand, at) : 0;
  });
  const across = horizontalMerges(flags.map((flag) => flag & 3));
  return {
    left: i16(operand, 1),
    cells: flags.map((flag, index): CellDefinition => ({
      right: i16(operand, 3 + index * 2),
      vertical: (flag & 0x40) !== 0 ? 'begin' : (flag & 0x20) !== 0 ? 'go on' : 'none',
      horizontal: across[index] ?? 'none',
    })),
  };
}

/**
 * Word 97 marks the first cell of a merged range with 1 and the others with 2; later descriptions of the format say the reverse.
 * Either way the first mark of a range begins it, and begins another one when it comes again.
 */
function horizontalMerges(marks: readonly number[]): CellDefinition['horizontal'][] {
  let begin = 0;
  return marks.map((mark) => {
    if (mark === 0) begin = 0;
    else if (begin !== 0 && mark !== begin) return 'go on';
    else begin = mark;
    return mark === 0 ? 'none' : 'begin';
  });
}

/** Cell and its part in a vertical merge: 1 goes on, 3 begins (MS-DOC 2.9.343). */
function mergeDown(row: RowDefinition | null, operand: Uint8Array): void {
  const cell = row?.cells[u8(operand, 0)];
  const flag = u8(operand, 1);
  if (cell !== undefined) cell.vertical = flag === 3 ? 'begin' : flag === 1 ? 'go on' : 'none';
}

/** First cell of the range and the one after its last. */
function mergeAcross(row: RowDefinition | null, operand: Uint8Array): void {
  const [first, limit] = [u8(operand, 0), u8(operand, 1)];
  row?.cells.forEach((cell, index) => {
    if (index >= first && index < limit) cell.horizontal = index === first ? 'begin' : 'go on';
  });
}

/** What characters say of themselves. */
export interface CharacterProperties {
  /** Deleted in a tracked change, or hidden. */
  gone: boolean;
  /** Touched by a tracked change. */
  changed: boolean;
  /** The character to show in place of the text, from a symbol font. */
  symbol: string | null;
}

export function characterProperties(list: Uint8Array): CharacterProperties {
  const found: CharacterProperties = { gone: false, changed: false, symbol: null };
  for (const { code, operand } of sprmsOf(list)) {
    switch (code) {
      case 0x0800: // sprmCFRMarkDel
        if (u8(operand, 0) !== 0) found.gone = found.changed = true;
        break;
      case 0x0801: // sprmCFRMark
        if (u8(operand, 0) !== 0) found.changed = true;
        break;
      case 0x083c: // sprmCFVanish
        if (u8(operand, 0) !== 0) found.gone = true;
        break;
      case 0x6a09: // sprmCSymbol
        found.symbol = String.fromCharCode(u16(operand, 2));
        break;
    }
  }
  return found;
}
