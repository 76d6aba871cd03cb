import type { Qualifier } from '../../../model/report/claim.js';
import type { Mechanism, Unassigned } from '../../../model/report/explained.js';
import { hasRole, type Sentence } from '../sentence/clauses.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { accepts, type ReportYear } from './measures.js';
import { placeOf } from '../sentence/place-of.js';
import type { Mention } from '../sentence/mentions.js';
import type { Time } from '../sentence/time.js';
import type { Token } from '../sentence/tokens.js';

/** What one number was found to say. */
export interface NumberReading {
  mention: Mention;
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
  /** Cells or measures that add up to the number; several lists when the number holds for each (收到并办结, 均为 0). */
  measures: string[][];
  unassigned: Unassigned | null;
  /** The number together with others for the same cell, where there are any. */
  total: number | null;
  by: Mechanism;
  /** A growth (1) or a fall (-1) over another year. */
  change: 1 | -1 | 0;
  /** A share of a base. */
  share: boolean;
  time: Time;
  scope: 'own' | 'region' | null;
  qualifier: Qualifier;
}

/** What the words beside a number say. */
export interface Said {
  topics: string[];
  aspects: string[];
  applicants: string[];
  channel: string | null;
}

/** Topics that later clauses of the paragraph may leave out; none: a number of something unknown. */
export interface Known {
  topics: string[];
  position: number;
  /** Something was counted of it. */
  counted?: true;
  /** Named in brackets: where they close, after which the text goes on with what it spoke of before; else `Infinity`. */
  until: number;
}

/** From where on the text speaks of the agency itself or of the whole region; `null`: of neither. */
export interface Scope {
  start: number;
  scope: 'own' | 'region' | null;
}

/** What a paragraph has said so far. */
export interface Setting {
  lexicon: Lexicon;
  text: string;
  reportYear: ReportYear;
  agencyName: string | null;
  sentences: readonly Sentence[];
  times: readonly { start: number; time: Time }[];
  scopes: readonly Scope[];
  /** Where lists of parts begin (其中). */
  breakdowns: readonly number[];
  /** Topics that the heading, then the words of the paragraph name, in reading order. */
  named: readonly Known[];
  /** Topics of the numbers so far, in reading order. */
  counted: Known[];
  /** Readings of the paragraph so far. */
  readings: NumberReading[];
  /** Whether the paragraph before a position, or its heading, speaks of information disclosure. */
  disclosure: (position: number) => boolean;
}

/** The position of a topic that the paragraph before has left: what is taken over from there is inferred. */
export const fromBefore = -2;

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

/** It was carried over, or is not finished. */
export const isOpen = ({ data: { carry, waiting } }: Lexicon, aspect: string): boolean =>
  [carry.next, carry.prior, ...waiting].includes(aspect);

export const isPlain = (reading: NumberReading): boolean => reading.change === 0 && !reading.share;

/** Topics named before `position`, nearest last. */
export function namedBefore(setting: Setting, position: number): Known[] {
  const near = (list: readonly Known[]) => {
    const place = placeOf(list, position, (each) => each.position);
    return list.slice(Math.max(0, place - memory), place).filter((each) => each.until > position);
  };
  return [...near(setting.named), ...near(setting.counted)].sort((a, b) => a.position - b.position);
}

/** The nearest topic before `position` that goes with all `aspects`. */
export function inherited(setting: Setting, position: number, aspects: readonly string[]): string[] | null {
  return takenUp(setting, position, aspects)?.topics ?? null;
}

