import { readPhrase } from '../../lexicon/words/phrase.js';
import type { Clause } from '../../sentence/clauses.js';
import { isMarkedPart, value } from '../../sentence/counts.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

const memory = 12;

/** Whether what follows can speak of all of it: what was received or handled, not one outcome among others. */
export const isWhole = (setting: Setting, reading: NumberReading): boolean =>
  reading.measures.length > 0 &&
  isPlain(reading) &&
  reading.channel === null &&
  reading.applicants.length === 0 &&
  (reading.aspects.length === 0 || isStage(setting.lexicon, reading.aspects));

/** The one count that a clause without a number can mean. */
export function antecedent(
  setting: Setting,
  readings: readonly NumberReading[],
  position: number,
  saysStage: boolean,
): NumberReading | null {
  const earlier = readings.filter((each) => each.mention.number.start < position).slice(-memory);
  const whole = earlier.findLast((each) => isWhole(setting, each));
  if (whole === undefined) return null;
  const { prior } = setting.lexicon.data.carry;
  const includes = earlier.some(
    (each) =>
      each.aspects.includes(prior) &&
      each.topics.join() === whole.topics.join() &&
      each.mention.clause.host !== whole.mention.number &&
      !each.mention.before.roles.has('breakdown'),
  );
  const several = earlier.some(
    (each) =>
      each !== whole &&
      isWhole(setting, each) &&
      each.topics.join() === whole.topics.join() &&
      each.aspects.join() === whole.aspects.join(),
  );
  // 复议3件，共审结4件，均维持: the count between is of the same things; 收到3件，对其中2件，已作出答复: or it is a part.
  const behind = earlier.slice(earlier.indexOf(whole) + 1).filter(isPlain);
  // 收到 4 件，其中 3 件为林权信息，1 件为处罚信息，均予以公开: all parts are there.
  const complete = behind.length > 1 && behind.reduce((sum, each) => sum + value(each), 0) === value(whole);
  const between =
    !complete &&
    behind.some(
      (each) =>
        isPlain(each) &&
        each.measures.length === 0 &&
        (each.topics.join() === whole.topics.join() ||
          (each.topics.length === 0 && each.mention.clause.depth === 0 && isMarkedPart(each))),
    );
  // 收到 4 件：自然人 3 件，均予以公开: what became of a part of those who asked.
  const limited =
    !saysStage && !complete && behind.some((each) => each.applicants.length > 0 || each.channel !== null);
  return includes || several || between || limited ? null : whole;
}

/** 收到 14 件。14 件申请均为自然人申请: the number stands for the count before. */
export function mentionedAgain(setting: Setting, { mention }: NumberReading): NumberReading | null {
  const { value, unit } = mention.number;
  const found = setting.readings
    .slice(-memory)
    .findLast((each) => isWhole(setting, each) && each.mention.number.value === value);
  return found?.mention.number.unit?.family === unit?.family ? (found ?? null) : null;
}

/** What a clause behind one outcome of several says: what kind of that outcome it was, or an outcome of one or of all. */
export function partsSaid(
  { lexicon }: Setting,
  reading: NumberReading,
  { before, depth, tokens }: Clause,
): 'nested' | 'other' | 'none' {
  const [said] = readPhrase(tokens).aspects;
  if (said === undefined || before !== ',' || depth !== reading.mention.clause.depth) return 'none';
  if (isStage(lexicon, [said.id]) || reading.measures.length === 0) return 'none';
  if (!reading.aspects.some((each) => lexicon.outcomes.has(each))) return 'none';
  return reading.aspects.some((each) => lexicon.nested.has(`${each} ${said.id}`)) ? 'nested' : 'other';
}
