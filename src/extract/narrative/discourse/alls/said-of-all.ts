import type { Lexicon } from '../../lexicon/lexicon.js';
import { readPhrase, type Phrase } from '../../lexicon/words/phrase.js';
import { hasRole, type Sentence } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { accepts, measureOf } from '../measures.js';
import { isStage, type NumberReading, type Setting } from '../setting.js';

/** 行政诉讼 2 件，均为复议后起诉: what is said of all of it may be a noun for a part of its cells. `null`: another noun. */
export function withinTopics({ data }: Lexicon, topics: string[], phrase: Phrase): string[] | null {
  const said = phrase.topics.map(({ id }) => id);
  if (said.every((id) => topics.includes(id))) return topics;
  const bases = topics.flatMap((id) => data.topics[id]?.base ?? []);
  const isWithin = (id: string) => {
    const own = data.topics[id]?.base ?? [];
    return own.length > 0 && own.length < bases.length && own.every((each) => bases.includes(each));
  };
  return said.every(isWithin) ? said : null;
}

/** The cells that the words give the number of a reading; one list for each of the things that it holds for. */
export function measuresFor(setting: Setting, reading: NumberReading, phrase: Phrase): string[][] {
  const topics = withinTopics(setting.lexicon, reading.topics, phrase) ?? [];
  // 行政复议、行政诉讼各 1 件，均维持
  const groups = reading.measures.length > 1 ? topics.map((topic) => [topic]) : [topics];
  const lists = groups.map((group) => cellsFor(setting, reading, phrase, group));
  return lists.every((each) => each !== null) ? lists : [];
}

function cellsFor(
  setting: Setting,
  reading: NumberReading,
  phrase: Phrase,
  topics: readonly string[],
): string[] | null {
  const { lexicon, reportYear } = setting;
  const said = (phrase.aspects.find((each) => !isStage(lexicon, [each.id])) ?? phrase.aspects[0])?.id;
  const applicants = [...new Set(phrase.applicants.map((each) => each.id))];
  if (said === undefined && applicants.length === 0 && topics.every((id) => reading.topics.includes(id)))
    return null;
  if (said !== undefined && !topics.every((topic) => accepts(lexicon, topic, said))) return null;
  const cells: string[] = [];
  for (const topic of topics) {
    const found = measureOf(lexicon, topic, said ?? reading.aspects[0] ?? null, applicants, null, reportYear);
    if (found === null || found === false) return null;
    cells.push(...found);
  }
  return reading.measures.some((list) => list.join() === cells.join()) ? null : cells;
}

/** Whether the words say that all of it was so: 均, 全部; 已 of what was answered; nothing at all where there was only one. */
export function saysAll(
  setting: Setting,
  tokens: readonly Token[],
  phrase: Phrase,
  reading: NumberReading,
): boolean {
  if (tokens.some((token) => hasRole(token, 'all'))) return true;
  const stage = isStage(
    setting.lexicon,
    phrase.aspects.slice(0, 1).map((each) => each.id),
  );
  if (tokens.some((token) => hasRole(token, 'done')) && stage) return true;
  // 起诉2件，为其他结果
  if (hasRole(tokens[0], 'copula') && !stage && phrase.aspects.length === 1) return true;
  // 复议 1 件，复议机关维持我局答复
  const stages = isStage(
    setting.lexicon,
    phrase.aspects.map((each) => each.id),
  );
  return reading.mention.number.value === 1 && reading.qualifier === 'exact' && !stages;
}

/** 复议后起诉 2 件，尚未审结: a clause of nothing but what only becomes of disputes, behind which no part of them is counted. */
export function endsDisputes(
  { lexicon: { results, outcomes } }: Setting,
  { clauses }: Sentence,
  place: number,
  { aspects, measures }: NumberReading,
): boolean {
  const { topics, aspects: said, unknown } = readPhrase(clauses[place]?.tokens ?? []);
  const [only, other] = said;
  const next = clauses[place + 1];
  const goesOn = next?.before === ',' && next.tokens.some(({ kind }) => kind === 'number');
  return (
    only !== undefined &&
    other === undefined &&
    results.has(only.id) &&
    !outcomes.has(only.id) &&
    topics.length === 0 &&
    !unknown &&
    aspects.length === 0 &&
    measures.length === 1 &&
    !goesOn
  );
}

export const allWords = ['all', 'done', 'copula', 'respectively'] as const;
