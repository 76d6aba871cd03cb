import type { Qualifier } from '../../model/claim.js';
import { hasRole } from './clauses.js';
import type { Lexicon, Role } from './lexicon.js';
import { accepts, measureOf, mostSpecific, type ReportYear } from './measures.js';
import type { Mention } from './mentions.js';
import type { Governor, Phrase, TopicGovernor } from './phrase.js';
import { timeAt, type Time } from './time.js';
import { namesOtherAgency } from './own-names.js';

/** Why a number stays unassigned. */
export type Unassigned =
  | 'no-noun'
  | 'unknown-words'
  | 'no-measure'
  | 'unit'
  | 'part-of-year'
  | 'several-years'
  | 'plan'
  | 'other-agency'
  | 'frequency'
  | 'content'
  | 'negated'
  | 'percent';

/** What one number was found to say. */
export interface Reading {
  mention: Mention;
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
  /** Cells or measures that add up to the number; several lists when the number holds for each (收到并办结). */
  measures: string[][];
  unassigned: Unassigned | null;
  /** A growth (1) or a fall (-1) over another year. */
  change: 1 | -1 | 0;
  /** A share of a base. */
  share: boolean;
  time: Time;
  scope: 'own' | 'region' | null;
  qualifier: Qualifier;
}

/** A topic that later clauses of the paragraph may leave out. */
export interface Known {
  topics: string[];
  position: number;
}

export interface Setting {
  lexicon: Lexicon;
  reportYear: ReportYear;
  agencyName: string | null;
  text: string;
  times: readonly { start: number; time: Time }[];
  /** In reading order. */
  known: Known[];
  /** Readings of the paragraph so far. */
  readings: Reading[];
  /** Whether the paragraph so far, or its heading, speaks of information disclosure. */
  disclosure: (position: number) => boolean;
  scopes: readonly { start: number; scope: 'own' | 'region' }[];
}

const isStage = (setting: Setting, aspects: readonly string[]): boolean =>
  aspects.length > 0 && aspects.every((each) => setting.lexicon.data.stages.includes(each));

/** Aspects of a phrase that hold together: coordinated ones, or stages one after the other (受理并办结). */
function together(setting: Setting, governors: readonly Governor[]): string[] {
  const kept: string[] = [];
  for (const [index, governor] of governors.entries()) {
    const ids = [...kept, governor.id];
    if (index > 0 && !governor.linked && !isStage(setting, ids) && !nested(setting, ids)) break;
    kept.push(governor.id);
  }
  return [...new Set(kept)];
}

/** Whether one of the aspects is a group and the others items of it (不予公开 and 属于国家秘密). */
function nested(setting: Setting, aspects: readonly string[]): boolean {
  return Object.keys(setting.lexicon.data.topics).some((topic) => {
    const cells = aspects.map((each) => measureOf(setting.lexicon, topic, each, [], null, setting.reportYear));
    if (!cells.every((each) => Array.isArray(each))) return false;
    const flat = cells.flat();
    return flat.length > 1 && mostSpecific(flat).length < new Set(flat).size;
  });
}

/** The nearest topic before `position` that goes with all `aspects`. */
function inherited(setting: Setting, position: number, aspects: readonly string[]): string[] | null {
  for (let index = setting.known.length - 1; index >= 0; index -= 1) {
    const known = setting.known[index];
    if (known === undefined || known.position > position) continue;
    if (known.topics.length === 0) {
      if (isStage(setting, aspects) || aspects.length === 0) return null;
      continue;
    }
    if (known.topics.every((topic) => aspects.every((aspect) => accepts(setting.lexicon, topic, aspect)))) return known.topics;
  }
  const implied = Object.entries(setting.lexicon.data.topics).find(
    ([, topic]) => aspects.length > 0 && aspects.every((aspect) => topic.implied?.includes(aspect)),
  );
  return implied === undefined ? null : [implied[0]];
}

const usable = (phrase: Phrase): TopicGovernor[] => (phrase.gap ? [] : phrase.topics);

function excluded(setting: Setting, mention: Mention, time: Time): Unassigned | null {
  const roles = mention.before.roles;
  const has = (role: Role) => mention.earlier.has(role);
  if (time.span === 'part') return 'part-of-year';
  if (time.span === 'since') return 'several-years';
  if (time.span === 'future' || has('plan')) return 'plan';
  if (has('others')) return 'other-agency';
  if (roles.has('every')) return 'frequency';
  if (roles.has('blocker')) return 'content';
  if (has('negation') && mention.number.value > 0) return 'negated';
  const foreign = mention.leading.some(
    (token, index) =>
      token.kind === 'rest' &&
      !hasRole(mention.leading[index + 1], 'of') &&
      namesOtherAgency(setting.text.slice(token.start, token.end), setting.agencyName),
  );
  return foreign ? 'other-agency' : null;
}

