import { isPlain, isStage, recent, type NumberReading, type Setting } from '../setting.js';

/** What a percentage is a share of: the counted part and its base, where the prose states both. */
export interface ShareReading {
  part: NumberReading;
  base: NumberReading;
}

/** How many numbers back the base may stand. */
const memory = 24;

const value = (reading: NumberReading): number => reading.mention.number.value;

/** Half a unit of the last printed decimal. */
const tolerance = (reading: NumberReading): number => 0.5 * 10 ** -reading.mention.number.decimals + 1e-9;

/**
 * Part and base of the share that stands at `index` of the readings. The base is the whole of the sum that the part stands in, else what was received or handled before it; where
 * both were stated, the one that the percentage fits.
 */
export function shareOf(
  setting: Setting,
  index: number,
  wholes: ReadonlyMap<NumberReading, NumberReading>,
): ShareReading | null {
  const share = setting.readings[index];
  const before = setting.readings.slice(Math.max(0, index - memory), index);
  const part = recent(before, (each) => isPlain(each));
  if (
    share === undefined ||
    part === undefined ||
    part.measures.join() !== share.measures.join() ||
    part.mention.sentence !== share.mention.sentence
  )
    return null;
  const whole = wholes.get(part);
  const counted = before.filter(
    (each) =>
      each !== part &&
      isPlain(each) &&
      each.time.year === part.time.year &&
      isStage(setting.lexicon, each.aspects) &&
      each.topics.join() === part.topics.join() &&
      each.applicants.length === 0 &&
      each.channel === null &&
      each.measures.length > 0,
  );
  const bases = [...(whole === undefined ? [] : [whole]), ...counted.reverse()].filter(
    (each) => value(each) > 0 && value(each) >= value(part),
  );
  const fits = (base: NumberReading) =>
    Math.abs((value(part) / value(base)) * 100 - value(share)) <= tolerance(share);
  const base = bases.find(fits) ?? bases[0];
  return base === undefined ? null : { part, base };
}
