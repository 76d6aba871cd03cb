import { inert, padEnd, padStart, widest } from '../../report/tables/layout.js';
import type { Translate } from '../../report/translate.js';
import type { ReportReading } from '../pool/auditor.js';

/** Of each report what was found in it and how long that took, then the time of the whole. */
export function readingTable(
  readings: readonly ReportReading[],
  whole: Readonly<Record<'load' | 'render' | 'total', number>>,
  t: Translate,
): string {
  const head = [
    t('reading.file'),
    t('reading.format'),
    t('reading.pages'),
    t('reading.tables'),
    t('reading.cells'),
    t('reading.unreadable'),
    t('reading.read'),
    t('reading.recognise'),
  ];
  const rows = readings.map(({ report: { source, pages, tables, cells }, time }) => {
    const all = Object.values(cells);
    const unreadable = all.filter(({ state }) => state === 'unreadable').length;
    const read = all.filter(({ state }) => state !== 'absent').length - unreadable;
    return [
      inert(source.name),
      t(`format.${source.format}`),
      pages === null ? '-' : String(pages),
      String(tables),
      String(read),
      String(unreadable),
      time.read.toFixed(1),
      time.recognise.toFixed(1),
    ];
  });
  const lines = [head, ...rows];
  const widths = head.map((_, column) => widest(lines.map((line) => line[column] ?? '')));
  const table = lines.map((line) =>
    line
      .map((text, column) => (column < 2 ? padEnd : padStart)(text, widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  const sums = (['load', 'render', 'total'] as const).map(
    (stage) => `${t(`timing.${stage}`)} ${whole[stage].toFixed(1)} ms`,
  );
  return [...table, sums.join('  '), ''].join('\n');
}
