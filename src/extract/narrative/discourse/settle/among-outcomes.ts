import { readPhrase } from '../../lexicon/words/phrase.js';
import { hasRole, placeOfClause } from '../../sentence/clauses.js';
import { isCount, isMarkedPart, leaveAside, value } from '../../sentence/counts.js';
import { cellsTogether } from '../measures.js';
import { isOpen, isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts of a sentence are looked at on either side. */
const nearby = 16;

const isAlone = ({ channel, applicants }: NumberReading): boolean =>
  channel === null && applicants.length === 0;

/** What became of applications, other than that they wait. */
const isOutcome = ({ lexicon }: Setting, each: NumberReading): boolean =>
  isPlain(each) &&
  isAlone(each) &&
  each.aspects.length > 0 &&
  each.topics.length > 0 &&
  each.topics.every((topic) => each.aspects.every((aspect) => lexicon.partsOf.get(topic)?.has(aspect))) &&
  !each.aspects.some((aspect) => isOpen(lexicon, aspect));

/** 受理 12 件，答复 7 件，不予受理 4 件，内容不明确 1 件: those answered are one of the outcomes that make up all of them. */
export function leaveAmongOutcomes(setting: Setting): void {
  const { lexicon, readings } = setting;
  const isHandled = (each: NumberReading) => each.aspects.join() === 'handled';
  readings.forEach((answered, at) => {
    if (!isHandled(answered) || !isAlone(answered) || !isCount(setting, answered)) return;
    const { sentence, clause } = answered.mention;
    const inReach = (each: NumberReading) =>
      each.mention.sentence === sentence && each.mention.clause.depth === clause.depth;
    const behind = readings.slice(at + 1, at + nearby).filter(inReach);
    const outcomes: NumberReading[] = [];
    for (const each of behind) {
      if (!isOutcome(setting, each) || (outcomes.length === 0 && isMarkedPart(each))) break;
      outcomes.push(each);
    }
    if (outcomes.length === 0) return;
    const made = outcomes.reduce((total, each) => total + value(each), value(answered));
    const before = readings.slice(Math.max(0, at - nearby), at).filter(inReach);
    const carried = before.findLast(({ aspects }) => aspects.join() === lexicon.data.carry.prior);
    const isWhole = (each: NumberReading) =>
      isPlain(each) &&
      isAlone(each) &&
      each.topics.join() === answered.topics.join() &&
      (each.aspects.length === 0 || isStage(lexicon, each.aspects)) &&
      [value(each), value(each) + (carried === undefined ? 0 : value(carried))].includes(made);
    if (before.some(isWhole)) leaveAside(answered, 'part');
  });
}

/**
 * 公开答复 191 件: answered, or granted. Beside other outcomes it is one of them; alone it is what was handled where that adds up, and else the
 * prose does not say.
 */
export function settleOpenAnswers(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  const { next, prior } = lexicon.data.carry;
  const isAnswer = ({ aspects, mention: { leading } }: NumberReading) =>
    aspects.join() === 'opened' &&
    leading.some((token, index) => {
      const verb = leading[index + 1];
      return (
        token.kind === 'word' &&
        token.senses.aspect === 'opened' &&
        verb?.kind === 'word' &&
        verb.senses.aspect === 'handled' &&
        !hasRole(verb, 'link')
      );
    });
  for (const [at, answer] of readings.entries()) {
    if (!isAnswer(answer) || !isCount(setting, answer)) continue;
    const beside = readings
      .slice(Math.max(0, at - nearby), at + nearby)
      .filter((each) => each !== answer && each.topics.join() === answer.topics.join());
    if (beside.some((each) => isOutcome(setting, each))) continue;
    const said = (aspect: string) =>
      beside.find((each) => each.aspects.join() === aspect && isCount(setting, each));
    const many = (each: NumberReading | undefined) => (each === undefined ? 0 : value(each));
    const received = said('received');
    const due = many(received) + many(said(prior)) - many(said(next));
    const cells = cellsTogether(lexicon, answer.topics, 'handled', answer.applicants, reportYear);
    if (received === undefined || due !== value(answer) || cells === null)
      leaveAside(answer, 'unknown-words');
    else Object.assign(answer, { aspects: ['handled'], measures: [cells] });
  }
}

/**
 * 收到申请 1 份，公开 2 项、不存在 3 项: counted by another unit, and more of them than came in, outcomes are of what was asked for and not of
 * applications.
 */
export function leaveOfItems(setting: Setting): void {
  const { readings } = setting;
  const { lexicon } = setting;
  const unitOf = ({ mention }: NumberReading) => mention.number.unit?.name;
  for (const [at, received] of readings.entries()) {
    if (received.aspects.join() !== 'received' || !isAlone(received) || !isCount(setting, received)) continue;
    const outcomes = readings
      .slice(at + 1, at + nearby)
      .filter(
        (each) =>
          each.mention.sentence === received.mention.sentence &&
          isPlain(each) &&
          each.aspects.length > 0 &&
          each.aspects.every((aspect) => lexicon.outcomes.has(aspect)) &&
          unitOf(each) !== unitOf(received),
      );
    if (!outcomes.some((each) => value(each) > value(received))) continue;
    for (const each of outcomes) leaveAside(each, 'content');
  }
}

/** The row that a cell or its group stands in: `t3.denied` of `t3.denied.thirdParty.total`. */
const groupOf = (cell: string): string => cell.split('.').slice(0, 2).join('.');

/** 1 件因内容不明确，经补正后予以公开: why something was done with them is not what became of them, where the next clause says that. */
export function leaveReasons(setting: Setting): void {
  const { lexicon, readings, reportYear } = setting;
  for (const reading of readings) {
    const { clause, sentence, trailing } = reading.mention;
    if (!sentence.roles.has('because') || !isOutcome(setting, reading) || !isCount(setting, reading))
      continue;
    const why = trailing.findIndex((token) => hasRole(token, 'because'));
    const said = trailing.findLastIndex((token) => token.kind === 'word' && token.senses.aspect !== null);
    if (why === -1 || said < why || reading.mention.before.aspects.length > 0) continue;
    const next = sentence.clauses[placeOfClause(sentence, clause) + 1];
    const goesOn = next?.before === ',' && next.depth === clause.depth;
    if (!goesOn || next.tokens.some(({ kind }) => kind === 'number')) continue;
    const own = reading.measures.flat().map(groupOf);
    // 1 件因内容不明确无法提供，均已按期答复: that they were answered is no other outcome.
    const differs = readPhrase(next.tokens).aspects.some(({ id }) => {
      if (isStage(lexicon, [id])) return false;
      const cells = cellsTogether(lexicon, reading.topics, id, [], reportYear) ?? [];
      return !cells.every((cell) => own.includes(groupOf(cell)));
    });
    if (differs) leaveAside(reading, 'content');
  }
}
