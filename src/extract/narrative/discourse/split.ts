import { isInRow, type Lexicon } from '../lexicon/lexicon.js';
import type { Claim } from '../../../model/report/claim.js';
import { hasRole, type Sentence } from '../sentence/clauses.js';
import { isCount, leaveAside } from '../sentence/counts.js';
import type { Token } from '../sentence/numbers/token.js';
import { isStage, type Setting } from './setting.js';

/** How many more pieces came of splitting applications; `open`: the prose does not say. */
export type Split = number | 'open';

const isSplit = (token: Token): boolean => hasRole(token, 'splitUp') || hasRole(token, 'split');

/** 2 件系重复提交，按 1 件办理 */
export const isMerged = (token: Token, next: Token | undefined): boolean =>
  hasRole(token, 'countedAs') && next?.kind === 'number';

const isEnd = (each: Token): boolean => each.kind === 'mark' && /[。;]/.test(each.char);

/** 其中 1 件拆分为 3 件 is 2. A sentence that has such numbers is not open, whatever else it says of splitting. */
export function splitsIn(tokens: readonly Token[]): Split[] {
  const ends = [-1, ...tokens.flatMap((each, index) => (isEnd(each) ? [index] : [])), tokens.length];
  return ends.slice(1).flatMap((end, index): Split[] => {
    const sentence = tokens.slice((ends[index] ?? 0) + 1, end);
    const splits = sentence.flatMap((token, at) => (hasRole(token, 'splitUp') ? splitAt(sentence, at) : []));
    const known = splits.filter((each) => each !== 'open');
    if (splits.length === 0 && sentence.some((token, at) => isMerged(token, sentence[at + 1])))
      return ['open'];
    return known.length > 0 ? known : splits.slice(0, 1);
  });
}

function splitAt(sentence: readonly Token[], at: number): Split {
  const before = sentence.slice(0, at).findLast((each) => each.kind === 'number');
  const after = sentence.slice(at + 1).find((each) => each.kind === 'number');
  return before === undefined || after === undefined || after.value <= before.value
    ? 'open'
    : after.value - before.value;
}

/** 收到 2 份，按“一事一申请”拆分为 3 件: the law leaves open which of them the table counts. */
export function leaveSplit(setting: Setting): void {
  if (!setting.sentences.some(({ roles }) => roles.has('splitUp') || roles.has('split'))) return;
  const into = new Set(setting.sentences.flatMap(({ tokens }) => numbersBeside(tokens)));
  const split = new Set<Sentence>(setting.sentences.filter((each) => each.tokens.some(isSplit)));
  for (const reading of setting.readings) {
    const { sentence, number } = reading.mention;
    if (!split.has(sentence) || !isCount(setting, reading)) continue;
    const isStated =
      reading.aspects.length === 0 ||
      (isStage(setting.lexicon, reading.aspects) && !reading.aspects.includes('handled'));
    if (isStated || into.has(number)) leaveAside(reading, 'split');
  }
}

/** The number that something is split into. */
function numbersBeside(tokens: readonly Token[]): Token[] {
  return tokens.flatMap((token, index) =>
    hasRole(token, 'splitUp') ? (tokens.slice(index + 1).find(({ kind }) => kind === 'number') ?? []) : [],
  );
}

/** Claims of applications may count them before or after they were split, wherever the report says that some were. */
export function withSplits<Item extends Pick<Claim, 'measure'>>(
  claims: readonly Item[],
  splits: readonly Split[],
  lexicon: Lexicon,
): (Item & Pick<Claim, 'split'>)[] {
  if (splits.length === 0) return [...claims];
  const split = splits.reduce<Split>(
    (all, each) => (all === 'open' || each === 'open' ? 'open' : all + each),
    0,
  );
  const { stages } = lexicon.data;
  const isCounted = (measure: string) => stages.some((stage) => isInRow(lexicon, stage, measure));
  return claims.map((claim) => (isCounted(claim.measure ?? '') ? { ...claim, split } : claim));
}
