import { grades } from '../../office/league.js';
import { inert } from '../../tables/layout.js';
import { html, nothing, type Markup } from '../markup.js';

/** A row of a chart: a length for each name, and what is written beside. */
export interface BarRow {
  label: string;
  lengths: readonly number[];
  text: string;
}

export interface BarChart {
  title: string;
  /** What the lengths are called; one alone needs no key. */
  names: readonly string[];
  rows: readonly BarRow[];
  /** Each row fills the whole width; otherwise the longest does. */
  filled?: boolean;
  /** What the whole width stands for, where that is not the longest row. */
  most?: number;
  /** Classes of the colours, where the names have their own. */
  colours?: readonly string[];
}

export const row = 24;
export const labelled = 52;
export const drawn = 220;
const chartWidth = 390;

/** Colours that a chart has; more names share the last. */
const usual = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'];

/** Horizontal bars, of parts one after the other; what it shows is in its text, too. */
export function barChart({ title, names, rows, filled = false, most, colours = usual }: BarChart): Markup {
  const colour = (index: number) => colours[Math.min(index, colours.length - 1)] ?? '';
  const sum = (lengths: readonly number[]) => lengths.reduce((total, each) => total + each, 0);
  const longest = most ?? Math.max(0, ...rows.map(({ lengths }) => sum(lengths)));
  const bars = rows.map(({ label, lengths, text }, index) => {
    const whole = filled ? sum(lengths) : longest;
    let start = labelled;
    const parts = lengths.map((length, part) => {
      const width = whole === 0 ? 0 : (Math.max(0, length) / whole) * drawn;
      const from = start;
      start += width;
      return width === 0
        ? nothing
        : html`<rect
            class="${colour(part)}"
            x="${tenth(from)}"
            y="${index * row + 5}"
            width="${tenth(width)}"
            height="14"
            ><title>${named(names, part, length)}</title></rect
          >`;
    });
    return html`<text x="${labelled - 8}" y="${index * row + 17}" class="end">${label}</text>${parts}<text
        x="${labelled + drawn + 8}"
        y="${index * row + 17}"
        >${text}</text
      >`;
  });
  const key =
    names.length < 2
      ? nothing
      : html`<ul class="key">
          ${names.map(
            (name, index) =>
              html`<li>
                <svg viewBox="0 0 10 10" aria-hidden="true">
                  <rect class="${colour(index)}" width="10" height="10" /></svg
                >${inert(name)}
              </li>`,
          )}
        </ul>`;
  return figure(title, rows.length * row, told(rows), html`${bars}`, key);
}

/** How grades lie: one bar a row, in the colours of the grades. */
export function gradeChart(title: string, rows: readonly BarRow[]): Markup {
  return barChart({ title, names: grades, colours: grades.map((grade) => `g${grade}`), rows, filled: true });
}

const named = (names: readonly string[], part: number, length: number) =>
  `${inert(names[part] ?? '')} ${Math.round(length * 100) / 100}`;

const told = (rows: readonly BarRow[]) => rows.map(({ label, text }) => `${label} ${text}`).join('; ');

/** One decimal is finer than what can be seen. */
export const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A picture with its name and, for those who do not see it, what it shows. */
export function figure(
  title: string,
  height: number,
  alt: string,
  drawing: Markup,
  key: Markup = nothing,
): Markup {
  return html`<figure class="chart">
    <figcaption>${inert(title)}</figcaption>
    <svg
      viewBox="0 0 ${chartWidth} ${Math.max(height, row)}"
      role="img"
      aria-label="${inert(`${title}: ${alt}`)}"
    >
      ${drawing}
    </svg>
    ${key}
  </figure>`;
}
