import { hasRole } from '../../sentence/clauses.js';
import { grouped, isCount, isMarkedPart, keyOf, leaveAside, value } from '../../sentence/counts.js';
import type { AllReading } from '../../all.js';
import type { NoneReading } from '../../sentence/none.js';
import { measureOf } from '../measures.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';
import { leaveSplit } from '../split.js';
import type { SumReading } from '../lists/sums.js';
import { addUp } from '../../lexicon/wordings.js';

/** How many counts of one cell are looked at. */
const furthest = 64;

/** Everything that a paragraph was found to state. */
export interface Statements {
  sums: readonly SumReading[];
  alls: readonly AllReading[];
  nones: readonly NoneReading[];
}

const isRest = ({ mention }: NumberReading): boolean =>
  mention.leading.some((token) => hasRole(token, 'remainder'));

/** What a total of parts counts: what kinds of it count, or the stage that outcomes make up. `undefined`: the parts are not of one thing. */
function stageOf(
  lexicon: Lexicon,
  topics: readonly string[],
  parts: readonly NumberReading[],
): string | null | undefined {
  if (!parts.every((part) => part.topics.join() === topics.join())) return undefined;
  const [first] = parts;
  const said = first?.aspects.join();
  const isKind = (part: NumberReading) => part.channel !== null || part.applicants.length > 0;
  if (parts.every((part) => isKind(part) && (part.aspects.length === 0 || part.aspects.join() === said)))
    return first?.aspects[0] ?? null;
  return lexicon.data.stages.find((stage) =>
    topics.every((topic) => {
      const outcomes = lexicon.data.topics[topic]?.parts?.[stage] ?? [];
      return parts.every(
        ({ aspects, channel, applicants }) =>
          aspects.length > 0 &&
          channel === null &&
          applicants.length === 0 &&
          aspects.every((each) => outcomes.includes(each)),
      );
    }),
  );
}

/** 网上 42 件、快递 21 件，合计 63 件: a total without words of its own counts what its parts count. */
function nameTotals(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon, reportYear } = setting;
  for (const { whole, parts } of sums) {
    const [first] = parts;
    if (whole.unassigned !== 'no-noun' || first === undefined || first.topics.length === 0) continue;
    // 依申请公开：2 件来自市民，1 件来自企业，共 3 件: the first part has taken the noun of the total.
    const heads = first.mention.number.start < whole.mention.number.start && first.aspects.length === 0;
    const taken =
      heads &&
      parts.slice(1).every(({ topics, unassigned }) => unassigned === 'no-noun' && topics.length === 0);
    const aspect = taken ? null : stageOf(lexicon, first.topics, parts);
    if (aspect === undefined) continue;
    const cells = first.topics.map((topic) => measureOf(lexicon, topic, aspect, [], null, reportYear));
    if (cells.some((each) => !Array.isArray(each))) continue;
    Object.assign(whole, {
      topics: first.topics,
      aspects: aspect === null ? [] : [aspect],
      measures: [cells.flatMap((each) => each || [])],
      unassigned: null,
    });
    whole.by = 'parts';
    if (taken) leaveAside(first, 'part');
  }
}

/** Cells in the order of the form, whatever the prose names first. */
function inOrder({ data }: Lexicon, cells: readonly string[]): string[] {
  const order = Object.values(data.topics).flatMap(({ aspects }) => Object.values(aspects));
  const row = (cell: string) => cell.slice(0, cell.lastIndexOf('.') + 1);
  const rank = (cell: string) =>
    order.findIndex((each) => typeof each === 'string' && row(each) === row(cell));
  return [...new Set(cells)].sort((one, other) => rank(one) - rank(other));
}

/** 公开类 26 件（全部公开 20 件、部分公开 6 件）: the whole of a list that names it again is all of the list. */
function widenWholes(setting: Setting, sums: readonly SumReading[]): void {
  for (const { whole, parts } of sums) {
    const counted = [whole, ...parts].every((each) => isCount(setting, each) && each.measures.length === 1);
    const again = parts.some((part) => part !== whole && keyOf(part) === keyOf(whole));
    if (counted && again)
      whole.measures = [
        inOrder(
          setting.lexicon,
          parts.flatMap((part) => part.measures.flat()),
        ),
      ];
  }
}

/** 办理 436 件（新收 421 件、结转 15 件），…结转下年 13 件: the number is what was to be handled, not what was. */
function takeOffDue(setting: Setting, sums: readonly SumReading[]): void {
  const { next, prior } = setting.lexicon.data.carry;
  const left = setting.readings.some(
    (each) => each.aspects.includes(next) && isCount(setting, each) && value(each) > 0,
  );
  for (const { whole, parts } of sums) {
    if (left && whole.aspects.includes('handled') && parts.some((part) => part.aspects.includes(prior)))
      leaveAside(whole, 'part');
  }
}

