import type { IndicatorsFormat } from '../formats/formats.js';
import { byteOrderMark, csvLine } from '../spreadsheet.js';
import { headsOf } from '../tables/rows.js';
import { indicatorsText } from './pretty.js';
import { figureColumns, figureRows } from './rows.js';
import type { IndicatorsView } from './view.js';

export type { IndicatorsView } from './view.js';

/** Indicators in each format. */
export const indicatorsDocument: Record<
  IndicatorsFormat,
  (view: IndicatorsView) => string | Promise<string | Uint8Array>
> = {
  pretty: indicatorsText,
  json: ({ indicators }) => `${JSON.stringify(indicators, null, 1)}\n`,
  csv: (view) =>
    byteOrderMark + csvLine(headsOf(figureColumns, view.t)) + figureRows(view).map(csvLine).join(''),
  xlsx: async (view) => (await import('./xlsx.js')).indicatorsXlsx(view),
  html: async (view) => (await import('./html/page.js')).indicatorsPage(view),
};
