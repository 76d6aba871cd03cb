import type { Spread } from '../../../model/index.js';
import { html, type Markup } from '../markup.js';
import { drawn, figure, labelled, row, tenth } from './bars.js';

export interface SpreadRow extends Spread {
  label: string;
  outliers: readonly number[];
}

/** How far beyond the widest range the scale goes for outliers; what lies further is drawn at its end. */
const reach = 1.5;

/** From the tenth to the ninetieth percentile with the median, and outliers as dots. */
export function spreadChart(
  title: string,
  rows: readonly SpreadRow[],
  textOf: (value: number) => string,
): Markup {
  const widest = Math.max(0, ...rows.map(({ p90 }) => p90)) * reach;
  const most = Math.min(widest, Math.max(0, ...rows.flatMap(({ p90, outliers }) => [p90, ...outliers]))) || 1;
  const at = (value: number) => tenth(labelled + (Math.min(Math.max(value, 0), most) / most) * drawn);
  const drawing = rows.map(({ label, p10, median, p90, outliers }, index) => {
    const middle = index * row + 12;
    const dots = outliers.map(
      (value) =>
        html`<circle class="far" cx="${at(value)}" cy="${middle}" r="3"
          ><title>${textOf(value)}</title></circle
        >`,
    );
    return html`<text x="${labelled - 8}" y="${middle + 5}" class="end">${label}</text
      ><line class="axis" x1="${labelled}" x2="${labelled + drawn}" y1="${middle}" y2="${middle}" /><rect
        class="range"
        x="${at(p10)}"
        y="${middle - 5}"
        width="${tenth(at(p90) - at(p10))}"
        height="10"
      /><rect class="median" x="${at(median) - 1}" y="${middle - 8}" width="3" height="16" />${dots}<text
        x="${labelled + drawn + 8}"
        y="${middle + 5}"
        >${textOf(median)}</text
      >`;
  });
  const alt = rows
    .map(({ label, p10, median, p90, outliers }) =>
      [
        `${label} P10 ${textOf(p10)}, P50 ${textOf(median)}, P90 ${textOf(p90)}`,
        ...outliers.map(textOf),
      ].join(', '),
    )
    .join('; ');
  return figure(title, rows.length * row, alt, html`${drawing}`);
}
