import type { Spread } from '../model/index.js';

/** The value below which the share of the sorted values lies, linearly between neighbours. */
export function quantile(sorted: readonly number[], share: number): number {
  const place = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(place)] ?? 0, sorted[Math.ceil(place)] ?? 0];
  return below + (above - below) * (place - Math.floor(place));
}

export function spreadOf(values: readonly number[], least: number): Spread | null {
  if (values.length < least) return null;
  const sorted = [...values].sort((one, other) => one - other);
  const at = (share: number) => quantile(sorted, share);
  return { reports: sorted.length, p10: at(0.1), median: at(0.5), p90: at(0.9) };
}

/** What lies more than so many interquartile ranges beyond the quartiles, most extreme first; none where the quartiles are one. */
export function outliersOf<Each extends { value: number }>(
  figures: readonly Each[],
  least: number,
  ranges: number,
): Each[] {
  if (figures.length < least) return [];
  const sorted = figures.map(({ value }) => value).sort((one, other) => one - other);
  const [low, high] = [quantile(sorted, 0.25), quantile(sorted, 0.75)];
  const reach = ranges * (high - low);
  if (reach === 0) return [];
  const beyond = ({ value }: Each) => Math.max(low - reach - value, value - high - reach);
  return figures.filter((each) => beyond(each) > 0).sort((one, other) => beyond(other) - beyond(one));
}
