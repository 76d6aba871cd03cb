import { padEnd, padStart, width } from '../../report/tables/layout.js';
import type { Translate } from '../../report/translate.js';
import type { Timing } from '../pool/auditor.js';

const stages = ['extract', 'evaluate', 'conclude', 'render'] as const;

/** Time of each stage in milliseconds: the sum over all reports, and the median of one. */
export function timingTable(timings: readonly Timing[], loaded: number, total: number, t: Translate): string {
  const rows = [
    { name: t('timing.load'), sum: loaded, median: '' },
    ...stages.map((stage) => {
      const times = timings.map((timing) => timing[stage]).sort((one, other) => one - other);
      const sum = times.reduce((all, each) => all + each, 0);
      return { name: t(`timing.${stage}`), sum, median: (times[times.length >> 1] ?? 0).toFixed(2) };
    }),
    { name: t('timing.total'), sum: total, median: '' },
  ];
  const names = Math.max(...rows.map(({ name }) => width(name)), width(t('timing.title')));
  const line = (name: string, sum: string, median: string) =>
    `${padEnd(name, names)}  ${padStart(sum, 10)}  ${padStart(median, 10)}`.trimEnd();
  const head = line(t('timing.title'), t('timing.sum'), t('timing.median'));
  return [head, ...rows.map(({ name, sum, median }) => line(name, sum.toFixed(1), median)), ''].join('\n');
}
