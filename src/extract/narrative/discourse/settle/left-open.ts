import { hasRole } from '../../sentence/clauses.js';
import { isCount, isMarkedPart, isOfOwnYear, leaveAside, value } from '../../sentence/counts.js';
import { placeOf } from '../../sentence/place-of.js';
import type { SumReading } from '../lists/sum-reading.js';
import type { NumberReading, Setting } from '../setting.js';
import { goneOnWith } from '../whose.js';

/** How many counts back a whole is looked for. */
const nearby = 16;

/** 收录规范性文件 2143 件，其中本厅印发 52 件: documents of a stock were made in any year, unless the words say in this one. */
export function leaveOfStock(setting: Setting): void {
  const { lexicon, readings, breakdowns } = setting;
  const isDocument = ({ topics }: NumberReading) =>
    topics.length > 0 && topics.every((id) => lexicon.data.topics[id]?.bare === null);
  const isOf = ({ mention, topics: own }: NumberReading, { topics }: NumberReading) =>
    own.join() === topics.join() || mention.before.topics.some(({ id }) => topics.includes(id));
  const place = (each: NumberReading) => placeOf(breakdowns, each.mention.number.start, (start) => start);
  readings.forEach((part, index) => {
    if (!isDocument(part) || !part.aspects.includes('made') || !isCount(setting, part)) return;
    const isNew = part.mention.leading.some((token) => hasRole(token, 'newly'));
    if (isNew || isOfOwnYear(setting, part.mention)) return;
    const from = goneOnWith(setting, part.mention.sentence).start;
    const whole = readings
      .slice(Math.max(0, index - nearby), index)
      .findLast((each) => isOf(each, part) && place(each) < place(part));
    if (whole === undefined || whole.mention.sentence.start < from || value(whole) < value(part)) return;
    if (!whole.aspects.some((each) => each === 'made' || each === lexicon.data.listed))
      leaveAside(part, 'several-years');
  });
}

/** 提交申请 52 件，其中有效申请 47 件: the table may hold either. */
export function leaveBesideValid(setting: Setting): void {
  const { lexicon, readings } = setting;
  readings.forEach((valid, index) => {
    const { leading, sentence } = valid.mention;
    if (!sentence.roles.has('valid') || !leading.some((token) => hasRole(token, 'valid'))) return;
    const from = goneOnWith(setting, sentence).start;
    const isIntake = (each: NumberReading) =>
      each.mention.sentence.start >= from &&
      isCount(setting, each) &&
      each.topics.every((id) => lexicon.byApplicant.has(id)) &&
      (each.aspects.length === 0 || each.aspects.join() === 'received') &&
      value(each) > value(valid);
    const whole = readings.slice(Math.max(0, index - nearby), index).findLast(isIntake);
    if (whole !== undefined) leaveAside(whole, 'part');
    // 登记在册申请 88 条，剔除测试件，有效申请 81 条: however much of the words for all of them is understood.
    const isMore = ({ mention, unassigned }: NumberReading) =>
      unassigned !== null &&
      mention.sentence === sentence &&
      mention.before.topics.some(({ id }) => lexicon.byApplicant.has(id)) &&
      mention.number.value > value(valid);
    const more =
      sentence.roles.has('voided') || readings.slice(Math.max(0, index - nearby), index).some(isMore);
    if (whole !== undefined || more || isMarkedPart(valid)) leaveAside(valid, 'part');
  });
}

/** 商户申请公开 5 件、居民申请公开 8 件，共 13 件: the part of a total behind it is no total, though the noun alone stands with it. */
export function leaveAdded({ lexicon }: Setting, sums: readonly SumReading[]): void {
  for (const { whole, parts, open } of sums) {
    const years = new Set(parts.map(({ time }) => time.year));
    if (open || years.size > 1 || !whole.mention.leading.some((token) => hasRole(token, 'total'))) continue;
    const isBehind = parts.every((part) => part.mention.number.start < whole.mention.number.start);
    const topics = new Set(parts.flatMap((part) => part.topics));
    const isOwn = [...topics].every((id) => lexicon.byApplicant.has(id));
    if (!isBehind || !isOwn || topics.size !== 1) continue;
    for (const part of parts)
      if (
        part.measures.length > 0 &&
        part.aspects.length === 0 &&
        part.applicants.length === 0 &&
        part.channel === null
      )
        leaveAside(part, 'part');
  }
}