function unitFits(setting: Setting, mention: Mention, topic: string, bare: boolean): boolean {
  const { unit, chinese } = mention.number;
  const entry = setting.lexicon.data.topics[topic];
  if (unit === null) return !chinese || mention.number.value === 0;
  if (unit.kind === 'percent') return true;
  const allowed = (bare ? entry?.bareUnits : undefined) ?? entry?.units;
  return allowed === undefined ? unit.kind === 'count' : allowed.includes(unit.family) || allowed.includes(unit.name);
}

function qualifierOf(mention: Mention): Qualifier {
  if (mention.number.qualifier !== 'exact') return mention.number.qualifier;
  const last = mention.leading.at(-1);
  if (hasRole(last, 'atLeast')) return 'atLeast';
  return hasRole(last, 'approximate') ? 'approximate' : 'exact';
}

/** 增加3件, 下降8%: the word for the change stands right before the number. */
function changeOf(mention: Mention): 1 | -1 | 0 {
  for (let index = mention.leading.length - 1; index >= 0; index -= 1) {
    const token = mention.leading[index];
    if (hasRole(token, 'becomes')) return 0;
    if (hasRole(token, 'increase')) return 1;
    if (hasRole(token, 'decrease')) return -1;
    if (!['filler', 'approximate', 'atLeast', 'total'].some((role) => hasRole(token, role as Role))) return 0;
  }
  return 0;
}

/** Says what the number of a mention counts. */
export function resolve(setting: Setting, mention: Mention): Reading {
  const { lexicon, reportYear } = setting;
  const { before, after, number } = mention;
  const previous = setting.readings.findLast((each) => each.mention.sentence === mention.sentence);
  const compared = before.roles.has('compare') && !before.roles.has('becomes');
  const change = changeOf(mention);
  const reading: Reading = {
    mention,
    topics: [],
    aspects: [],
    applicants: [],
    channel: null,
    measures: [],
    unassigned: null,
    change,
    share: number.unit?.kind === 'percent' && change === 0,
    time: timeOfMention(setting, mention, compared),
    scope: scopeAt(setting, mention),
    qualifier: qualifierOf(mention),
  };
  const stop = (why: Unassigned): Reading => ({ ...reading, unassigned: why });

  let topics = usable(before).filter((each) => each.strength !== 'withAspect' || before.aspects.length > 0);
  let aspects = before.gap ? [] : together(setting, before.aspects);
  let { applicants } = before;
  let { channels } = before;
  if (topics.length === 0 && !before.gap && before.topics.length === 0) topics = usable(after);
  if (aspects.length === 0 && topics.length === 0 && applicants.length === 0 && channels.length === 0 && !before.unknown) {
    aspects = after.unknown ? [] : together(setting, after.aspects);
    if (!after.unknown) ({ applicants, channels } = after);
  } else if (aspects.length === 0 && before.topics.length > 0 && !after.unknown && !after.roles.has('all') && !after.roles.has('done')) {
    aspects = together(setting, after.aspects);
  }
  if (before.gap && (before.topics.length > 0 || before.aspects.length > 0 || !after.topics.length)) {
    if (!mention.before.roles.has('breakdown') && !mention.before.roles.has('blocker')) markUnknown(setting, mention);
    return stop('unknown-words');
  }

  const columns = columnsOf(applicants);
  reading.channel = channels.length === 1 ? (channels[0]?.id ?? null) : null;
  let ids = [...new Set(topics.map((each) => each.id))];
  if (aspects.includes('other') && previous !== undefined) {
    const rest = Object.entries(lexicon.data.applicants).find(([, each]) => each.rest);
    if (previous.applicants.length > 0 && rest !== undefined && ids.length === 0) {
      aspects = [];
      columns.push(rest[0]);
    } else if (previous.aspects.length === 0) return stop('no-noun');
  }
  const alone = ids.length === 0 && aspects.length === 0;
  if (alone && columns.length === 0 && reading.channel === null && change === 0 && !reading.share && !compared && !before.roles.has('becomes')) {
    return stop('no-noun');
  }
  if (alone && (compared || change !== 0 || reading.share || before.roles.has('becomes'))) {
    if (before.unknown || previous === undefined) return stop('no-noun');
    const model = setting.readings.findLast(
      (each) => each.mention.sentence === mention.sentence && each.measures.length > 0 && each.change === 0 && !each.share,
    );
    if (model === undefined) return stop('no-noun');
    const why = excluded(setting, mention, reading.time);
    return { ...reading, topics: model.topics, aspects: model.aspects, applicants: model.applicants, channel: model.channel, measures: why === null ? model.measures : [], unassigned: why };
  }
  const weak = topics.some((each) => each.strength === 'weak');
  if (weak && (before.unknown || (before.topics.length === 0 && after.unknown)) && !mention.sentence.tokens.some((token) => speaksOfDisclosure(lexicon, token))) {
    return stop('unknown-words');
  }
  if (ids.length === 0) {
    if (before.unknown || (after.unknown && after.topics.length === 0)) return stop('unknown-words');
    if (aspects.length === 0) {
      const parent = setting.readings.findLast((each) => each.measures.length > 0 && each.applicants.length === 0 && each.channel === null && each.aspects.length + each.topics.length > 0);
      if (parent === undefined) return stop('no-noun');
      ids = parent.topics;
      aspects = parent.aspects;
    } else {
      const found = inherited(setting, number.start, aspects);
      if (found === null) return stop('no-noun');
      ids = found;
    }
  } else {
    setting.known.push({ topics: ids, position: number.start });
  }
  Object.assign(reading, { topics: ids, aspects, applicants: columns });
  const inList = setting.readings.findLast((each) => each.mention.sentence === mention.sentence && each.topics.includes('published'));
  if (aspects.length === 0 && inList !== undefined && ids.every((id) => accepts(lexicon, id, 'disclosed'))) aspects = ['disclosed'];
  if (!ids.every((id) => unitFits(setting, mention, id, aspects.length === 0))) return stop('unit');
  if (topics.length > 0 && before.topics.length === 0 && aspects.length === 0 && number.value > 0) return stop('no-noun');
  if (!aboutDisclosure(setting, mention, ids, aspects)) return stop('no-measure');
  const why = excluded(setting, mention, reading.time);
  if (why !== null) return stop(why);

  const lists = (isStage(setting, aspects) ? aspects.map((each) => [each]) : [aspects]).map((group) =>
    cellsOf(setting, ids, group, columns, reading.channel),
  );
  const measures = lists.filter((each): each is string[] => each !== null);
  if (measures.length < lists.length) return stop('no-measure');
  return { ...reading, measures };
}

