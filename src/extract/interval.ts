/** A stretch of a line, of the columns of a grid or of a page, in the unit in which its owner counts. `to` is exclusive. */
export interface Interval {
  from: number;
  to: number;
}

/** How much of one lies under the other; negative: how far they are apart. */
export const shared = (a: Interval, b: Interval): number => Math.min(a.to, b.to) - Math.max(a.from, b.from);

export const meets = (a: Interval, b: Interval): boolean => a.from < b.to && b.from < a.to;

/** Indexes of the columns that an interval meets. */
export function under(one: Interval, columns: readonly Interval[]): number[] {
  const met: number[] = [];
  columns.forEach((each, i) => {
    if (meets(one, each)) met.push(i);
  });
  return met;
}

/** The least interval that holds them all. */
export const hull = (all: readonly Interval[]): Interval => ({
  from: Math.min(...all.map((each) => each.from)),
  to: Math.max(...all.map((each) => each.to)),
});

/** Each ends before the next begins. */
export const areApart = (columns: readonly Interval[]): boolean =>
  columns.every((each, i) => i === 0 || (columns[i - 1]?.to ?? Number.NaN) <= each.from);
