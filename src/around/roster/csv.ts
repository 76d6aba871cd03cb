/** One row, and the line of the file on which it begins, from 1. */
export interface CsvRow {
  line: number;
  fields: string[];
}

/** Reads comma-separated values with quotes as of RFC 4180; rows without any text are left out. `null`: a quote is never closed, from that line on. */
export function parseCsv(text: string): { rows: CsvRow[]; openQuote: number | null } {
  const rows: CsvRow[] = [];
  const source = text.replace(/^\uFEFF/, '');
  let row: CsvRow = { line: 1, fields: [] };
  let field = '';
  let line = 1;
  let quotedFrom: number | null = null;
  const endField = () => {
    row.fields.push(field.trim());
    field = '';
  };
  const endRow = () => {
    endField();
    if (row.fields.some((each) => each !== '')) rows.push(row);
    row = { line, fields: [] };
  };
  for (let index = 0; index < source.length; index++) {
    const character = source[index] ?? '';
    if (character === '\n') line++;
    if (quotedFrom !== null) {
      if (character !== '"') field += character;
      else if (source[index + 1] === '"') {
        field += '"';
        index++;
      } else quotedFrom = null;
    } else if (character === '"' && field.trim() === '') {
      field = '';
      quotedFrom = line;
    } else if (character === ',' || character === '，') endField();
    else if (character === '\n') endRow();
    else if (character !== '\r') field += character;
  }
  endRow();
  return { rows, openQuote: quotedFrom };
}