/** 按申请人分，自然人 389 件…: the applicants are those of the whole that the list makes up, whatever was counted last. */
function giveApplicants(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon, reportYear } = setting;
  for (const { whole, parts } of sums) {
    if (!parts.every((part) => part.applicants.length > 0)) continue;
    for (const part of parts) {
      if (part.measures.length === 0) continue;
      const cells = whole.topics.flatMap((topic) =>
        whole.measures.length === 0
          ? []
          : measureOf(lexicon, topic, whole.aspects[0] ?? null, part.applicants, null, reportYear) || [],
      );
      if (cells.length === 0) leaveAside(part, 'part');
      else part.measures = [cells];
      part.aspects = whole.aspects;
    }
  }
}

/** The one of several different numbers for one thing that is the total: the one that the others are marked as parts of, or the largest. */
function chooseTotals(setting: Setting): void {
  const counts = setting.readings.filter((each) => isCount(setting, each));
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
function leaveManners(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  const isHandled = ({ aspects }: NumberReading) => aspects.length === 1 && aspects.includes('handled');
  const isManner = (reading: NumberReading) =>
    isPlain(reading) && reading.aspects.includes('manner') && value(reading) > 0 && !isRest(reading);
  const manners = new Set(readings.filter(isManner).map((each) => each.mention.sentence));
  const isReceived = (each: NumberReading) =>
    isCount(setting, each) &&
    !isHandled(each) &&
    (each.aspects.length === 0 || isStage(lexicon, each.aspects));
  const received = new Set(readings.filter(isReceived).map(value));
  for (const reading of readings) {
    if (!isCount(setting, reading) || !isHandled(reading)) continue;
    const { mention } = reading;
    const beside = manners.has(mention.sentence);
    const dated =
      isMarkedPart(reading) &&
      mention.clause.tokens.some(
        (token) => token.kind === 'months' || (token.kind === 'year' && token.year !== reportYear),
      );
    const isTotal = mention.before.roles.has('total') || received.has(value(reading));
    if ((beside || dated) && !isTotal) leaveAside(reading, 'part');
  }
}

/** 全区收到 178 件，…其中区本级收到 63 件、答复 61 件: the table holds the one or the other; what is said to be a part is not compared. */
function leaveOwnParts(setting: Setting): void {
  const { agencyName, breakdowns, readings } = setting;
  if (agencyName?.endsWith('政府') !== true) return;
  const counts = readings.filter((each) => isCount(setting, each));
  const regional = new Map<string, NumberReading>();
  for (const each of counts) {
    const cells = each.measures.map((list) => list.join('+')).join();
    if (each.scope === 'region') regional.set(cells, each);
    const whole = regional.get(cells);
    if (each.scope === 'region' || whole?.mention.sentence !== each.mention.sentence) continue;
    const [from, to] = [whole.mention.number.start, each.mention.number.start];
    if (value(each) < value(whole) && breakdowns.some((place) => place > from && place < to))
      leaveAside(each, 'part');
  }
}

/** 1 件已答复，1 件撤回: beside what was withdrawn, those answered are not all that were handled. */
function leaveAnswered(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon } = setting;
  for (const { whole, parts } of sums) {
    if (!isStage(lexicon, whole.aspects) || whole.aspects.includes('handled')) continue;
    const isOutcome = ({ aspects }: NumberReading) => aspects.some((each) => lexicon.outcomes.has(each));
    const isAnswered = (part: NumberReading) =>
      part.aspects.join() === 'handled' && part.mention.before.aspects.length === 0 && !isRest(part);
    if (parts.some(isOutcome)) for (const part of parts.filter(isAnswered)) leaveAside(part, 'part');
  }
}

/**
 * Settles what the numbers of a paragraph say beside each other: two different numbers for one cell are never two statements. Readings are
 * changed in place.
 */
export function settle(setting: Setting, { sums, alls, nones }: Statements): Statements {
  nameTotals(setting, sums);
  takeOffDue(setting, sums);
  widenWholes(setting, sums);
  giveApplicants(setting, sums);
  leaveSplit(setting);
  const added = addUp(setting);
  leaveManners(setting);
  leaveAnswered(setting, sums);
  leaveOwnParts(setting);
  chooseTotals(setting);
  const counts = setting.readings.filter((each) => isCount(setting, each));
  // 收到 26 份，4 份转下年度。…均依法处理: all of those that were handled, not all that came in.
  const left = counts.some(
    (each) => value(each) > 0 && each.measures.flat().some((cell) => cell.startsWith('t3.carriedOut.')),
  );
  const byCells = new Map<string, NumberReading[]>();
  for (const each of counts)
    for (const cells of each.measures.map((list) => list.join('+'))) {
      const list = byCells.get(cells);
      if (list === undefined) byCells.set(cells, [each]);
      else if (list.length < furthest) list.push(each);
    }
  const stated = (cells: readonly string[]) => byCells.get(cells.join('+')) ?? [];
  return {
    sums: [...sums, ...added],
    alls: alls.filter(
      ({ of, measures }) =>
        !(left && measures.some((each) => each.startsWith('t3.totalHandled.'))) &&
        (of.measures.length > 0 || of.unassigned === null) &&
        stated(measures).every((each) => value(each) === value(of) || each.time.year !== of.time.year),
    ),
    nones: nones.filter(({ measures, year, scope }) =>
      stated(measures).every((each) => value(each) === 0 || each.time.year !== year || each.scope !== scope),
    ),
  };
}
