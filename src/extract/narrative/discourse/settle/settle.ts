import { isCount, isMarkedPart, leaveAside, value } from '../../sentence/counts.js';
import type { AllReading } from '../alls/all-reading.js';
import type { NoneReading } from '../../sentence/denial/none.js';
import { measureOf } from '../measures.js';
import type { NumberReading, Setting } from '../setting.js';
import { leaveSplit } from '../split.js';
import type { SumReading } from '../lists/sum-reading.js';
import { isInRow } from '../../lexicon/lexicon.js';
import { placeOf } from '../../sentence/place-of.js';
import { addUp, leaveBesideUnread, leaveSameNoun } from '../../lexicon/wordings.js';
import {
  giveApplicants,
  leaveAnswered,
  leaveBegun,
  nameTotals,
  takeFresh,
  takeOffDue,
  widenWholes,
} from './by-lists.js';
import { leaveAmongOutcomes, leaveOfItems, leaveReasons, settleOpenAnswers } from './among-outcomes.js';
import { nameBehind } from './behind.js';
import { placeCarried } from './carried-alone.js';
import { leaveAdded, leaveBesideValid, leaveOfStock } from './left-open.js';
import { takeOnlyWay } from './only-way.js';
import { leaveOfUnread, leaveOwnParts } from './own-parts.js';
import { leaveOfReceived, leaveRests, leaveToBeHandled, takeOwnOfSeveral } from './rests.js';
import { isOfTwoDisputes, shareVerbBehind, takeOutcomesBehind } from './said-behind.js';
import { chooseTotals, leaveManners, leaveOtherDisputes, leaveSeveralYears } from './totals.js';

/** How many counts of one cell are looked at. */
const furthest = 64;

/** Everything that a paragraph was found to state. */
export interface Statements {
  sums: readonly SumReading[];
  alls: readonly AllReading[];
  nones: readonly NoneReading[];
}

/**
 * 未收到书面申请，收到网络申请 5 件; 3 件未提起复议，另 1 件被申请复议: what the text goes on to count there was, however much of it is understood.
 */
function isTakenBack({ lexicon, readings, reportYear }: Setting, none: NoneReading): boolean {
  const isOf = (topic: string) => {
    const cells = measureOf(lexicon, topic, null, [], null, reportYear);
    return Array.isArray(cells) && cells.join() === none.measures.join();
  };
  const isThere = ({ mention, time }: NumberReading) =>
    mention.number.value > 0 && mention.number.unit?.kind === 'count' && time.year === none.year;
  const at = placeOf(readings, none.end, ({ mention }) => mention.number.start);
  const byWay = readings
    .slice(Math.max(0, at - furthest), at + furthest)
    .some(
      (each) => each.channel !== null && each.unassigned === null && isThere(each) && each.topics.some(isOf),
    );
  if (byWay) return true;
  return readings.slice(at, at + furthest).some((each) => {
    const { clause, sentence, before } = each.mention;
    return (
      none.start >= sentence.start &&
      before.roles.has('further') &&
      isThere(each) &&
      clause.tokens.some(
        (token) => token.kind === 'word' && token.senses.topic !== null && isOf(token.senses.topic),
      )
    );
  });
}

/** 申请 1 件，系结转自上年: the count is of what was carried in, and of nothing that came in this year. */
function leaveCarried({ lexicon }: Setting, alls: readonly AllReading[]): Set<NumberReading> {
  const { prior } = lexicon.data.carry;
  const isCarried = ({ measures }: AllReading) => measures.every((each) => isInRow(lexicon, prior, each));
  const carried = new Set(alls.filter(isCarried).map(({ of }) => of));
  for (const reading of carried) leaveAside(reading, 'part');
  return carried;
}

