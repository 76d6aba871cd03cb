import type { ClaimPart } from '../../model/report/claim.js';
import type { AllReading } from './discourse/alls/all-reading.js';
import { allsOf } from './discourse/alls/all.js';
import {
  allDraft,
  countsOf,
  type Draft,
  joined,
  labelOf,
  noneDraft,
  spanOf,
  sumDraft,
  worthKeeping,
} from './discourse/drafts.js';
import type { Frame } from './discourse/frame.js';
import { includesOf } from './discourse/includes.js';
import { shareOf } from './discourse/lists/shares.js';
import { sumsOf } from './discourse/lists/sums.js';
import { impliedBy, namedTopics, takesOver } from './discourse/named.js';
import { resolve } from './discourse/number/resolve.js';
import { scopesOf, sharedWithOthers } from './discourse/scopes.js';
import { fromBefore, type Known, type NumberReading, recent, type Setting } from './discourse/setting.js';
import { settle } from './discourse/settle/settle.js';
import { type Split, splitsIn } from './discourse/split.js';
import type { Role } from './lexicon/roles.js';
import { hasRole, type Sentence, sentencesOf } from './sentence/clauses.js';
import { type NoneReading, nonesOf } from './sentence/denial/none.js';
import { mentionsOf } from './sentence/mentions.js';
import type { Paragraph, Place } from './sentence/running-text.js';
import { timesOf } from './sentence/time.js';
import type { Token } from './sentence/numbers/token.js';

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
    const readings = mentionsOf(sentence, setting.lexicon.fates).map((mention) => {
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
  drafts.push(
    ...settled.nones.map(noneDraft),
    ...settled.alls.map((each) => allDraft(setting.lexicon, each)),
  );
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

/** The words of a paragraph, with the roles that any of them has. */
export interface Words {
  tokens: readonly Token[];
  roles: ReadonlySet<Role>;
  /** Whether it may state anything. */
  states: boolean;
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
  { tokens, roles, states }: Words,
  frame: Frame,
  place: Place,
): ParagraphReading {
  const splits = roles.has('splitUp') || roles.has('countedAs') ? splitsIn(tokens) : [];
  if (!states) return { sentences: [], readings: [], drafts: [], splits };
  const { lexicon, reportYear, agencyName, heading, before } = frame;
  const sentences = sentencesOf(tokens, lexicon);
  const over: Known[] = takesOver(tokens, frame)
    ? [{ topics: [...before], position: fromBefore, until: Infinity }]
    : heading.length > 0
      ? [{ topics: [...heading], position: -1, until: Infinity }]
      : impliedBy(tokens, lexicon).map((topic) => ({
          topics: [topic],
          position: fromBefore,
          until: Infinity,
        }));
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
    scopes: roles.has('region') || roles.has('own') ? scopesOf(tokens) : [],
    breakdowns: sentences.flatMap(({ roles: said, tokens: own }) =>
      said.has('breakdown')
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
