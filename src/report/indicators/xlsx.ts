import { openBook, type SheetLine } from '../xlsx/book.js';
import {
  coverageColumns,
  coverageRows,
  figureColumns,
  figureRows,
  outlierColumns,
  outlierRows,
} from './rows.js';
import type { IndicatorsView } from './view.js';

/** A workbook: how the figures are defined, whose they are, the figures, and what lies far from the others. */
export async function indicatorsXlsx(view: IndicatorsView): Promise<Uint8Array> {
  const { t } = view;
  const look = { percent: ['shareOf'] };
  const book = await openBook(t);
  book.lines(t('indicators.sheet.definitions'), [30, 60], definitionLines(view));
  await book.table(t('indicators.sheet.coverage'), coverageColumns, coverageRows(view));
  await book.table(t('indicators.sheet.figures'), figureColumns, figureRows(view), look);
  await book.table(t('indicators.sheet.outliers'), outlierColumns, outlierRows(view));
  return book.finish();
}

function definitionLines({ definitions, indicators, provenance, lang, t }: IndicatorsView): SheetLine[] {
  const { tool, rules } = provenance;
  const made = { tool: `${tool.name} ${tool.version}`, count: rules.count, rules: rules.sha256.slice(0, 12) };
  return [
    { values: [t('indicators.title')], bold: true },
    { values: [t('indicators.minimum', { ...indicators.minimum })] },
    { values: [t('indicators.unread', { count: indicators.unread })] },
    { values: [] },
    { values: [t('column.indicator'), t('column.definition')], bold: true },
    ...definitions.indicators.map(({ title, note, of }) => ({
      values: [title[lang], note?.[lang] ?? of.join(' + ')],
    })),
    { values: [] },
    { values: [t('html.provenance', made)] },
  ];
}