function cellsOf(setting: Setting, topics: readonly string[], aspects: readonly string[], columns: readonly string[], channel: string | null): string[] | null {
  const asked = aspects.length === 0 ? [null] : aspects;
  const cells: string[] = [];
  for (const topic of topics) {
    for (const aspect of asked) {
      const found = measureOf(setting.lexicon, topic, aspect, columns, channel, setting.reportYear);
      if (found === null || found === false) return null;
      cells.push(...found);
    }
  }
  return mostSpecific(cells);
}

export const speaksOfDisclosure = (lexicon: Lexicon, token: { kind: string } & Partial<{ senses: { topic: string | null; roles: ReadonlySet<Role> } }>): boolean =>
  token.kind === 'word' && token.senses !== undefined &&
  (token.senses.roles.has('disclosure') || (token.senses.topic !== null && lexicon.data.disclosure.includes(token.senses.topic)));

/** Reviews and lawsuits count only where the text speaks of information disclosure: a justice bureau handles others too. */
function aboutDisclosure(setting: Setting, mention: Mention, topics: readonly string[], aspects: readonly string[]): boolean {
  return topics.every((id) => {
    const strict = setting.lexicon.data.topics[id]?.onlyDisclosure;
    if (strict === undefined) return true;
    if (!aspects.some((each) => strict.includes(each))) return setting.disclosure(mention.number.start);
    return mention.sentence.tokens.some((token) => token.start < mention.number.start && speaksOfDisclosure(setting.lexicon, token));
  });
}

/** Applicants of every kind together are all applicants. */
function columnsOf(applicants: readonly Governor[]): string[] {
  const ids = [...new Set(applicants.map((each) => each.id))];
  return ids.includes('naturalPerson') && ids.length > 1 ? [] : ids;
}

function markUnknown(setting: Setting, mention: Mention): void {
  setting.known.push({ topics: [], position: mention.number.start });
}

function scopeAt(setting: Setting, mention: Mention): 'own' | 'region' | null {
  const found = setting.scopes.findLast((each) => each.start < mention.number.start && each.start >= mention.sentence.start);
  return found?.scope ?? null;
}

function timeOfMention(setting: Setting, mention: Mention, compared: boolean): Time {
  const time = timeAt(setting.times, mention.number.start);
  if (!compared || changeOf(mention) !== 0) return time;
  const year = mention.leading.findLast((token) => token.kind === 'year');
  if (year?.kind === 'year') return { year: year.year === setting.reportYear ? null : year.year, span: 'year' };
  return setting.reportYear === null ? { year: null, span: 'part' } : { year: setting.reportYear - 1, span: 'year' };
}
