import { u16, u32, u8 } from './binary.js';
import { numberedLists } from '../docx/numbering.js';
import type { Attributes } from '../xml/xml.js';
import type { WordFile } from './file.js';

/** Names in ST_NumberFormat of the number formats (MS-OSHARED 2.2.1.3); others are written in decimal. */
const formats: Readonly<Record<number, string>> = {
  1: 'upperRoman',
  2: 'lowerRoman',
  3: 'upperLetter',
  4: 'lowerLetter',
  10: 'ideographDigital',
  11: 'japaneseCounting',
  14: 'decimalFullWidth',
  18: 'decimalEnclosedCircle',
  22: 'decimalZero',
  23: 'bullet',
  26: 'decimalEnclosedFullstop',
  27: 'decimalEnclosedParen',
  28: 'decimalEnclosedCircleChinese',
  29: 'ideographEnclosedCircle',
  30: 'ideographTraditional',
  31: 'ideographZodiac',
  33: 'taiwaneseCounting',
  34: 'ideographLegalTraditional',
  35: 'taiwaneseCountingThousand',
  37: 'chineseCounting',
  38: 'chineseLegalSimplified',
  39: 'chineseCountingThousand',
  255: 'none',
};

const suffixes = ['tab', 'space', 'nothing'];
const mostLists = 10_000;

/** The lists of the file (MS-DOC 2.9.131, 2.9.150), counted as those of DOCX are; a list use is named by its number from 1. */
export function listsOf({ table, parts }: WordFile): ReturnType<typeof numberedLists> {
  const lists = numberedLists();
  const open = (name: string, attributes: Attributes): void => lists.handlers.open(name, attributes);
  const close = (name: string): void => lists.handlers.close(name);
  const element = (name: string, attributes: Attributes): void => {
    open(name, attributes);
    close(name);
  };
  if (parts.lists.length >= 2) readLists();
  if (parts.listUses.length >= 4) readUses();
  return lists;

  function readLists(): void {
    const count = Math.min(u16(table, parts.lists.from), mostLists);
    let at = parts.lists.from + 2 + count * 28;
    for (let index = 0; index < count; index++) {
      const list = parts.lists.from + 2 + index * 28;
      const levels = (u8(table, list + 26) & 1) === 1 ? 1 : 9;
      open('w:abstractNum', { 'w:abstractNumId': String(u32(table, list)) });
      for (let level = 0; level < levels; level++) at = readLevel(at, level);
      close('w:abstractNum');
    }
  }

  function readUses(): void {
    const count = Math.min(u32(table, parts.listUses.from), mostLists);
    let at = parts.listUses.from + 4 + count * 16;
    for (let index = 0; index < count; index++) {
      const use = parts.listUses.from + 4 + index * 16;
      open('w:num', { 'w:numId': String(index + 1) });
      element('w:abstractNumId', { 'w:val': String(u32(table, use)) });
      at += 4;
      for (let left = u8(table, use + 12); left > 0; left--) at = readOverride(at);
      close('w:num');
    }
  }

  /** One level that this use of the list has otherwise; returns where the next begins. */
  function readOverride(at: number): number {
    const flags = u32(table, at + 4);
    const level = flags & 15;
    open('w:lvlOverride', { 'w:ilvl': String(level) });
    if ((flags & 0x10) !== 0) element('w:startOverride', { 'w:val': String(u32(table, at)) });
    const end = (flags & 0x20) !== 0 ? readLevel(at + 8, level) : at + 8;
    close('w:lvlOverride');
    return end;
  }

  /** One level; returns where the next begins. */
  function readLevel(at: number, level: number): number {
    const text = at + 28 + u8(table, at + 24) + u8(table, at + 25);
    const length = u16(table, text);
    let label = '';
    for (let index = 0; index < length; index++) {
      const code = u16(table, text + 2 + index * 2);
      // The number of a level stands for itself.
      label += code < 9 ? `%${String(code + 1)}` : String.fromCharCode(code);
    }
    const flags = u8(table, at + 5);
    open('w:lvl', { 'w:ilvl': String(level) });
    element('w:start', { 'w:val': String(u32(table, at)) });
    element('w:numFmt', { 'w:val': formats[u8(table, at + 4)] ?? 'decimal' });
    element('w:lvlText', { 'w:val': label });
    element('w:suff', { 'w:val': suffixes[u8(table, at + 15)] ?? 'tab' });
    if ((flags & 0x04) !== 0) element('w:isLgl', {});
    if ((flags & 0x08) !== 0) element('w:lvlRestart', { 'w:val': String(u8(table, at + 26)) });
    close('w:lvl');
    return text + 2 + length * 2;
  }
}
