import { beyond, bounds, megabyte } from '../../extract/read/bounds.js';
import { decode } from '../../extract/text/decode.js';
import { gridOf, type Sheet, type Stored } from './sheet.js';
import { mostRows } from './workbook.js';

const separators = [',', '\t', ';', '，', '|'] as const;

/**
 * Comma-separated values with quotes as of RFC 4180; the separator is the one that most lines have.
 * @throws InputError `too-large`
 */
export function sheetOfText(bytes: Uint8Array): Sheet {
  if (bytes.length > bounds.text * megabyte) throw beyond('text');
  const text = decode(bytes).text.replace(/^\ufeff/, '');
  const records = recordsOf(text, separatorOf(text));
  const numbers = records.slice(0, mostRows).map((_, index) => index + 1);
  function* stored(): Generator<Stored> {
    for (const [row, fields] of records.slice(0, mostRows).entries())
      for (const [column, field] of fields.entries())
        if (field.trim() !== '' && column < 256)
          yield { text: field.trim(), row, column, width: 1, height: 1 };
  }
  return {
    about: [],
    rows: gridOf(stored(), numbers),
    cutOff: records.length > mostRows,
    plainNumbers: false,
  };
}

function separatorOf(text: string): string {
  const lines = text.slice(0, 200_000).split('\n').slice(0, 200);
  const linesWith = (separator: string) => lines.filter((line) => line.split(separator).length > 2).length;
  return separators.reduce<string>((best, each) => (linesWith(each) > linesWith(best) ? each : best), ',');
}

/** Records with their fields; an empty line is a record without any. */
function recordsOf(text: string, separator: string): string[][] {
  const records: string[][] = [];
  let fields: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const quoted = text[at] === '"' ? quotedField(text, at + 1, separator) : null;
    const end = quoted?.end ?? endOfField(text, at, separator);
    fields.push(quoted?.field ?? text.slice(at, end));
    if (text[end] !== separator) {
      records.push(fields);
      fields = [];
      if (text[end] === '\r' && text[end + 1] === '\n') at = end + 2;
      else at = end + 1;
    } else at = end + 1;
  }
  return records;
}

function endOfField(text: string, from: number, separator: string): number {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return end;
}

/** A field in quotes; `null` when its quote is never closed, so that it is no quote. */
function quotedField(text: string, from: number, separator: string): { field: string; end: number } | null {
  const parts: string[] = [];
  let at = from;
  for (;;) {
    const close = text.indexOf('"', at);
    if (close < 0) return null;
    parts.push(text.slice(at, close));
    if (text[close + 1] !== '"') {
      const end = endOfField(text, close + 1, separator);
      return { field: parts.join('') + text.slice(close + 1, end), end };
    }
    parts.push('"');
    at = close + 2;
  }
}
