import { hasRole, type Sentence } from './clauses.js';
import { accepts, measureOf } from './measures.js';
import { readPhrase, type Phrase } from './phrase.js';
import type { Reading, Setting } from './resolve.js';
import type { Token } from './tokens.js';

/** 收到3件，均予以公开: the count before holds for what is said without a number of its own. */
export interface AllReading {
  of: Reading;
  measures: string[];
  start: number;
  end: number;
}

const isCount = (reading: Reading): boolean =>
  reading.measures.length > 0 && reading.change === 0 && !reading.share && reading.channel === null && reading.applicants.length === 0;

function measuresFor(setting: Setting, reading: Reading, phrase: Phrase): string[] | null {
  const { lexicon, reportYear } = setting;
  const said = phrase.aspects.map((each) => each.id).slice(0, 1);
  const topics = reading.topics;
  if (!topics.every((topic) => said.every((aspect) => accepts(lexicon, topic, aspect)))) return null;
  const aspects = said.length > 0 ? said : reading.aspects.slice(0, 1);
  const applicants = [...new Set(phrase.applicants.map((each) => each.id))];
  if (said.length === 0 && applicants.length === 0) return null;
  const cells: string[] = [];
  for (const topic of topics) {
    const found = measureOf(lexicon, topic, aspects[0] ?? null, applicants, null, reportYear);
    if (found === null || found === false) return null;
    cells.push(...found);
  }
  return cells;
}

/** Whether the words say that all of it was so: 均, 全部; 已 of what was answered; nothing at all where there was only one. */
function saysAll(setting: Setting, tokens: readonly Token[], phrase: Phrase, reading: Reading): boolean {
  if (tokens.some((token) => hasRole(token, 'all'))) return true;
  const stage = phrase.aspects.some((each) => setting.lexicon.data.stages.includes(each.id));
  if (tokens.some((token) => hasRole(token, 'done')) && stage) return true;
  return reading.mention.number.value === 1 && reading.qualifier === 'exact' && !stage;
}

/** The one count that a clause without a number can mean. */
function antecedent(readings: readonly Reading[], position: number): Reading | null {
  const earlier = readings.filter((each) => each.mention.number.start < position && isCount(each));
  const last = earlier.at(-1);
  if (last === undefined) return null;
  const carried = earlier.some((each) => each.aspects.includes('carriedIn'));
  const several = earlier.filter((each) => each.topics.join() === last.topics.join() && each.aspects.join() === last.aspects.join());
  return carried || several.length > 1 ? null : last;
}

/** Every clause of a sentence that says something of all that was counted before. */
export function allsOf(setting: Setting, sentence: Sentence, readings: readonly Reading[]): AllReading[] {
  const found: AllReading[] = [];
  const add = (reading: Reading, tokens: readonly Token[]) => {
    const phrase = readPhrase(tokens);
    const first = tokens[0];
    const last = tokens.at(-1);
    if (first === undefined || last === undefined || phrase.unknown || phrase.roles.has('negation') || phrase.roles.has('plan')) return;
    if (phrase.topics.some((each) => !reading.topics.includes(each.id)) || !saysAll(setting, tokens, phrase, reading)) return;
    const measures = measuresFor(setting, reading, phrase);
    if (measures !== null && !reading.measures.flat().includes(measures[0] ?? '')) found.push({ of: reading, measures, start: first.start, end: last.end });
  };
  for (const clause of sentence.clauses) {
    const number = clause.tokens.findLast((token) => token.kind === 'number');
    if (number === undefined) {
      const first = clause.tokens[0];
      const reading = first === undefined ? null : antecedent(readings, first.start);
      if (reading !== null && clause.depth === reading.mention.clause.depth) add(reading, clause.tokens);
      continue;
    }
    const own = readings.findLast((each) => each.mention.number === number);
    if (own !== undefined && isCount(own) && own.mention.trailing.some((token) => hasRole(token, 'all') || hasRole(token, 'done'))) {
      add(own, own.mention.trailing);
    }
  }
  return found;
}
