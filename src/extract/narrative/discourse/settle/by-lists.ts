import { hasRole } from '../../sentence/clauses.js';
import type { Lexicon } from '../../lexicon/lexicon.js';
import { isCount, isMarkedPart, isRest, leaveAside, value } from '../../sentence/counts.js';
import type { SumReading } from '../lists/sum-reading.js';
import { placeOf } from '../../sentence/place-of.js';
import { measureOf } from '../measures.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** Verbs that two numbers may have and still be parts of one: any but outcomes, which make up what was handled. */
const addsUp = ({ data: { stages }, outcomes }: Lexicon, aspects: readonly string[]): boolean =>
  aspects.every((each) => stages.includes(each) || !outcomes.has(each));

/** Whether a part has the noun of the first one beside it, and no other verb, applicant or channel; its own words need not be known. */
const isSame = (
  lexicon: Lexicon,
  topics: readonly string[],
  said: string | undefined,
  { mention: { before }, channel, applicants, aspects }: NumberReading,
): boolean =>
  before.topics.some(({ id }) => topics.includes(id)) &&
  channel === null &&
  applicants.length === 0 &&
  (aspects.length === 0 || (aspects.join() === said && addsUp(lexicon, aspects)));

/** What a total of parts counts: what kinds of it count, or the stage that outcomes make up. `undefined`: the parts are not of one thing. */
function stageOf(
  lexicon: Lexicon,
  topics: readonly string[],
  parts: readonly NumberReading[],
): string | null | undefined {
  const [first] = parts;
  const said = first?.aspects.join();
  // 收到涉及社保的申请 3 件，涉及基金的申请 5 件，共计 8 件
  if (parts.every((part) => isSame(lexicon, topics, said, part))) return first?.aspects[0] ?? null;
  if (!parts.every((part) => part.topics.join() === topics.join())) return undefined;
  // 1 至 11 月收到 102 件，12 月收到 9 件，合计 111 件
  if (parts.every(({ unassigned, aspects }) => unassigned === 'part-of-year' && aspects.join() === said))
    return first?.aspects[0] ?? null;
  const isKind = (part: NumberReading) => part.channel !== null || part.applicants.length > 0;
  // 制定行政规范性文件，以县政府名义制发 2 件，以县政府办名义制发 4 件，共计 6 件
  const isAlike = (part: NumberReading) =>
    !isKind(part) && part.aspects.length > 0 && part.aspects.join() === said && addsUp(lexicon, part.aspects);
  if (parts.every(isAlike)) return first?.aspects[0] ?? null;
  if (parts.every((part) => isKind(part) && (part.aspects.length === 0 || part.aspects.join() === said)))
    return first?.aspects[0] ?? null;
  const isDisputes = topics.every((topic) => {
    const results = lexicon.data.topics[topic]?.parts?.['all'] ?? [];
    return parts.every(
      ({ aspects }) => aspects.length > 0 && aspects.every((each) => results.includes(each)),
    );
  });
  if (isDisputes) return null;
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

/** How many counts back one is looked for that a total takes up again. */
const nearby = 16;

/** 收到 31 件，其中 29 件属于本级职权，2 件不属于。29 件中，予以公开 13 件…: it stood before, and is a part of something else. */
const isPartAgain = ({ readings }: Setting, whole: NumberReading): boolean => {
  const at = placeOf(readings, whole.mention.number.start, ({ mention }) => mention.number.start);
  return readings
    .slice(Math.max(0, at - nearby), at)
    .some(
      (each) =>
        each.unassigned !== null &&
        isPlain(each) &&
        value(each) === value(whole) &&
        each.mention.number.unit?.name === whole.mention.number.unit?.name,
    );
};

/** 网上 42 件、快递 21 件，合计 63 件: a total without words of its own counts what its parts count. */
export function nameTotals(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon, reportYear } = setting;
  for (const { whole, parts } of sums) {
    const [first] = parts;
    if (isRest(whole) || whole.unassigned !== 'no-noun' || first === undefined || first.topics.length === 0)
      continue;
    if (isPartAgain(setting, whole)) continue;
    // 分局收到 19 件，市局机关收到 25 件，合计 44 件: of all of them, and no agency's own.
    if (parts.some(({ unassigned }) => unassigned === 'other-agency')) continue;
    // 2022 年 13 件、2023 年 22 件，合计 35 件: nor of one year.
    if (new Set(parts.map(({ time }) => time.year)).size > 1) continue;
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
    whole.by = parts.some(({ unassigned }) => unassigned === 'unknown-words') ? 'total' : 'parts';
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
export function widenWholes(setting: Setting, sums: readonly SumReading[]): void {
  for (const { whole, parts } of sums) {
    const counted = [whole, ...parts].every((each) => isCount(setting, each) && each.measures.length === 1);
    const alike = parts.every(({ topics }) => topics.join() === whole.topics.join());
    const isAgain = ({ measures, time }: NumberReading) =>
      measures.join() === whole.measures.join() && time.year === whole.time.year;
    const again = alike && parts.some(isAgain);
    // 收到 24 件，其中重复申请 3 件，实际受理 21 件: what became of some came in, too.
    const isCarried = ({ aspects }: NumberReading) => aspects.includes(setting.lexicon.data.carry.prior);
    const isTotal = whole.aspects.length === 0 || isStage(setting.lexicon, whole.aspects);
    const adds = !isTotal || parts.every((part) => isAgain(part) || isCarried(part));
    if (counted && again && adds)
      whole.measures = [
        inOrder(
          setting.lexicon,
          parts.flatMap((part) => part.measures.flat()),
        ),
      ];
  }
}

/** 办理 436 件（新收 421 件、结转 15 件），…结转下年 13 件: the number is what was to be handled, not what was. */
export function takeOffDue(setting: Setting, sums: readonly SumReading[]): void {
  const { next, prior } = setting.lexicon.data.carry;
  const left = setting.readings.some(
    (each) => each.aspects.includes(next) && isCount(setting, each) && value(each) > 0,
  );
  for (const { whole, parts } of sums) {
    if (left && whole.aspects.includes('handled') && parts.some((part) => part.aspects.includes(prior)))
      leaveAside(whole, 'part');
  }
}

/** 接收 59 件，其中新收 54 件、上年结转 5 件: beside what was carried in, the part that says what the whole says is all that came in. */
export function takeFresh({ lexicon }: Setting, sums: readonly SumReading[]): void {
  const { prior } = lexicon.data.carry;
  for (const { whole, parts } of sums) {
    const [fresh, other] = parts.filter(({ aspects }) => !aspects.includes(prior));
    if (fresh?.unassigned !== 'no-noun' || other !== undefined || parts.length !== 2) continue;
    const isAlike = [whole, fresh].every(
      ({ topics, aspects }) =>
        topics.join() === whole.topics.join() && aspects.join() === whole.aspects.join(),
    );
    const adds = parts.reduce((total, part) => total + value(part), 0) === value(whole);
    if (isAlike && adds && fresh.channel === null && fresh.applicants.length === 0)
      Object.assign(fresh, { measures: whole.measures, unassigned: null });
  }
}

/** 按申请人分，自然人 389 件…: the applicants are those of the whole that the list makes up, whatever was counted last. */
export function giveApplicants(setting: Setting, sums: readonly SumReading[]): void {
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

/** 登记办理 238 件，其中 230 件已答复，8 件在期限内办理: where some were answered the others were not, and the whole is no total of what was handled. */
export function leaveBegun(sums: readonly SumReading[]): void {
  const isHandled = ({ aspects }: NumberReading) => aspects.includes('handled');
  const isDone = ({ mention }: NumberReading) =>
    [...mention.leading, ...mention.trailing].some((token) => hasRole(token, 'done'));
  for (const { whole, parts } of sums) {
    if (!isHandled(whole) || isDone(whole) || whole.measures.length === 0) continue;
    const handled = parts.filter((part) => isHandled(part) && value(part) < value(whole));
    if (handled.some(isDone) && !handled.every(isDone))
      for (const each of [whole, ...handled]) leaveAside(each, 'part');
  }
}

/** 1 件已答复，1 件撤回: beside what was withdrawn, those answered are not all that were handled. */
export function leaveAnswered(setting: Setting, sums: readonly SumReading[]): void {
  const { lexicon } = setting;
  for (const { whole, parts } of sums) {
    // 各科室办理 17 件，其中 15 件提前答复，2 件延期后办结
    const isLess = (part: NumberReading) =>
      part.aspects.join() === 'handled' && value(part) < value(whole) && part.scope === whole.scope;
    if (whole.unassigned !== null && whole.aspects.includes('handled'))
      for (const part of parts.filter(isLess)) leaveAside(part, 'part');
    const bare = whole.aspects.length === 0 && whole.measures.length > 0;
    if (!(bare || isStage(lexicon, whole.aspects)) || whole.aspects.includes('handled')) continue;
    const isOutcome = ({ aspects }: NumberReading) => aspects.some((each) => lexicon.outcomes.has(each));
    // 36 件由承办单位答复，5 件由本办答复
    const isUnknown = ({ unassigned, channel }: NumberReading) => unassigned !== null && channel === null;
    // 已答复 6 件，另 1 件撤回
    const apart = parts.at(-1)?.mention.before.roles.has('further') === true;
    const isAnswered = (part: NumberReading) =>
      part.aspects.join() === 'handled' &&
      // 受理 16 件，其中答复 13 件、撤回 2 件、并案 1 件
      (apart || part.mention.before.aspects.length === 0 || isMarkedPart(part)) &&
      !isRest(part);
    if (parts.some((part) => isOutcome(part) || isUnknown(part)))
      for (const part of parts.filter(isAnswered)) leaveAside(part, 'part');
  }
}
