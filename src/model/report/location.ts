/**
 * Where something stands in the source document. Only the fields that the format knows are set.
 *
 * - text: `line` and `column`, both from 1, in characters of the decoded source;
 * - html, docx, doc, odt, rtf: `table`, `row`, `cell` from 1 (a cell counts as written, spans not expanded), html also `path` (CSS);
 *   a paragraph outside tables has `paragraph` from 1;
 * - pdf, ofd: `page` from 1 and `box` `[left, top, right, bottom]` in points (pdf) or millimetres (ofd) from the top left corner;
 * - xlsx, xls: `sheet` and `ref` (A1);
 * - json: `path` (JSON pointer).
 */
export interface At {
  line?: number;
  column?: number;
  paragraph?: number;
  table?: number;
  row?: number;
  cell?: number;
  path?: string;
  page?: number;
  box?: [number, number, number, number];
  sheet?: string;
  ref?: string;
}
