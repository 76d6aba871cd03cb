import { readPhrase } from '../../lexicon/words/phrase.js';
import { hasRole, placeOfClause, type Clause, isConjunction } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { value } from '../../sentence/counts.js';
import type { SumReading } from '../lists/sum-reading.js';
import { cellsTogether } from '../measures.js';
import { isOpen, isPlain, type NumberReading, type Setting } from '../setting.js';
import { takenUp } from '../topics.js';

/** The outcomes that a clause of nothing else says. */
function outcomesOf({ lexicon }: Setting, clause: Clause | undefined, depth: number): string[] {
  if (clause?.before !== ',' || clause.depth !== depth) return [];
  if (clause.tokens.some(({ kind }) => kind === 'number')) return [];
  const { topics, aspects, roles, unknown, applicants, channels } = readPhrase(clause.tokens);
  const others = topics.length + applicants.length + channels.length > 0;
  const narrow = (['negation', 'plan', 'others', 'blocker', 'except', 'all'] as const).some((role) =>
    roles.has(role),
  );
  const ids = aspects.map(({ id }) => id);
  return !unknown && !others && !narrow && ids.every((id) => lexicon.outcomes.has(id) && !isOpen(lexicon, id))
    ? ids
    : [];
}

/** 3 件材料涉及企业经营数据不予公开: the outcome that the clause ends with. */
function outcomeAtEnd({ lexicon }: Setting, trailing: readonly Token[]): string | null {
  const last = trailing.at(-1);
  if (last?.kind !== 'word' || !lexicon.outcomes.has(last.senses.aspect ?? '')) return null;
  const turns = (['negation', 'plan', 'others', 'improper', 'cause', 'asking'] as const).some((role) =>
    trailing.some((token) => hasRole(token, role)),
  );
  const named = trailing.some((token) => token.kind === 'word' && token.senses.topic !== null);
  return turns || named || isOpen(lexicon, last.senses.aspect ?? '') ? null : last.senses.aspect;
}

/** 3 件内容可能影响经济运行，不予公开: whatever the words behind a number say, the clause behind them says what became of it; that is inferred. */
export function takeOutcomesBehind(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  for (const reading of readings) {
    const { mention, unassigned, topics, time } = reading;
    const { before, after, clause, sentence, number } = mention;
    const open = unassigned === 'no-noun' || unassigned === 'unknown-words';
    if (!open || topics.length > 0 || !isPlain(reading) || value(reading) === 0) continue;
    if (time.span !== 'year' || number.unit?.family !== 'items') continue;
    if (before.unknown || before.topics.length + before.aspects.length > 0) continue;
    const last = clause.tokens.findLast(({ kind }) => kind === 'number') === number;
    if (!last || !after.unknown) continue;
    const place = placeOfClause(sentence, clause);
    const [next, beyond] = sentence.clauses.slice(place + 1, place + 3);
    const ownWords = outcomeAtEnd(setting, mention.trailing);
    const aspects = ownWords === null ? outcomesOf(setting, next, clause.depth) : [ownWords];
    // …，不予公开，并说明理由: the sentence may go on with it.
    const ends =
      ownWords !== null ||
      beyond === undefined ||
      beyond.before === ';' ||
      beyond.tokens.some(({ kind }) => kind === 'number');
    if (aspects.length !== 1 || !ends) continue;
    const known = takenUp(setting, number.start, aspects);
    if (known === null || !known.topics.every((id) => lexicon.byApplicant.has(id))) continue;
    const cells = cellsTogether(lexicon, known.topics, aspects[0] ?? null, [], reportYear);
    if (cells === null || cells.length === 0) continue;
    Object.assign(reading, {
      topics: known.topics,
      aspects,
      measures: [cells],
      unassigned: null,
      by: 'topic',
    });
  }
}

const isDispute = ({ lexicon }: Setting, { topics, aspects }: NumberReading): boolean =>
  topics.length > 0 &&
  aspects.length === 0 &&
  topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);

/** 行政复议 2 件、行政诉讼 1 件，其中 2 件维持、1 件未审结: parts that are said of neither alone make up neither. */
export function isOfTwoDisputes(setting: Setting, { whole, parts }: SumReading): boolean {
  if (!isDispute(setting, whole) || parts.some(({ topics }) => topics.length > 0)) return false;
  const other = setting.readings[setting.readings.indexOf(whole) - 1];
  return (
    other?.mention.sentence === whole.mention.sentence &&
    isDispute(setting, other) &&
    value(other) > 0 &&
    other.topics.join() !== whole.topics.join()
  );
}

/** 40 件行政复议、9 件行政诉讼获维持: the verb behind the last of a list is said of each. */
export function shareVerbBehind(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  const isBare = ({ mention: { before, trailing } }: NumberReading) =>
    before.topics.length + before.aspects.length === 0 && !before.unknown && trailing.length > 0;
  for (let at = readings.length - 2; at >= 0; at -= 1) {
    const [reading, next] = [readings[at], readings[at + 1]];
    if (reading?.unassigned !== 'no-noun' || next === undefined || next.measures.length === 0) continue;
    const areDisputes = isDispute(setting, reading) && isDispute(setting, { ...next, aspects: [] });
    if (!areDisputes || !isBare(reading) || !isBare(next)) continue;
    const [joint] = next.mention.leading;
    const joined =
      next.mention.clause === reading.mention.clause && joint !== undefined && isConjunction(joint);
    if (!joined || next.aspects.length !== 1) continue;
    const cells = cellsTogether(lexicon, reading.topics, next.aspects[0] ?? null, [], reportYear);
    if (cells !== null)
      Object.assign(reading, { aspects: next.aspects, measures: [cells], unassigned: null });
  }
}