/** Numbers for cells of the tables beside each other. */
function settleCells(
  setting: Setting,
  sums: readonly SumReading[],
  alls: readonly AllReading[],
): { added: SumReading[]; carried: Set<NumberReading> } {
  const said = new Set(setting.readings.flatMap(({ aspects }) => aspects));
  if (said.has(setting.lexicon.data.carry.next)) placeCarried(setting);
  if (sums.length > 0) {
    takeOffDue(setting, sums);
    leaveAdded(setting, sums);
    takeFresh(setting, sums);
    widenWholes(setting, sums);
    giveApplicants(setting, sums);
  }
  leaveSplit(setting);
  leaveSameNoun(setting);
  leaveBesideUnread(setting);
  const added = addUp(setting);
  leaveManners(setting);
  const carried = leaveCarried(setting, alls);
  if (sums.length > 0) {
    leaveAnswered(setting, sums);
    leaveBegun(sums);
  }
  if (said.has('handled') && said.has(setting.lexicon.data.carry.next)) leaveToBeHandled(setting);
  takeOwnOfSeveral(setting);
  leaveReasons(setting);
  if (said.has('opened')) settleOpenAnswers(setting);
  if (said.has('received')) leaveOfItems(setting);
  if (said.has('handled')) {
    leaveRests(setting);
    leaveOfReceived(setting);
    leaveAmongOutcomes(setting);
  }
  if (setting.breakdowns.length > 0) leaveSeveralYears(setting);
  if (setting.breakdowns.length > 0) leaveOfStock(setting);
  leaveBesideValid(setting);
  leaveOfUnread(setting);
  leaveOwnParts(setting);
  leaveOtherDisputes(setting);
  chooseTotals(setting);
  return { added, carried };
}

/**
 * Settles what the numbers of a paragraph say beside each other: two different numbers for one cell are never two statements. Readings are
 * changed in place.
 */
export function settle(setting: Setting, { sums: found, alls, nones }: Statements): Statements {
  const sums = found.filter((each) => !isOfTwoDisputes(setting, each));
  nameTotals(setting, sums);
  nameBehind(setting, sums);
  shareVerbBehind(setting);
  takeOutcomesBehind(setting);
  const settled = setting.readings.some((each) => isCount(setting, each))
    ? settleCells(setting, sums, alls)
    : { added: [], carried: new Set<NumberReading>() };
  const { added, carried } = settled;
  takeOnlyWay(setting);
  if (alls.length + nones.length === 0) return { sums: [...sums, ...added], alls, nones };
  const { lexicon } = setting;
  const counts = setting.readings.filter((each) => isCount(setting, each));
  // 收到 26 份，4 份转下年度。…均依法处理: all of those that were handled, not all that came in.
  const left = counts.some(
    (each) =>
      value(each) > 0 && each.measures.flat().some((cell) => isInRow(lexicon, lexicon.data.carry.next, cell)),
  );
  const byCells = new Map<string, NumberReading[]>();
  for (const each of counts)
    for (const cells of each.measures.map((list) => list.join('+'))) {
      const list = byCells.get(cells);
      if (list === undefined) byCells.set(cells, [each]);
      else if (list.length < furthest) list.push(each);
    }
  // 收到 15 份，因内容相同，合并为 6 件办理，均已答复: of how many, the words do not say.
  const merged = ({ of, start }: AllReading) =>
    setting.readings.some(
      ({ unassigned, mention: { number } }) =>
        unassigned === 'split' && number.start > of.mention.number.start && number.start < start,
    );
  const stated = (cells: readonly string[]) => byCells.get(cells.join('+')) ?? [];
  // 上年结转 1 件已答复。收到 10 件，均已答复: nor were those all that were handled.
  const besides = counts.some(
    (each) => value(each) > 0 && each.aspects.includes(lexicon.data.carry.prior) && !isMarkedPart(each),
  );
  const ofReceived = ({ total, aspects }: NumberReading) =>
    besides && total === null && aspects.join() === 'received';
  return {
    sums: [...sums, ...added],
    alls: alls.filter((all) => {
      const { of, measures, count } = all;
      const isLess = left || ofReceived(of) || merged(all);
      return (
        !(isLess && measures.some((each) => isInRow(lexicon, 'handled', each))) &&
        (carried.has(of) || of.measures.length > 0 || of.unassigned === null) &&
        stated(measures).every(
          (each) => value(each) === (count ?? of.total ?? value(of)) || each.time.year !== of.time.year,
        )
      );
    }),
    nones: nones.filter(
      (none) =>
        !isTakenBack(setting, none) &&
        stated(none.measures).every(
          (each) => value(each) === 0 || each.time.year !== none.year || each.scope !== none.scope,
        ),
    ),
  };
}
