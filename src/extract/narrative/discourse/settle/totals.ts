import { grouped, isCount, isMarkedPart, isRest, keyOf, leaveAside, value } from '../../sentence/counts.js';
import { goneOnWith } from '../whose.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** The one of several different numbers for one thing that is the total: the one that the others are marked as parts of, or the largest. */
export function chooseTotals(setting: Setting): void {
  const counts = setting.readings.filter((each) => isCount(setting, each));
  if (counts.length < 2) return;
  for (const group of grouped(counts, keyOf)) {
    if (new Set(group.map(value)).size < 2) continue;
    const unmarked = group.filter((each) => !isMarkedPart(each));
    const left = unmarked.length > 0 ? unmarked : group;
    const total = left.reduce((most, each) => Math.max(most, value(each)), 0);
    const sure = new Set(left.map(value)).size === 1 && unmarked.length > 0;
    for (const each of group) {
      if (value(each) !== total) leaveAside(each, 'part');
      else if (!sure && each.by !== 'several') each.by = 'total';
    }
  }
  leaveShared(counts.filter((each) => each.measures.length > 0));
}

/** 收到 8 件，答复 8 件，其中 2 件为上年收到、今年答复: a part that holds for several things, each of which has its total. */
function leaveShared(counts: readonly NumberReading[]): void {
  const totals = new Map<string, number>();
  const keysOf = (each: NumberReading) => each.measures.map((cells) => keyOf({ ...each, measures: [cells] }));
  for (const each of counts)
    if (each.measures.length === 1)
      for (const key of keysOf(each)) totals.set(key, Math.max(totals.get(key) ?? 0, value(each)));
  for (const each of counts) {
    const less = (key: string) => value(each) < (totals.get(key) ?? 0);
    if (each.measures.length > 1 && isMarkedPart(each) && keysOf(each).every(less)) leaveAside(each, 'part');
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
  const isManner = (reading: NumberReading) =>
    isPlain(reading) && reading.aspects.includes('manner') && value(reading) > 0 && !isRest(reading);
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
    if (!isCount(setting, reading) || !isStage(lexicon, reading.aspects)) continue;
    const { mention } = reading;
    const beside = isHandled(reading) && manners.has(mention.sentence);
    // 其中 1 件为上年 12 月收到、本年 1 月办结
    const dated =
      isMarkedPart(reading) &&
      mention.clause.tokens.some(
        (token) => token.kind === 'months' || (token.kind === 'year' && token.year !== reportYear),
      );
    if (!beside && !dated) continue;
    if (!mention.before.roles.has('total') && !received().has(keyed(reading))) leaveAside(reading, 'part');
  }
}

/** 被申请行政复议 31 件，其中信息公开类 2 件: the count before the one that is said to be over disclosure is not over it alone. */
export function leaveOtherDisputes(setting: Setting): void {
  const { lexicon, readings } = setting;
  readings.forEach((reading, index) => {
    const { before, sentence } = reading.mention;
    const narrowed =
      before.topics.length === 0 &&
      before.roles.has('disclosure') &&
      reading.topics.length > 0 &&
      reading.topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);
    const whole = narrowed ? readings[index - 1] : undefined;
    const inReach =
      whole !== undefined && goneOnWith(setting, sentence).start <= whole.mention.sentence.start;
    if (inReach && whole.topics.join() === reading.topics.join()) leaveAside(whole, 'no-measure');
  });
}

/** 全区收到 178 件，区本级收到 63 件、答复 61 件: the table holds the one or the other; the part of a sentence is not compared. */
export function leaveOwnParts(setting: Setting): void {
  const { agencyName, readings } = setting;
  if (agencyName?.includes('政府') !== true) return;
  // The office of a government may speak of either in its table.
  const leave = (each: NumberReading) => {
    if (agencyName.endsWith('政府')) leaveAside(each, 'part');
    else each.by = 'total';
  };
  leaveBesideOthers(setting, leave);
  const cellsOf = ({ measures }: NumberReading) => measures.map((list) => list.join('+')).join();
  const counts = readings.filter((each) => isCount(setting, each));
  for (const group of grouped(counts, cellsOf))
    for (const same of grouped(group, ({ mention }) => String(goneOnWith(setting, mention.sentence).start))) {
      const regional = same.filter(({ scope }) => scope === 'region').map(value);
      for (const each of same)
        if (each.scope !== 'region' && value(each) < Math.max(...regional)) leave(each);
    }
}

/** 区本级收到 39 件、办结 37 件，区直部门收到 118 件: the share of a government itself beside that of its departments. */
function leaveBesideOthers(setting: Setting, leave: (each: NumberReading) => void): void {
  const { lexicon, readings } = setting;
  const ofOthers = new Set(
    readings
      .filter(({ unassigned, topics }) => unassigned === 'other-agency' && topics.length > 0)
      .map(({ mention }) => mention.sentence),
  );
  const isOwn = ({ scope, topics }: NumberReading) =>
    scope === 'own' && topics.every((id) => lexicon.byApplicant.has(id));
  for (const each of readings)
    if (isOwn(each) && ofOthers.has(each.mention.sentence) && isCount(setting, each)) leave(each);
}
