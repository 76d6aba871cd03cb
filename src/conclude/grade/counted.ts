import { isLeftOut, type Outcome, type Report } from '../../model/index.js';

/**
 * The report as the rules counted it: 0 in the cells left out of which some rule was judged. Only for reckoning; what is shown stays
 * blank.
 */
export function countedReport(report: Report, outcomes: readonly Outcome[]): Report {
  const assumed = new Set(outcomes.flatMap(({ assuming }) => assuming));
  if (assumed.size === 0) return report;
  const cells = Object.entries(report.cells).map(([address, cell]) => [
    address,
    assumed.has(address) && isLeftOut(cell) ? { ...cell, value: 0 } : cell,
  ]);
  return { ...report, cells: Object.fromEntries(cells) as Report['cells'] };
}
