import { isStage, type Setting } from '../../discourse/setting.js';
import { aboutDisclosure, scopeAt } from '../../discourse/whose.js';
import type { Sentence } from '../clauses.js';
import { type Named, namedIn } from '../negated.js';
import { placeOf } from '../place-of.js';
import { timeAt } from '../time.js';
import type { Token } from '../numbers/token.js';
import { cellsOf } from './denied-cells.js';
import { namedBefore } from './named-before.js';
import { deniesAll } from './narrowed.js';
import { longestLead, type Sign, signsOf, stretchOf } from './sign.js';

/** 未收到政府信息公开申请: what the prose says there was none of. */
export interface NoneReading {
  measures: string[];
  start: number;
  end: number;
  scope: 'own' | 'region' | null;
  year: number | null;
}

function readSign(setting: Setting, sign: Sign): NoneReading[] {
  const { sentence, token, lead } = sign;
  const time = timeAt(setting.times, token.start);
  // 历年均未收取费用: nor in this year.
  if (time.span !== 'year' && time.span !== 'since') return [];
  const stretch = stretchOf(setting, sign);
  const { named, verbs } = namedIn(setting, stretch);
  if (!deniesAll(setting, sign, stretch, named)) return [];
  const start = lead.find((each) => each.kind !== 'mark')?.start ?? token.start;
  const end = Math.max(stretch.at(-1)?.end ?? 0, sign.reach.at(-1)?.end ?? token.end);
  const { acts, paired } = setting.lexicon.data;
  const isAct = (each: Token) => each.kind === 'word' && acts.includes(each.senses.topic ?? '');
  const at = placeOf(sentence.tokens, token.start, (each) => each.start);
  const earlier = sentence.tokens.slice(Math.max(0, at - longestLead), at);
  const ofAct =
    lead.some(isAct) ||
    (sentence.disclosure === Infinity &&
      earlier.some(isAct) &&
      !earlier.some((each, place) => each.kind === 'number' && !receives(earlier.slice(0, place), isAct)));
  // 未收到行政复议、行政诉讼: no body that decides reviews is sued before itself, so that these are disputes over what the text speaks of.
  const areBoth = paired.every((topic) => named.some((each) => each.topic === topic));
  const isAbout = ({ topic, aspects }: Named) =>
    !(ofAct && paired.includes(topic)) &&
    (!aspects.some((aspect) => isStage(setting.lexicon, [aspect])) ||
      aboutDisclosure(setting, sentence, end, [topic], areBoth ? [] : aspects) === 'disclosure');
  const scope = scopeAt(setting, sentence, end);
  return (named.length > 0 ? named : namedBefore(setting, sign, verbs))
    .filter(isAbout)
    .flatMap((each) => cellsOf(setting, each))
    .map((measures) => ({ measures, start, end, scope, year: time.year }));
}

/** 受理仲裁申请: other matters came in. */
const receives = (tokens: readonly Token[], isAct: (token: Token) => boolean): boolean => {
  const verb = tokens.findIndex((token) => token.kind === 'word' && token.senses.aspect === 'received');
  return verb !== -1 && tokens.slice(verb).some(isAct);
};

/** Every statement of a sentence that there was none of something; `before` is the sentence before it in the paragraph. */
export function nonesOf(setting: Setting, sentence: Sentence, before: Sentence | undefined): NoneReading[] {
  if (!sentence.roles.has('negation')) return [];
  const found = new Map<string, NoneReading>();
  for (const sign of signsOf(sentence, before)) {
    for (const reading of readSign(setting, sign)) {
      const key = `${reading.measures.join('+')}@${reading.year}`;
      if (!found.has(key)) found.set(key, reading);
    }
  }
  return [...found.values()];
}
