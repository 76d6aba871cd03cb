import { hasRole, type Clause, type Sentence } from './sentence/clauses.js';
import { accepts, measureOf } from './discourse/measures.js';
import { isMarkedPart, value } from './sentence/counts.js';
import { placeOf } from './sentence/place-of.js';
import { readPhrase, type Phrase } from './lexicon/phrase.js';
import { isOpen, isPlain, isStage, type NumberReading, type Setting } from './discourse/setting.js';
import type { Lexicon } from './lexicon/lexicon.js';
import type { Token } from './sentence/tokens.js';

/** 收到3件，均予以公开: the count before holds for what is said without a number of its own. */
export interface AllReading {
  of: NumberReading;
  /** Nothing beside it says that some were left, or that only those due were finished. */
  complete: boolean;
  /** The count stands in the sentence before. */
  far: boolean;
  measures: string[];
  start: number;
  end: number;
}

const memory = 12;

/** Whether what follows can speak of all of it: what was received or handled, not one outcome among others. */
const isWhole = (setting: Setting, reading: NumberReading): boolean =>
  reading.measures.length > 0 &&
  isPlain(reading) &&
  reading.channel === null &&
  reading.applicants.length === 0 &&
  (reading.aspects.length === 0 || isStage(setting.lexicon, reading.aspects));

/** 行政诉讼 2 件，均为复议后起诉: what is said of all of it may be a noun for a part of its cells. `null`: another noun. */
function withinTopics({ data }: Lexicon, topics: string[], phrase: Phrase): string[] | null {
  const said = phrase.topics.map(({ id }) => id);
  if (said.every((id) => topics.includes(id))) return topics;
  const bases = topics.flatMap((id) => data.topics[id]?.base ?? []);
  const isWithin = (id: string) => {
    const own = data.topics[id]?.base ?? [];
    return own.length > 0 && own.length < bases.length && own.every((each) => bases.includes(each));
  };
  return said.every(isWithin) ? said : null;
}