/** As `inherited`, with the place where the topic was named; `Infinity`: the aspects alone name it. */
export function takenUp(setting: Setting, position: number, aspects: readonly string[]): Known | null {
  const { lexicon, named } = setting;
  const goes = (topics: readonly string[]) =>
    topics.every((topic) => aspects.every((aspect) => accepts(lexicon, topic, aspect)));
  const stage = isStage(lexicon, aspects);
  const blocking = stage || aspects.length === 0;
  const isOutcome = aspects.some((aspect) => lexicon.outcomes.has(aspect));
  const { sentences } = setting;
  const sentence = sentences[placeOf(sentences, position + 1, (each) => each.start) - 1];
  const inSentence = (each: Known) => sentence !== undefined && each.position >= sentence.start;
  const isOther = (topic: string) =>
    !lexicon.tabled.has(topic) && lexicon.data.topics[topic]?.overlapping !== true;
  // 收到申请 7 件，其中 5 件实为信访，余下 2 件予以公开
  const isPartOf = ({ position: at, until }: Known) =>
    until < Infinity || setting.breakdowns.some((place) => place < at && place >= (sentence?.start ?? 0));
  const isAct = (topic: string) => lexicon.data.acts.includes(topic) && !isOther(topic);
  // 行政执法案件本年办结 12 件，政府信息公开申请 0 件: the verb is said of what was named before it.
  const isNamed = (token: Token) =>
    token.kind === 'word' &&
    token.start < position &&
    token.senses.topic !== null &&
    goes([token.senses.topic]);
  const isOf = (token: Token, topics: readonly string[]) =>
    token.kind === 'word' && topics.includes(token.senses.topic ?? '');
  for (const each of namedBefore(setting, position).toReversed()) {
    // 其中，主动公开告知获取方式 12 件，予以公开 31 件: a part takes its noun from the whole, not from another part.
    if (isOutcome && isPartOf(each) && each.topics.some((topic) => lexicon.data.topics[topic]?.overlapping))
      continue;
    if (each.topics.length === 0 ? !blocking : !goes(each.topics)) {
      // 受理仲裁申请 12 件，不予受理 1 件: what is said of other matters is not said of applications named before them.
      if (
        each.counted &&
        aspects.length > 0 &&
        inSentence(each) &&
        !isPartOf(each) &&
        each.topics.every(isOther)
      )
        return null;
      continue;
    }
    // 公开行政处罚 330 项。已办结 70 件: nothing says that acts of another sentence were finished.
    if ((stage || each.counted) && !inSentence(each) && each.topics.some(isAct)) continue;
    const turned =
      stage &&
      !inSentence(each) &&
      each.position >= 0 &&
      sentence?.tokens.some((token) => isNamed(token) && !isOf(token, each.topics)) === true;
    return each.topics.length === 0 || turned ? null : each;
  }
  const place = placeOf(named, position, (each) => each.position);
  if (stage && sentence?.tokens.some(isNamed) === true) return null;
  const furthest = Math.min(position + reach, sentence?.end ?? 0);
  const ahead = named
    .slice(place, place + memory)
    .find((each) => each.position < furthest && goes(each.topics));
  if (ahead !== undefined) return ahead;
  // 收到 1 件，未收费: of what, where nothing else is counted in the sentence, is what the paragraph speaks of.
  const alone = (): boolean =>
    sentence !== undefined &&
    setting.disclosure(position) &&
    sentence.foreign === Infinity &&
    !sentence.tokens.some(
      (token) => token.kind === 'word' && token.senses.topic !== null && isOther(token.senses.topic),
    ) &&
    recent(
      setting.readings,
      ({ mention, measures, topics }) =>
        mention.sentence === sentence && measures.length + topics.length === 0,
    ) === undefined;
  const implied = Object.entries(lexicon.data.topics).find(
    ([id, topic]) =>
      aspects.length > 0 &&
      aspects.every((aspect) => topic.implied?.includes(aspect)) &&
      (lexicon.data.disclosure.includes(id) || alone() || (sentence?.disclosure ?? Infinity) < Infinity),
  );
  return implied === undefined ? null : { topics: [implied[0]], position: Infinity, until: Infinity };
}

/** Reviews and lawsuits count only where the text speaks of information disclosure: a justice bureau handles others too. */
export function aboutDisclosure(
  setting: Setting,
  sentence: Sentence,
  position: number,
  topics: readonly string[],
  aspects: readonly string[],
): boolean {
  return topics.every((id) => {
    const strict = setting.lexicon.data.topics[id]?.onlyDisclosure;
    if (strict === undefined) return true;
    // 受理工伤认定申请 611 件，被复议 12 件: over what the sentence has counted, not over answers that an earlier one spoke of.
    const isOther = (each: Known) =>
      each.position >= sentence.start &&
      each.position < position &&
      (each.counted === true || each.topics.length === 0) &&
      each.topics.every((topic) => !setting.lexicon.tabled.has(topic));
    if (sentence.disclosure > position && setting.counted.slice(-memory).some(isOther)) return false;
    // 行政执法工作均未被申请行政复议: other work, unless the sentence names disclosure after it.
    if (
      sentence.foreign < position &&
      (sentence.disclosure > position || sentence.disclosure < sentence.foreign)
    )
      return false;
    if (!aspects.some((each) => strict.includes(each))) return setting.disclosure(position);
    return sentence.disclosure < position;
  });
}

/** How many sentences a list may go on over. */
const furthest = 8;

/** The sentence that one goes on with: …共 259 件。其中区本级 61 件。 Its own, unless it begins with 其中. */
export function goneOnWith({ sentences }: Setting, sentence: Sentence): Sentence {
  const at = placeOf(sentences, sentence.start, (each) => each.start);
  let from = at;
  while (from > 0 && from > at - furthest && hasRole(sentences[from]?.tokens[0], 'breakdown')) from -= 1;
  return sentences[from] ?? sentence;
}

/** Whether the text speaks of the agency itself or of the whole region, at a position. A sentence that says neither goes on with the region. */
export function scopeAt(setting: Setting, sentence: Sentence, position: number): 'own' | 'region' | null {
  const found = setting.scopes[placeOf(setting.scopes, position, (each) => each.start) - 1];
  if (found !== undefined && found.start >= sentence.start) return found.scope;
  const before = recent(setting.readings, (each) => each.measures.length > 0);
  return before?.scope === 'region' ? 'region' : null;
}
