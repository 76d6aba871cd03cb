import { isPlain, isStage, recent, type Reading, type Setting } from './resolve.js';
import type { SumReading } from './sums.js';

/** What a percentage is a share of: the counted part and its base, where the prose states both. */
export interface ShareReading {
  part: Reading;
  base: Reading;
}

const value = (reading: Reading): number => reading.mention.number.value;

/** Half a unit of the last printed decimal. */
const tolerance = (reading: Reading): number => 0.5 * 10 ** -reading.mention.number.decimals + 1e-9;

/**
 * Part and base of a stated share. The base is the whole of the sum that the part stands in, else what was received or handled before it; where
 * both were stated, the one that the percentage fits.
 */
export function shareOf(setting: Setting, share: Reading, sums: readonly SumReading[]): ShareReading | null {
  const before = setting.readings.filter((each) => each.mention.number.start < share.mention.number.start).slice(-24);
  const part = recent(before, (each) => isPlain(each));
  if (part === undefined || part.measures.join() !== share.measures.join() || part.mention.sentence !== share.mention.sentence) return null;
  const wholes = sums.filter((sum) => sum.parts.includes(part)).map((sum) => sum.whole);
  const counted = before.filter(
    (each) => each !== part && isPlain(each) && each.time.year === part.time.year && isStage(setting.lexicon, each.aspects) && each.topics.join() === part.topics.join() && each.applicants.length === 0 && each.channel === null && each.measures.length > 0,
  );
  const bases = [...wholes, ...counted.reverse()].filter((each) => value(each) > 0 && value(each) >= value(part));
  const fits = (base: Reading) => Math.abs((value(part) / value(base)) * 100 - value(share)) <= tolerance(share);
  const base = bases.find(fits) ?? bases[0];
  return base === undefined ? null : { part, base };
}
