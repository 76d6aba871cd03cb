import type { Qualifier } from '../../../../model/report/claim.js';
import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import type { Role } from '../../lexicon/roles.js';
import type { Mention } from '../../sentence/mentions.js';
import { namesOtherAgency } from '../../lexicon/own-names.js';
import { placeOf } from '../../sentence/place-of.js';
import type { Unassigned } from '../../../../model/report/explained.js';
import type { Setting } from '../setting.js';
import { timeAt, type Time } from '../../sentence/time.js';
import type { Token } from '../../sentence/numbers/token.js';

/** Why the words around a number forbid to compare it with the year's own figures, if they do. */
export function excluded(setting: Setting, mention: Mention, time: Time): Unassigned | null {
  const has = (role: Role) => mention.earlier.has(role);
  if (time.span === 'part') return 'part-of-year';
  if (time.span === 'since') return 'several-years';
  if (time.span === 'future' || has('plan')) return 'plan';
  if ((has('others') && !areApplicants(mention)) || isUnderOthers(mention)) return 'other-agency';
  if (isByOther(mention)) return 'other-agency';
  if (mention.before.roles.has('every')) return 'frequency';
  if (has('blocker') || mention.before.roles.has('voided')) return 'content';
  if (mention.before.roles.has('negation')) return 'negated';
  const foreign = mention.leading.some(
    (token, index) =>
      token.kind === 'rest' &&
      !hasRole(mention.leading[index + 1], 'of') &&
      namesOtherAgency(token.text, setting.agencyName, setting.lexicon.data.ownNames),
  );
  return foreign ? 'other-agency' : null;
}

/** 受理各村民通过信函提出的申请: who handed them in is no agency that received them. */
function areApplicants({ leading }: Mention): boolean {
  const verb = leading.findIndex((token) => token.kind === 'word' && token.senses.aspect === 'received');
  const handed = leading.findLastIndex((token) => hasRole(token, 'handedIn'));
  const others = leading.flatMap((token, at) => (hasRole(token, 'others') ? [at] : []));
  return verb !== -1 && others.length > 0 && others.every((at) => at > verb && at < handed);
}

/** 作为复议机关，区政府受理行政复议 18 件: a clause of nothing but others says who does what follows. */
function isUnderOthers({ sentence, clause }: Mention): boolean {
  if (!sentence.roles.has('others')) return false;
  const place = placeOfClause(sentence, clause);
  const frame = sentence.clauses[place - 1];
  return (
    clause.before === ',' &&
    frame?.depth === clause.depth &&
    frame.tokens.some((token) => hasRole(token, 'others')) &&
    frame.tokens.every((token) => token.kind === 'noise' || isAddition(token))
  );
}

const isAddition = (token: Token): boolean =>
  token.kind === 'word' &&
  token.senses.topic === null &&
  token.senses.aspect === null &&
  !token.senses.opaque;

/** 企业接受申请 5 件: a kind of applicant right before the verb is who received them. */
const isByOther = ({ leading }: Mention): boolean =>
  leading.some((token, index) => {
    const verb = leading[index + 1];
    // 自然人新收 7 件: right before the number the verb is said of the applications.
    const received =
      index + 2 < leading.length &&
      verb?.kind === 'word' &&
      verb.senses.topic === null &&
      verb.senses.aspect === 'received';
    return token.kind === 'word' && token.senses.applicant !== null && received;
  });

/** Whether the unit goes with the topic. */
export function unitFits(
  setting: Setting,
  mention: Mention,
  topic: string,
  aspects: readonly string[],
): boolean {
  const { unit, chinese, value } = mention.number;
  const { topics, listed, kinds } = setting.lexicon.data;
  const entry = topics[topic];
  if (unit === null) return !chinese || value === 0;
  if (unit.kind === 'percent') return true;
  const published = aspects.some((each) => each === listed || kinds[each] === listed);
  const allowed = (published ? undefined : entry?.ownUnits) ?? entry?.units;
  return allowed === undefined
    ? unit.kind === 'count'
    : allowed.includes(unit.family) || allowed.includes(unit.name);
}

/** Exact, about, or at least, from the words on both sides of the number. */
export function qualifierOf(mention: Mention): Qualifier {
  if (mention.number.qualifier !== 'exact') return mention.number.qualifier;
  const last = mention.leading.at(-1);
  if (hasRole(last, 'atLeast')) return 'atLeast';
  return hasRole(last, 'approximate') ? 'approximate' : 'exact';
}

const besideChange = ['filler', 'approximate', 'atLeast', 'total', 'rate'] as const;

/** 增加3件, 下降8%: the word for the change stands right before the number. */
export function changeOf(mention: Mention): 1 | -1 | 0 {
  for (let index = mention.leading.length - 1; index >= 0; index -= 1) {
    const token = mention.leading[index];
    if (hasRole(token, 'becomes')) return 0;
    if (hasRole(token, 'increase')) return 1;
    if (hasRole(token, 'decrease')) return -1;
    if (!besideChange.some((role) => hasRole(token, role))) return 0;
  }
  return 0;
}

/** The year that a comparison names: 比2022年(的28件)增加3件, 与2022年相比，…减少5件. */
function comparedYear(mention: Mention): number | null {
  const { tokens } = mention.sentence;
  const place = placeOf(tokens, mention.number.start, (token) => token.start);
  const near = tokens.slice(Math.max(0, place - 16), place);
  const at = near.findLastIndex((token) => hasRole(token, 'compare'));
  if (at === -1) return null;
  const year = [near[at + 1], near[at - 1], near[at - 2]].find((token) => token?.kind === 'year');
  return year?.kind === 'year' ? year.year : null;
}

/** The time that a number is about: that of the sentence, unless a year stands with the number or the comparison. */
export function timeOfMention(setting: Setting, mention: Mention, compared: boolean, change: number): Time {
  const time = timeAt(setting.times, mention.number.start);
  const { leading } = mention;
  const direct = hasRole(leading.at(-1), 'of') ? leading.at(-2) : leading.at(-1);
  if (hasRole(direct, 'lastYear'))
    return setting.reportYear === null
      ? { year: null, span: 'part' }
      : { year: setting.reportYear - 1, span: 'year' };
  // 收到申请 1-6 月 8 件
  if (direct?.kind === 'months' || hasRole(direct, 'partYear')) return { year: null, span: 'part' };
  const year =
    direct?.kind === 'year'
      ? direct
      : compared
        ? leading.findLast((token) => token.kind === 'year')
        : undefined;
  if (change !== 0) return time.year === null ? { ...time, year: comparedYear(mention) } : time;
  if (year?.kind === 'year')
    return { year: year.year === setting.reportYear ? null : year.year, span: 'year' };
  if (!compared) return time;
  return setting.reportYear === null
    ? { year: null, span: 'part' }
    : { year: setting.reportYear - 1, span: 'year' };
}