function measuresFor(setting: Setting, reading: NumberReading, phrase: Phrase): string[] | null {
  const { lexicon, reportYear } = setting;
  const topics = withinTopics(lexicon, reading.topics, phrase) ?? [];
  const said = (phrase.aspects.find((each) => !isStage(lexicon, [each.id])) ?? phrase.aspects[0])?.id;
  const applicants = [...new Set(phrase.applicants.map((each) => each.id))];
  if (said === undefined && applicants.length === 0 && topics === reading.topics) return null;
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
function saysAll(
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

const allWords = ['all', 'done', 'copula'] as const;

const isOne = ({ mention }: NumberReading): boolean => mention.number.value === 1;

/** The one count that a clause without a number can mean. */
function antecedent(
  setting: Setting,
  readings: readonly NumberReading[],
  position: number,
  saysStage: boolean,
): NumberReading | null {
  const earlier = readings.filter((each) => each.mention.number.start < position).slice(-memory);
  const whole = earlier.findLast((each) => isWhole(setting, each));
  if (whole === undefined) return null;
  const { prior } = setting.lexicon.data.carry;
  const includes = earlier.some(
    (each) =>
      each.aspects.includes(prior) &&
      each.mention.clause.host !== whole.mention.number &&
      !each.mention.before.roles.has('breakdown'),
  );
  const several = earlier.some(
    (each) =>
      each !== whole &&
      isWhole(setting, each) &&
      each.topics.join() === whole.topics.join() &&
      each.aspects.join() === whole.aspects.join(),
  );
  // 复议3件，共审结4件，均维持: the count between is of the same things; 收到3件，对其中2件，已作出答复: or it is a part.
  const behind = earlier.slice(earlier.indexOf(whole) + 1).filter(isPlain);
  // 收到 4 件，其中 3 件为林权信息，1 件为处罚信息，均予以公开: all parts are there.
  const complete = behind.length > 1 && behind.reduce((sum, each) => sum + value(each), 0) === value(whole);
  const between =
    !complete &&
    behind.some(
      (each) =>
        isPlain(each) &&
        each.measures.length === 0 &&
        (each.topics.join() === whole.topics.join() ||
          (each.topics.length === 0 && each.mention.clause.depth === 0 && isMarkedPart(each))),
    );
  // 收到 4 件：自然人 3 件，均予以公开: what became of a part of those who asked.
  const limited =
    !saysStage && !complete && behind.some((each) => each.applicants.length > 0 || each.channel !== null);
  return includes || several || between || limited ? null : whole;
}

const leftovers = ['remainder', 'except', 'target', 'due', 'nextYear', 'rate', 'plan'] as const;

/** How many words of a sentence are looked through. */
const longest = 120;

/** 其余、除…外、结转、期限内 in the sentence or the next one: not all of them were finished, or not all were due. */
function leavesSome({ lexicon, sentences }: Setting, sentence: Sentence): boolean {
  const at = placeOf(sentences, sentence.start, (each) => each.start);
  return sentences
    .slice(at, at + 2)
    .flatMap((each) => each.tokens.slice(0, longest))
    .some(
      (token) =>
        leftovers.some((role) => hasRole(token, role)) ||
        (token.kind === 'word' && isOpen(lexicon, token.senses.aspect ?? '')),
    );
}

/** 收到 14 件。14 件申请均为自然人申请: the number stands for the count before. */
function mentionedAgain(setting: Setting, { mention }: NumberReading): NumberReading | null {
  const { value, unit } = mention.number;
  const found = setting.readings
    .slice(-memory)
    .findLast((each) => isWhole(setting, each) && each.mention.number.value === value);
  return found?.mention.number.unit?.family === unit?.family ? (found ?? null) : null;
}

/** What a clause behind one outcome of several says: what kind of that outcome it was, or an outcome of one or of all. */
function partsSaid(
  { lexicon }: Setting,
  reading: NumberReading,
  { before, depth, tokens }: Clause,
): 'nested' | 'other' | 'none' {
  const [said] = readPhrase(tokens).aspects;
  if (said === undefined || before !== ',' || depth !== reading.mention.clause.depth) return 'none';
  if (isStage(lexicon, [said.id]) || reading.measures.length === 0) return 'none';
  if (!reading.aspects.some((each) => lexicon.outcomes.has(each))) return 'none';
  return reading.aspects.some((each) => lexicon.nested.has(`${each} ${said.id}`)) ? 'nested' : 'other';
}

/** Every clause of a sentence that says something of all that was counted before. */
export function allsOf(setting: Setting, sentence: Sentence): AllReading[] {
  const found: AllReading[] = [];
  const readings = setting.readings.slice(-200);
  if (!readings.some(({ measures }) => measures.length > 0)) return found;
  if (!allWords.some((role) => sentence.roles.has(role)) && !readings.some(isOne)) return found;
  const own = readings.filter((each) => each.mention.sentence === sentence);
  const add = (reading: NumberReading, tokens: readonly Token[]) => {
    const phrase = readPhrase(tokens);
    const first = tokens[0];
    const last = tokens.at(-1);
    const narrowed = ['negation', 'plan', 'remainder', 'others', 'blocker', 'except'] as const;
    if (
      first === undefined ||
      last === undefined ||
      phrase.unknown ||
      narrowed.some((role) => phrase.roles.has(role))
    )
      return;
    if (
      withinTopics(setting.lexicon, reading.topics, phrase) === null ||
      !saysAll(setting, tokens, phrase, reading)
    )
      return;
    const measures = measuresFor(setting, reading, phrase);
    const far = reading.mention.sentence !== sentence;
    if (measures === null) return;
    const complete = tokens.some((token) => hasRole(token, 'all')) && !leavesSome(setting, sentence);
    found.push({ of: reading, far, complete, measures, start: first.start, end: last.end });
  };
  for (const [place, clause] of sentence.clauses.entries()) {
    const first = clause.tokens[0];
    if (first === undefined) continue;
    const number = clause.tokens.findLast((token) => token.kind === 'number');
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
      const says = reading?.mention.trailing.some((token) => hasRole(token, 'all') || hasRole(token, 'done'));
      if (reading !== undefined && says && isWhole(setting, reading)) add(reading, reading.mention.trailing);
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
      add(host, clause.tokens);
      continue;
    }
    const nearest = own.findLast((each) => each.mention.number.start < first.start);
    const parts = nearest === undefined ? 'none' : partsSaid(setting, nearest, clause);
    // 不予处理 2 件，均为信访举报投诉类申请
    if (nearest !== undefined && parts === 'nested') add(nearest, clause.tokens);
    if (parts !== 'none') continue;
    const said = readPhrase(clause.tokens).aspects.map(({ id }) => id);
    const saysStage = isStage(setting.lexicon, said);
    const reading =
      antecedent(setting, own, first.start, saysStage) ??
      (place === 0 ? antecedent(setting, readings.slice(-4), first.start, saysStage) : null);
    if (reading !== null && clause.depth === reading.mention.clause.depth) add(reading, clause.tokens);
  }
  return found;
}
