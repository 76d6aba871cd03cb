import { readPhrase } from '../../lexicon/words/phrase.js';
import { hasRole, type Sentence } from '../../sentence/clauses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { isPlain, isStage, type NumberReading, type Setting } from '../setting.js';
import type { AllReading } from './all-reading.js';
import { antecedent, isWhole, mentionedAgain, partsSaid } from './antecedent.js';
import { carriedBefore, carriedTogether } from './carried-together.js';
import { eachOfThem } from './each-of-them.js';
import { leavesSome } from './leaves-some.js';
import { allWords, endsDisputes, measuresFor, saysAll, withinTopics } from './said-of-all.js';

const isOne = ({ mention }: NumberReading): boolean => mention.number.value === 1;

/** Whoever decided a dispute (县政府均决定维持), it was decided. */
const isDispute = ({ lexicon }: Setting, { topics }: NumberReading): boolean =>
  topics.length > 0 && topics.every((id) => lexicon.data.topics[id]?.onlyDisclosure !== undefined);

const ofSome = ['contains', 'breakdown', 'open'] as const;

/** 不予处理 2 件（重复申请）: nothing but one outcome stands in the brackets. */
function isAlone({ clauses }: Sentence, place: number): boolean {
  const [clause, next] = clauses.slice(place, place + 2);
  if (clause?.before !== '(' || (next !== undefined && next.depth >= clause.depth)) return false;
  const { aspects, topics, roles, unknown } = readPhrase(clause.tokens);
  return aspects.length === 1 && topics.length === 0 && !unknown && !ofSome.some((role) => roles.has(role));
}

/** Every clause of a sentence that says something of all that was counted before. */
export function allsOf(setting: Setting, sentence: Sentence): AllReading[] {
  const found: AllReading[] = [];
  const readings = setting.readings.slice(-200);
  if (!readings.some(({ measures }) => measures.length > 0)) return found;
  const says =
    allWords.some((role) => sentence.roles.has(role)) || sentence.clauses.some(({ depth }) => depth > 0);
  if (!says && !readings.some(isOne)) return found;
  const own = readings.filter((each) => each.mention.sentence === sentence);
  const add = (
    reading: NumberReading,
    tokens: readonly Token[],
    counted: readonly string[] = [],
    alone = false,
  ) => {
    const phrase = readPhrase(tokens);
    const first = tokens[0];
    const last = tokens.at(-1);
    const narrowed = ['negation', 'plan', 'remainder', 'others', 'blocker', 'except'] as const;
    if (
      first === undefined ||
      last === undefined ||
      (isDispute(setting, reading) ? phrase.strange : phrase.unknown) ||
      // 收到 11 件，上年结转 1 件，均为自然人申请: no row counts who asked for both.
      (reading.total !== null && phrase.applicants.length > 0) ||
      narrowed.some((role) => phrase.roles.has(role))
    )
      return;
    if (
      withinTopics(setting.lexicon, reading.topics, phrase) === null ||
      !(alone || saysAll(setting, tokens, phrase, reading))
    )
      return;
    const far = reading.mention.sentence !== sentence;
    const complete = tokens.some((token) => hasRole(token, 'all')) && !leavesSome(setting, sentence, counted);
    for (const measures of measuresFor(setting, reading, phrase))
      found.push({ of: reading, far, complete, measures, start: first.start, end: last.end });
  };
  for (const [place, clause] of sentence.clauses.entries()) {
    const first = clause.tokens[0];
    if (first === undefined) continue;
    // 均在 15 个工作日内答复: how long it took is no count.
    const number = clause.tokens.findLast(
      (token) => token.kind === 'number' && !(token.unit?.family === 'other' && hasRole(first, 'all')),
    );
    if (number !== undefined) {
      const reading = own.findLast((each) => each.mention.number === number);
      const again =
        reading === undefined || reading.measures.length > 0 ? null : mentionedAgain(setting, reading);
      const said = reading?.mention.trailing.some((token) => hasRole(token, 'all')) === true;
      if (reading !== undefined && again !== null && said) {
        const at = reading.mention.trailing.findIndex((token) => hasRole(token, 'all'));
        add(again, reading.mention.trailing.slice(at));
        continue;
      }
      const ofAll = reading?.mention.trailing.some(
        (token) => hasRole(token, 'all') || hasRole(token, 'done'),
      );
      if (reading === undefined || !ofAll) continue;
      const both = carriedTogether(setting, own, reading);
      if (both !== null) add(both, reading.mention.trailing, [setting.lexicon.data.carry.prior]);
      else if (isWhole(setting, reading)) add(reading, reading.mention.trailing);
      continue;
    }
    // 除2件结转下年外，均已答复: not all of it.
    if (sentence.clauses[place - 1]?.tokens.some((token) => hasRole(token, 'except'))) continue;
    const host = own.find((each) => each.mention.number === clause.host && each.measures.length > 0);
    const [inside] = readPhrase(clause.tokens).aspects;
    // 不予公开 7 件（均属于行政查询事项）
    const nests =
      inside !== undefined &&
      host?.aspects.some((each) => setting.lexicon.nested.has(`${each} ${inside.id}`)) === true;
    if (host !== undefined && isPlain(host) && (nests || isWhole(setting, host))) {
      add(host, clause.tokens, [], nests && isAlone(sentence, place));
      continue;
    }
    const nearest = own.findLast((each) => each.mention.number.start < first.start);
    const adjoins = nearest !== undefined && sentence.clauses[place - 1] === nearest.mention.clause;
    const both =
      adjoins && clause.tokens.some((token) => hasRole(token, 'all'))
        ? carriedBefore(setting, own, nearest)
        : null;
    if (both !== null && clause.depth === both.mention.clause.depth) {
      add(both, clause.tokens, [setting.lexicon.data.carry.prior]);
      continue;
    }
    const parts = nearest === undefined ? 'none' : partsSaid(setting, nearest, clause);
    if (adjoins && clause.depth === nearest.mention.clause.depth)
      found.push(...eachOfThem(setting, nearest, clause.tokens));
    // 不予处理 2 件，均为信访举报投诉类申请
    if (nearest !== undefined && parts === 'nested') add(nearest, clause.tokens);
    if (parts !== 'none') continue;
    const said = readPhrase(clause.tokens).aspects.map(({ id }) => id);
    const saysStage = isStage(setting.lexicon, said);
    const reading =
      antecedent(setting, own, first.start, saysStage) ??
      (place === 0 ? antecedent(setting, readings.slice(-4), first.start, saysStage) : null);
    if (reading !== null && clause.depth === reading.mention.clause.depth)
      add(reading, clause.tokens, [], endsDisputes(setting, sentence, place, reading));
  }
  return found;
}
