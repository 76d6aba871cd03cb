import type { Renderer } from '../../renderer.js';
import { findingColumns, findingRows, headsOf } from '../../tables/rows.js';
import { byteOrderMark, csvLine } from '../../spreadsheet.js';

/** One finding a line. */
export const csv: Renderer = {
  extension: 'csv',
  combined: true,
  separate: false,
  part: (audit, context) => findingRows(audit, context).map(csvLine).join(''),
  async *document(parts, { t }) {
    yield byteOrderMark + csvLine(headsOf(findingColumns, t));
    for await (const part of parts) if (part.kind === 'audit') yield part.text;
  },
};
