import type { ClaimPart } from '../../model/report/claim.js';
import { allsOf, type AllReading } from './all.js';
import { hasRole, sentencesOf, type Sentence } from './sentence/clauses.js';
import { settle } from './discourse/settle/settle.js';
import {
  allDraft,
  countsOf,
  joined,
  labelOf,
  noneDraft,
  spanOf,
  sumDraft,
  worthKeeping,
  type Draft,
} from './discourse/drafts.js';
import { includesOf } from './discourse/includes.js';
import type { Lexicon } from './lexicon/lexicon.js';
import { mentionsOf } from './sentence/mentions.js';
import { nonesOf, type NoneReading } from './sentence/none.js';
import { resolve } from './discourse/number/resolve.js';
import type { Paragraph, Place } from './sentence/running-text.js';
import {
  fromBefore,
  recent,
  type Known,
  type NumberReading,
  type Scope,
  type Setting,
} from './discourse/setting.js';
import { shareOf } from './discourse/lists/shares.js';
import { splitsIn, type Split } from './discourse/split.js';
import { sumsOf } from './discourse/lists/sums.js';
import { timesOf } from './sentence/time.js';
import type { Token } from './sentence/tokens.js';

/** Everything that a paragraph states, in no particular order. */
function draftsOf(
  setting: Setting,
  sentences: readonly Sentence[],
  partOf: (reading: NumberReading) => ClaimPart,
): Draft[] {
  const drafts: Draft[] = [];
  const nones: NoneReading[] = [];
  const alls: AllReading[] = [];
  const includes = new Map<NumberReading, string[]>();
  for (const [place, sentence] of sentences.entries()) {
    const readings = mentionsOf(sentence).map((mention) => {
      const reading = resolve(setting, mention);
      setting.readings.push(reading);
      return reading;
    });
    for (const [reading, measures] of includesOf(setting, sentence, readings))
      includes.set(reading, measures);
    nones.push(...nonesOf(setting, sentence, sentences[place - 1]));
    alls.push(...allsOf(setting, sentence));
  }
  const settled = settle(setting, {
    sums: sumsOf(setting.lexicon, sentences, setting.readings),
    alls,
    nones,
  });
  const { sums } = settled;
  drafts.push(...settled.nones.map(noneDraft), ...settled.alls.map(allDraft));
  const shared = sharedWithOthers(setting.readings);
  for (const reading of setting.readings)
    if (reading.scope === null && shared.has(reading)) reading.scope = 'region';
  const wholes = new Map(sums.flatMap((sum) => sum.parts.map((part) => [part, sum.whole])));
  setting.readings.forEach((reading, index) => {
    if (!worthKeeping(reading)) return;
    const share = reading.share && reading.measures.length > 0 ? shareOf(setting, index, wholes) : null;
    drafts.push(
      ...countsOf(
        reading,
        share === null ? [] : [partOf(share.part), partOf(share.base)],
        includes.get(reading) ?? [],
      ),
    );
  });
  for (const sum of sums) drafts.push(sumDraft(sum, partOf));
  return drafts;
}

/** 共 52 件，其中区直部门 18 件: wholes in which others have a part are not the agency's own. */
function sharedWithOthers(readings: readonly NumberReading[]): Set<NumberReading> {
  const shared = new Set<NumberReading>();
  if (!readings.some(({ mention }) => mention.sentence.roles.has('others'))) return shared;
  let next: NumberReading | null = null;
  let others = false;
  for (const reading of readings.toReversed()) {
    const { sentence, leading } = reading.mention;
    if (next?.mention.sentence !== sentence) [next, others] = [null, false];
    if (others && next?.mention.leading.some((token) => hasRole(token, 'breakdown')) === true)
      shared.add(reading);
    others ||= leading.some((token) => hasRole(token, 'others'));
    next = reading;
  }
  return shared;
}

/** Where the text begins to speak of the agency or of the region; what stands in brackets holds up to their end. */
function scopesOf(tokens: readonly Token[]): Scope[] {
  const scopes: Scope[] = [];
  const outer: (Scope['scope'] | null)[] = [];
  for (const token of tokens) {
    const { start } = token;
    if (token.kind === 'mark' && token.char === '(') outer.push(scopes.at(-1)?.scope ?? null);
    else if (token.kind === 'mark' && token.char === ')') {
      const before = outer.pop();
      if (before !== undefined && before !== scopes.at(-1)?.scope) scopes.push({ start, scope: before });
    } else if (hasRole(token, 'region')) scopes.push({ start, scope: 'region' });
    else if (hasRole(token, 'own')) scopes.push({ start, scope: 'own' });
  }
  return scopes;
}

