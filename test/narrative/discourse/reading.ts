import { claimsOf } from '../labels.js';

/** What the text says of cells, one line each. */
export const cellsOf = (text: string, agency: string | null = null): string[] =>
  claimsOf([text], 2023, agency)
    .filter(({ kind, measure }) => kind !== 'sum' && /^(?:t[234]|fees)\./.test(measure ?? ''))
    .map(({ measure, value }) => `${measure} ${value}`)
    .sort();

/** The sums that it says are complete. */
export const sumsOf = (text: string): string[] =>
  claimsOf([text])
    .filter(({ kind, cover }) => kind === 'sum' && cover === undefined)
    .map(({ value, parts }) => `${value} = ${parts.map((part) => part.value).join(' + ')}`);

/** Every choice of one from each list. */
export function combinations(...lists: string[][]): string[][] {
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((head) => list.map((each) => [...head, each])),
    [[]],
  );
}
