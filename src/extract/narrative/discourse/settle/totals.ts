import {
  grouped,
  isCount,
  isMarkedPart,
  isOfOwnYear,
  isRest,
  keyOf,
  leaveAside,
  takesUp,
  value,
} from '../../sentence/counts.js';
import { governs } from '../../lexicon/words/phrase.js';
import { speaksOfDisclosure } from '../../sentence/clauses.js';
import { goneOnWith } from '../whose.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts back a whole is looked for. */
const nearby = 16;

/** The one of several different numbers for one thing that is the total: the one that the others are marked as parts of, or the largest. */
export function chooseTotals(setting: Setting): void {
  const counts = setting.readings.filter((each) => isCount(setting, each));
  if (counts.length < 2) return;
  for (const group of grouped(counts, (each) => keyOf(each))) {
    if (group.length < 2 || new Set(group.map(value)).size < 2) continue;
    const unmarked = group.filter((each) => !isMarkedPart(each));
    const stated = unmarked.filter((each) => !takesUp(each));
    const left = [stated, unmarked].find((each) => each.length > 0) ?? group;
    // 30 件按期答复，4 件延期后答复: each is a part of what was handled.
    if (areInTurn(left)) {
      for (const each of left) leaveAside(each, 'part');
      continue;
    }
    const total = left.reduce((most, each) => Math.max(most, value(each)), 0);
    const sure = new Set(left.map(value)).size === 1 && unmarked.length > 0;
    for (const each of group) {
      if (value(each) !== total) leaveAside(each, 'part');
      else if (!sure && each.by !== 'several') each.by = 'total';
    }
  }
  leaveShared(
    setting,
    counts.filter((each) => each.measures.length > 0),
  );
}

/** Different numbers of one sentence, each of which stands before what is said of it. */
function areInTurn(list: readonly NumberReading[]): boolean {
  const [first] = list;
  const isFirst = ({ mention: { sentence, before } }: NumberReading) =>
    sentence === first?.mention.sentence && !governs(before);
  return new Set(list.map(value)).size > 1 && list.every(isFirst);
}

/** 累计收到 1246 件，其中 2023 年新收 68 件: a count of which a part is the year's own is not the year's. */
export function leaveSeveralYears(setting: Setting): void {
  const { lexicon, readings } = setting;
  readings.forEach((part, index) => {
    if (!isMarkedPart(part) || !isOfOwnYear(setting, part.mention) || !isCount(setting, part)) return;
    if (!isStage(lexicon, part.aspects) || part.aspects.includes('handled')) return;
    const from = goneOnWith(setting, part.mention.sentence).start;
    const whole = readings
      .slice(Math.max(0, index - nearby), index)
      .findLast((each) => isCount(setting, each) && keyOf(each) === keyOf(part));
    if (whole === undefined || whole.mention.sentence.start < from || value(whole) <= value(part)) return;
    leaveAside(whole, 'several-years');
  });
}

/** 收到 8 件，答复 8 件，其中 2 件为上年收到、今年答复: a part that holds for several things, each of which has its total. */
function leaveShared({ lexicon }: Setting, counts: readonly NumberReading[]): void {
  if (!counts.some(({ measures }) => measures.length > 1)) return;
  const totals = new Map<string, number>();
  const keysOf = (each: NumberReading) => each.measures.map((cells) => keyOf(each, [cells]));
  const shared = new Map<string, number>();
  for (const each of counts)
    for (const key of keysOf(each)) {
      const known = each.measures.length === 1 ? totals : shared;
      known.set(key, Math.max(known.get(key) ?? 0, value(each)));
    }
  for (const each of counts) {
    const less = (key: string) => value(each) < (totals.get(key) ?? 0);
    if (each.measures.length < 2) {
      // 收到并办理 28 件（其中依申请公开 25 件、重复申请 3 件）: the noun alone names a part of them.
      const isLess = keysOf(each).some((key) => value(each) < (shared.get(key) ?? 0));
      if (isLess && each.aspects.length === 0 && isMarkedPart(each)) leaveAside(each, 'part');
      continue;
    }
    // 收到 18 件，其中 16 件当场解答，2 件受理并答复: a part of what came in is one of what was handled, too.
    if (
      isMarkedPart(each)
        ? keysOf(each).every(less)
        : isStage(lexicon, each.aspects) && keysOf(each).some(less)
    )
      leaveAside(each, 'part');
  }
}

