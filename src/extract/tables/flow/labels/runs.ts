import type { Figures, FlowValue } from '../values.js';

/** Figures that follow each other without a label between them. */
export interface Run {
  before: string;
  values: FlowValue[];
}

/** Runs of figures with the labels before each. */
export function runsOf(values: Figures): Run[] {
  const runs: Run[] = [];
  for (const value of values) {
    const last = runs.at(-1);
    if (value.before === '' && last !== undefined) last.values.push(value);
    else runs.push({ before: value.before, values: [value] });
  }
  return runs;
}
