import * as fc from 'fast-check';

/** Takes the next of a list of choices; the same choices give the same picks, and shrinking leads to first options. */
export interface Chooser {
  <T>(options: readonly [T, ...T[]]): T;
  /** An integer from 0 up to and including `max`. */
  upTo(max: number): number;
}

export type Choices = readonly number[];

export const choices: fc.Arbitrary<Choices> = fc.array(fc.nat(9999), { minLength: 60, maxLength: 60 });

export function chooser(from: Choices): Chooser {
  let next = 0;
  const upTo = (max: number): number => (from[next++ % from.length] ?? 0) % (max + 1);
  const choose = <T>(options: readonly [T, ...T[]]): T => options[upTo(options.length - 1)] ?? options[0];
  return Object.assign(choose, { upTo });
}
