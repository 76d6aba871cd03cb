import type { Qualifier } from '../../model/claim.js';
import { hasRole, type Sentence } from './clauses.js';
import type { Lexicon, Role } from './lexicon.js';
import { accepts, measureOf, mostSpecific, type ReportYear } from './measures.js';
import type { Mention } from './mentions.js';
import { namesOtherAgency } from './own-names.js';
import { governs, type Governor, type Phrase, type TopicGovernor } from './phrase.js';
import { timeAt, type Time } from './time.js';

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
  | 'negated';

/** What one number was found to say. */
export interface Reading {
  mention: Mention;
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
  /** Cells or measures that add up to the number; several lists when the number holds for each (收到并办结, 均为 0). */
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

/** Topics that later clauses of the paragraph may leave out; none: a number of something unknown. */
export interface Known {
  topics: string[];
  position: number;
}

/** What a paragraph has said so far. */
export interface Setting {
  lexicon: Lexicon;
  reportYear: ReportYear;
  agencyName: string | null;
  times: readonly { start: number; time: Time }[];
  scopes: readonly { start: number; scope: 'own' | 'region' }[];
  /** Topics that the heading, then the words of the paragraph name, in reading order. */
  named: readonly Known[];
  /** Topics of the numbers so far, in reading order. */
  counted: Known[];
  /** Readings of the paragraph so far. */
  readings: Reading[];
  /** Whether the paragraph before a position, or its heading, speaks of information disclosure. */
  disclosure: (position: number) => boolean;
}

/** How many statements back a clause may lean on: keeps reading linear. */
const memory = 64;

/** How far ahead, in characters, the noun of a number may follow (加上上年结转的3件，共办理政府信息公开申请29件). */
const reach = 60;

/** The last of a list, within memory, that `wanted` accepts. */
export function recent<Item>(list: readonly Item[], wanted: (item: Item) => boolean): Item | undefined {
  for (let index = list.length - 1; index >= Math.max(0, list.length - memory); index -= 1) {
    const item = list[index];
    if (item !== undefined && wanted(item)) return item;
  }
  return undefined;
}

export const isStage = (lexicon: Lexicon, aspects: readonly string[]): boolean =>
  aspects.length > 0 && aspects.every((each) => lexicon.data.stages.includes(each));

export const isPlain = (reading: Reading): boolean => reading.change === 0 && !reading.share;

/**
 * Aspects of a phrase that hold together, in reading order: coordinated ones, stages one after the other (受理并办结), a group and its item.
 * An outcome beside a stage is what is said (作出不予公开答复); other verbs side by side leave it open (撤回已发布信息): `null`.
 */
function together(setting: Setting, governors: readonly Governor[]): string[] | null {
  const { lexicon } = setting;
  let kept: string[] = [];
  for (const governor of governors) {
    const { id, linked } = governor;
    const stage = isStage(lexicon, [id]);
    const nested = kept.some((each) => lexicon.nested.has(`${each} ${id}`));
    if (kept.length === 0 || linked || nested || kept.includes(id) || isStage(lexicon, [...kept, id])) kept.push(id);
    else if (isStage(lexicon, kept) && lexicon.outcomes.has(id)) kept = [id];
    else if (!stage && !Object.values(lexicon.data.carry).includes(id)) return null;
  }
  return [...new Set(kept.reverse())];
}

/** Number of entries that stand before `position`. */
function placeOf<Item>(list: readonly Item[], position: number, at: (item: Item) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = list[middle];
    if (item !== undefined && at(item) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Topics named before `position`, nearest last. */
function namedBefore(setting: Setting, position: number): Known[] {
  const near = (list: readonly Known[]) => {
    const place = placeOf(list, position, (each) => each.position);
    return list.slice(Math.max(0, place - memory), place);
  };
  return [...near(setting.named), ...near(setting.counted)].sort((a, b) => a.position - b.position);
}

/** The nearest topic before `position` that goes with all `aspects`. */
export function inherited(setting: Setting, position: number, aspects: readonly string[]): string[] | null {
  const { lexicon, named } = setting;
  const goes = (topics: readonly string[]) => topics.every((topic) => aspects.every((aspect) => accepts(lexicon, topic, aspect)));
  const blocking = isStage(lexicon, aspects) || aspects.length === 0;
  const found = namedBefore(setting, position).findLast((each) => (each.topics.length === 0 ? blocking : goes(each.topics)));
  if (found !== undefined) return found.topics.length === 0 ? null : found.topics;
  const place = placeOf(named, position, (each) => each.position);
  const ahead = named.slice(place, place + memory).find((each) => each.position < position + reach && goes(each.topics));
  if (ahead !== undefined) return ahead.topics;
  const implied = Object.entries(lexicon.data.topics).find(
    ([, topic]) => aspects.length > 0 && aspects.every((aspect) => topic.implied?.includes(aspect)),
  );
  return implied === undefined ? null : [implied[0]];
}

function excluded(setting: Setting, mention: Mention, time: Time): Unassigned | null {
  const has = (role: Role) => mention.earlier.has(role);
  if (time.span === 'part') return 'part-of-year';
  if (time.span === 'since') return 'several-years';
  if (time.span === 'future' || has('plan')) return 'plan';
  if (has('others')) return 'other-agency';
  if (mention.before.roles.has('every')) return 'frequency';
  if (has('blocker')) return 'content';
  if (mention.before.roles.has('negation')) return 'negated';
  const foreign = mention.leading.some(
    (token, index) =>
      token.kind === 'rest' && !hasRole(mention.leading[index + 1], 'of') && namesOtherAgency(token.text, setting.agencyName),
  );
  return foreign ? 'other-agency' : null;
}

function unitFits(setting: Setting, mention: Mention, topic: string, bare: boolean): boolean {
  const { unit, chinese, value } = mention.number;
  const entry = setting.lexicon.data.topics[topic];
  if (unit === null) return !chinese || value === 0;
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
    if (!['filler', 'approximate', 'atLeast', 'total', 'rate'].some((role) => hasRole(token, role as Role))) return 0;
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

function timeOfMention(setting: Setting, mention: Mention, compared: boolean, change: number): Time {
  const time = timeAt(setting.times, mention.number.start);
  const { leading } = mention;
  const direct = hasRole(leading.at(-1), 'of') ? leading.at(-2) : leading.at(-1);
  if (hasRole(direct, 'lastYear')) return setting.reportYear === null ? { year: null, span: 'part' } : { year: setting.reportYear - 1, span: 'year' };
  const year = direct?.kind === 'year' ? direct : compared ? leading.findLast((token) => token.kind === 'year') : undefined;
  if (change !== 0) return time.year === null ? { ...time, year: comparedYear(mention) } : time;
  if (year?.kind === 'year') return { year: year.year === setting.reportYear ? null : year.year, span: 'year' };
  if (!compared) return time;
  return setting.reportYear === null ? { year: null, span: 'part' } : { year: setting.reportYear - 1, span: 'year' };
}

function scopeOf(setting: Setting, mention: Mention): 'own' | 'region' | null {
  const found = setting.scopes[placeOf(setting.scopes, mention.number.start, (each) => each.start) - 1];
  return found !== undefined && found.start >= mention.sentence.start ? found.scope : null;
}

/** Applicants of every kind together are all applicants. */
function columnsOf(applicants: readonly Governor[]): string[] {
  const ids = [...new Set(applicants.map((each) => each.id))];
  return ids.includes('naturalPerson') && ids.length > 1 ? [] : ids;
}

/** Reviews and lawsuits count only where the text speaks of information disclosure: a justice bureau handles others too. */
export function aboutDisclosure(setting: Setting, sentence: Sentence, position: number, topics: readonly string[], aspects: readonly string[]): boolean {
  return topics.every((id) => {
    const strict = setting.lexicon.data.topics[id]?.onlyDisclosure;
    if (strict === undefined) return true;
    if (!aspects.some((each) => strict.includes(each))) return setting.disclosure(position);
    return sentence.disclosure < position;
  });
}

interface Said {
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
}

interface Words {
  nouns: TopicGovernor[];
  said: Said;
  /** The noun stands after the number. */
  fromAfter: boolean;
}

/** Words that say what the number counts: those before it, else those after it; `null` when verbs contend. */
function wordsOf(setting: Setting, mention: Mention): Words | null {
  const { before, after } = mention;
  const limit = setting.lexicon.data.topics;
  const inPlace = (each: TopicGovernor): boolean => {
    const within = limit[each.id]?.within;
    return within === undefined || namedBefore(setting, mention.number.start).some((known) => known.topics.some((id) => within.includes(id)));
  };
  const nouns = (phrase: Phrase) =>
    phrase.topics.filter((each) => (each.strength !== 'withAspect' || phrase.aspects.length + before.aspects.length > 0) && inPlace(each)).reverse();
  const whole = after.roles.has('all') || after.roles.has('done');
  let own = nouns(before);
  let source = before;
  let aspects = together(setting, before.aspects);
  if (aspects === null) return null;
  if (!governs(before) && !after.unknown && !before.unknown) {
    source = after;
    own = nouns(after);
    aspects = together(setting, after.aspects) ?? [];
  } else if (before.topics.length === 0 && !after.gap && after.topics.length > 0) {
    own = nouns(after);
  } else if (aspects.length === 0 && before.topics.length > 0 && !after.unknown && !whole) {
    aspects = together(setting, after.aspects) ?? [];
  }
  const channel = source.channels.length === 1 ? (source.channels[0]?.id ?? null) : null;
  const topics = [...new Set(own.map((each) => each.id))];
  return {
    nouns: own,
    said: { topics, aspects, applicants: columnsOf(source.applicants), channel },
    fromAfter: own.length > 0 && before.topics.length === 0,
  };
}

/** Whether things with this aspect are a part of a stage of the topic, so that a percentage of them is a share. */
const isPart = (lexicon: Lexicon, topic: string, aspect: string): boolean =>
  lexicon.data.stages.some((stage) => lexicon.data.topics[topic]?.parts?.[stage]?.includes(aspect));

/** The verb of several nouns need not go with each (发出收费通知的件数和总金额). */
const goesWith = (setting: Setting, topic: string, aspect: string | null, shared: boolean): string | null =>
  shared && !accepts(setting.lexicon, topic, aspect) ? null : aspect;

function cellsOf(setting: Setting, { topics, applicants, channel }: Said, aspects: readonly (string | null)[], shared: boolean): string[] | null {
  const cells: string[] = [];
  for (const topic of topics) {
    for (const aspect of aspects) {
      const found = measureOf(setting.lexicon, topic, goesWith(setting, topic, aspect, shared), applicants, channel, setting.reportYear);
      if (found === null || found === false) return null;
      cells.push(...found);
    }
  }
  return mostSpecific(cells);
}

/** Measures of what was said: one list for a merged number, one for each where the number holds for each. */
function measuresOf(setting: Setting, said: Said, each: boolean): string[][] | null {
  const asked = said.aspects.length === 0 ? [null] : said.aspects;
  const stages = isStage(setting.lexicon, said.aspects);
  const groups: { topics: string[]; aspects: (string | null)[] }[] = each
    ? said.topics.flatMap((topic) => asked.map((aspect) => ({ topics: [topic], aspects: [aspect] })))
    : stages
      ? asked.map((aspect) => ({ topics: said.topics, aspects: [aspect] }))
      : [{ topics: said.topics, aspects: asked }];
  const lists: string[][] = [];
  for (const { topics, aspects } of groups) {
    const cells = cellsOf(setting, { ...said, topics }, aspects, said.topics.length > 1);
    if (cells === null) return null;
    lists.push(cells);
  }
  return lists;
}

/** Says what the number of a mention counts. */
export function resolve(setting: Setting, mention: Mention): Reading {
  const { lexicon } = setting;
  const { before, after, number, sentence } = mention;
  const previous = recent(setting.readings, (each) => each.mention.sentence === sentence && isPlain(each));
  const compared = before.roles.has('compare') && !before.roles.has('becomes');
  const change = changeOf(mention);
  const share = number.unit?.kind === 'percent' && change === 0;
  const time = timeOfMention(setting, mention, compared, change);
  const reading: Reading = {
    mention,
    topics: [],
    aspects: [],
    applicants: [],
    channel: null,
    measures: [],
    unassigned: null,
    change,
    share,
    time,
    scope: scopeOf(setting, mention),
    qualifier: qualifierOf(mention),
  };
  const stop = (why: Unassigned): Reading => ({ ...reading, unassigned: why });
  const words = wordsOf(setting, mention);
  if (words === null) return stop('unknown-words');
  const { nouns, said, fromAfter } = words;

  if (before.gap && (governs(before) || !fromAfter)) {
    const listed = before.roles.has('breakdown') || before.roles.has('blocker') || mention.clause.depth > 0;
    if (!listed) setting.counted.push({ topics: [], position: number.start });
    return stop('unknown-words');
  }
  if (said.aspects.includes('other') && said.topics.length === 0) {
    const rest = Object.entries(lexicon.data.applicants).find(([, each]) => each.rest);
    if (previous !== undefined && previous.applicants.length > 0 && rest !== undefined) {
      said.aspects = [];
      said.applicants = [rest[0]];
    } else if (previous === undefined || previous.aspects.length === 0) return stop('no-noun');
  }
  const silent = said.topics.length === 0 && said.aspects.length === 0 && said.applicants.length === 0 && said.channel === null;
  if (silent) {
    const ofBase = share && (['share', 'rate'] as const).some((role) => before.roles.has(role));
    const refers = compared || change !== 0 || before.roles.has('becomes') || ((ofBase || mention.clause.depth > 0) && share && !before.roles.has('respectively'));
    if (!refers || before.unknown || previous === undefined || previous.measures.length === 0) return stop('no-noun');
    const why = excluded(setting, mention, time);
    if (why !== null) return stop(why);
    return { ...reading, topics: previous.topics, aspects: previous.aspects, applicants: previous.applicants, channel: previous.channel, measures: previous.measures };
  }
  const strange = before.unknown || (before.topics.length === 0 && after.unknown);
  if (nouns.some((each) => each.strength === 'weak') && strange && sentence.disclosure === Infinity) return stop('unknown-words');
  const named = said.topics.length > 0;
  if (named) setting.counted.push({ topics: said.topics, position: number.start });
  else {
    if (before.unknown || (after.unknown && after.topics.length === 0)) return stop('unknown-words');
    if (said.aspects.length === 0) {
      const parent = recent(
        setting.readings,
        (each) => each.measures.length > 0 && each.applicants.length === 0 && each.channel === null && isPlain(each),
      );
      said.topics = parent?.topics ?? inherited(setting, number.start, []) ?? [];
      said.aspects = parent?.aspects ?? [];
    } else said.topics = inherited(setting, number.start, said.aspects) ?? [];
    if (said.topics.length === 0) return stop('no-noun');
  }
  if (said.aspects.length === 0 && said.applicants.length > 0 && previous?.topics.join() === said.topics.join()) said.aspects = previous.aspects;
  if (!said.topics.some((id) => lexicon.byApplicant.has(id))) said.applicants = [];
  classify(setting, mention, said, named);
  if (said.aspects.includes(lexicon.data.carry.prior) && time.year !== null) reading.time = { ...time, year: null };
  Object.assign(reading, said);
  const bare = said.aspects.length === 0;
  if (!said.topics.every((id) => unitFits(setting, mention, id, bare))) return stop('unit');
  if (fromAfter && bare && number.value > 0 && !before.roles.has('total')) return stop('no-noun');
  if (share && (bare || !said.topics.every((id) => said.aspects.every((each) => isPart(lexicon, id, each))))) return stop('no-measure');
  if (isClassOfDocuments(setting, mention, said, previous)) return stop('content');
  if (!aboutDisclosure(setting, sentence, number.start, said.topics, said.aspects)) return stop('no-measure');
  const why = excluded(setting, mention, reading.time);
  if (why !== null) return stop(why);
  const each = mention.leading.some((token) => hasRole(token, 'each'));
  const measures = measuresOf(setting, said, each);
  if (measures === null) return stop('no-measure');
  const same = setting.readings.slice(-12).some(
    (each) => each.mention.sentence === sentence && isPlain(each) && each.measures.join() === measures.join() && each.scope === reading.scope && each.time.year === reading.time.year && each.mention.number.value !== number.value,
  );
  if (same && isPlain(reading) && said.topics.some((id) => lexicon.data.topics[id]?.overlapping)) return stop('content');
  const repeated = previous !== undefined && !named && said.channel === null && said.applicants.length === 0 && before.roles.has('breakdown') && previous.measures.join() === measures.join();
  return repeated ? stop('no-noun') : { ...reading, measures };
}

/** `published.items.licensing` is a class of `published.items` and of its channels. */
export const isClassOf = (whole: string, cell: string): boolean => cell.startsWith(`${whole.split('.').slice(0, 2).join('.')}.`);

/** In a list of published items 行政许可 30 条 are published items of that class. */
function classify(setting: Setting, mention: Mention, said: Said, named: boolean): void {
  if (!named || said.aspects.length > 0) return;
  const list = recent(setting.readings, (each) => each.mention.sentence === mention.sentence && each.measures.length > 0 && isPlain(each));
  const whole = list?.measures[0]?.[0];
  if (whole === undefined) return;
  const isClass = said.topics.every((topic) => {
    const cells = measureOf(setting.lexicon, topic, setting.lexicon.data.listed, [], null, setting.reportYear);
    return Array.isArray(cells) && cells.every((cell) => isClassOf(whole, cell));
  });
  if (isClass) said.aspects = [setting.lexicon.data.listed];
}

/** 公文中主动公开 67 份、依申请公开 23 份、不予公开 30 份: ways in which documents are marked, not applications. */
function isClassOfDocuments(setting: Setting, mention: Mention, said: Said, previous: Reading | undefined): boolean {
  const { topics } = setting.lexicon.data;
  if (!said.topics.some((id) => topics[id]?.documents) || isStage(setting.lexicon, said.aspects)) return false;
  if (mention.sentence.documents < mention.number.start) return true;
  const sibling = previous !== undefined && previous.topics.some((id) => topics[id]?.overlapping) && !said.topics.some((id) => topics[id]?.overlapping);
  return sibling && said.aspects.length === 0 && mention.number.value > 0;
}