/**
 * 收到 7 件。当场答复 2 件，15 日内答复 4 件: in what way things were handled. 其中 2 件于次年 1 月答复: and when. Neither says how many were in all,
 * unless it is as many as were received.
 */
export function leaveManners(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  if (!readings.some(({ aspects }) => isStage(lexicon, aspects))) return;
  const isHandled = ({ aspects }: NumberReading) => aspects.length === 1 && aspects.includes('handled');
  // 办结 27 件，其中 8 件延期答复: of those that were handled.
  const isManner = (reading: NumberReading) =>
    isPlain(reading) &&
    reading.aspects.includes('manner') &&
    value(reading) > 0 &&
    !isRest(reading) &&
    !isMarkedPart(reading);
  const manners = new Set(readings.filter(isManner).map((each) => each.mention.sentence));
  const isReceived = (each: NumberReading) =>
    isCount(setting, each) &&
    !isHandled(each) &&
    !isMarkedPart(each) &&
    (each.aspects.length === 0 || isStage(lexicon, each.aspects));
  const keyed = (each: NumberReading) => `${each.topics.join()} ${value(each)}`;
  let known: Set<string> | null = null;
  const received = () => (known ??= new Set(readings.filter(isReceived).map(keyed)));
  for (const reading of readings) {
    if (!isStage(lexicon, reading.aspects)) continue;
    const { mention } = reading;
    const beside = isHandled(reading) && manners.has(mention.sentence);
    // 其中 1 件为上年 12 月收到、本年 1 月办结
    const dated =
      isMarkedPart(reading) &&
      mention.clause.tokens.some(
        (token) => token.kind === 'months' || (token.kind === 'year' && token.year !== reportYear),
      );
    if ((!beside && !dated) || !isCount(setting, reading)) continue;
    const { roles } = mention.before;
    // 全年办结 62 件，延期答复 3 件
    if (!roles.has('total') && !roles.has('thisYear') && !received().has(keyed(reading)))
      leaveAside(reading, 'part');
  }
}

/**
 * 被申请行政复议 31 件，其中信息公开类 2 件; 复议 7 件、诉讼 15 件，其中涉及信息公开的复议 1 件、诉讼 0 件: the count before the one that is said to be
 * over disclosure is not over it alone.
 */
export function leaveOtherDisputes(setting: Setting): void {
  const { lexicon, readings } = setting;
  const speaks = ({ mention }: NumberReading) =>
    mention.leading.some((token) => speaksOfDisclosure(lexicon, token));
  const isDispute = ({ topics }: NumberReading) =>
    topics.length > 0 && topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);
  if (!readings.some(isDispute)) return;
  let listed: NumberReading | null = null;
  readings.forEach((reading, index) => {
    const last = readings[index - 1];
    const goesOn =
      listed !== null &&
      last === listed &&
      reading.mention.clause === last.mention.clause &&
      isDispute(reading);
    if (!goesOn && !(isDispute(reading) && speaks(reading))) return;
    const marked = goesOn || isMarkedPart(reading);
    if (marked) listed = reading;
    const isOf = (each: NumberReading) => each.topics.join() === reading.topics.join();
    const isWhole = (each: NumberReading) =>
      isOf(each) && isPlain(each) && each.aspects.length === 0 && !speaks(each) && !isMarkedPart(each);
    const named = reading.mention.before.topics.some(({ id }) => reading.topics.includes(id));
    const near = last !== undefined && isOf(last) ? last : undefined;
    const far =
      marked || last?.measures.length === 0
        ? readings.slice(Math.max(0, index - nearby), index).findLast(isWhole)
        : undefined;
    const whole = named ? far : (near ?? far);
    const from = goneOnWith(setting, reading.mention.sentence).start;
    if (whole !== undefined && from <= whole.mention.sentence.start) leaveAside(whole, 'no-measure');
  });
}