/** Topics that a heading announces for the paragraphs under it. */
export function announced(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const topics = tokens.flatMap((token) =>
    token.kind === 'word' && token.senses.topic !== null && token.senses.strength === 'strong'
      ? [token.senses.topic]
      : [],
  );
  return [...new Set(topics)].filter((id) => lexicon.measured.has(id));
}

/** 已答复的 93 件中，予以公开 31 件: a paragraph of outcomes without a noun goes on with the one before it. */
function takesOver(tokens: readonly Token[], { lexicon, heading, before }: Frame): boolean {
  const says = (token: Token) => token.kind === 'word' && lexicon.outcomes.has(token.senses.aspect ?? '');
  const turns = (token: Token) =>
    token.kind === 'word' && (token.senses.topic !== null || token.senses.roles.has('foreign'));
  return heading.length === 0 && before.length > 0 && tokens.some(says) && !tokens.some(turns);
}

function namedTopics(sentences: readonly Sentence[], lexicon: Lexicon, over: readonly Known[]): Known[] {
  const known = [...over];
  for (const { tokens, until } of sentences.flatMap((each) => each.clauses)) {
    // 涉及信访事项: what something is about is not what the text speaks of.
    let about = false;
    for (const token of tokens) {
      if (token.kind !== 'word') continue;
      const { topic, strength, roles } = token.senses;
      about ||= roles.has('blocker');
      const position = token.start;
      if (roles.has('foreign') && !about) known.push({ topics: [], position, until });
      // 全部申请中，19 件予以公开: a frame names what is counted, with a weak noun, too.
      const names = strength === 'strong' || (strength === 'weak' && hasRole(tokens.at(-1), 'frame'));
      if (topic !== null && names && lexicon.measured.has(topic) && !(about && !lexicon.tabled.has(topic)))
        known.push({ topics: [topic], position, until });
    }
  }
  return known.sort((one, other) => one.position - other.position);
}

/** Only numbers and negations state anything by themselves. */
export const mayState = (token: Token): boolean => token.kind === 'number' || hasRole(token, 'negation');

/** What is known of a paragraph before its sentences are read. */
export interface Frame {
  lexicon: Lexicon;
  reportYear: number | null;
  agencyName: string | null;
  /** Topics of the heading it stands under. */
  heading: readonly string[];
  /** Topics that the paragraph before it was about at its end. */
  before: readonly string[];
}

export interface ParagraphReading {
  sentences: Sentence[];
  readings: NumberReading[];
  /** In reading order. */
  drafts: Draft[];
  /** What it says of splitting applications. */
  splits: Split[];
}

/** Reads the sentences of one paragraph. */
export function readParagraph(
  paragraph: Paragraph,
  tokens: readonly Token[],
  frame: Frame,
  place: Place,
): ParagraphReading {
  const splits = splitsIn(tokens);
  if (!tokens.some(mayState)) return { sentences: [], readings: [], drafts: [], splits };
  const { lexicon, reportYear, agencyName, heading, before } = frame;
  const sentences = sentencesOf(tokens, lexicon);
  const over: Known[] = takesOver(tokens, frame)
    ? [{ topics: [...before], position: fromBefore, until: Infinity }]
    : heading.length > 0
      ? [{ topics: [...heading], position: -1, until: Infinity }]
      : [];
  const first = sentences.reduce((least, each) => Math.min(least, each.disclosure), Infinity);
  const isDisclosure = (topic: string) => lexicon.data.disclosure.includes(topic);
  const setting: Setting = {
    lexicon,
    text: paragraph.text,
    reportYear,
    agencyName,
    sentences,
    times: timesOf(sentences, reportYear),
    named: namedTopics(sentences, lexicon, over),
    counted: [],
    readings: [],
    // 受理申请 11 件，复议 0 件: a weak noun that was understood speaks of it, too.
    disclosure: (position) =>
      first < position ||
      over.length > 0 ||
      recent(setting.readings, ({ topics, measures }) => measures.length > 0 && topics.some(isDisclosure)) !==
        undefined,
    scopes: sentences.some(({ roles }) => roles.has('region') || roles.has('own')) ? scopesOf(tokens) : [],
    breakdowns: sentences.flatMap(({ roles, tokens: own }) =>
      roles.has('breakdown')
        ? own.filter((token) => hasRole(token, 'breakdown')).map(({ start }) => start)
        : [],
    ),
  };
  const partOf = (reading: NumberReading): ClaimPart => {
    const { start, end } = spanOf(reading);
    const { number } = reading.mention;
    const label = labelOf(reading, paragraph.text);
    return {
      label,
      value: number.value,
      qualifier: reading.qualifier,
      measure: joined(reading.measures[0]),
      ...place(start, end),
    };
  };
  const drafts = draftsOf(setting, sentences, partOf).sort((a, b) => a.start - b.start || a.end - b.end);
  return { sentences, readings: setting.readings, drafts, splits };
}
