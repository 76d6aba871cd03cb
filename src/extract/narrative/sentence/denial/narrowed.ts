import type { Setting } from '../../discourse/setting.js';
import { type Phrase, readPhrase } from '../../lexicon/words/phrase.js';
import type { Role } from '../../lexicon/roles.js';
import { hasRole, isConjunction } from '../clauses.js';
import type { Named } from '../negated.js';
import type { Token } from '../numbers/token.js';
import type { Sign } from './sign.js';

/** Words that make the negation one of something narrower than the whole count. */
const narrowing: Role[] = [
  'improper',
  'except',
  'fresh',
  'further',
  'plan',
  'compare',
  'every',
  'others',
  'blocker',
  'remainder',
];

/** 无行政复议、行政诉讼问题: at the end of a list of nouns 问题 is one more word for them. */
const isPlainTail = (tokens: readonly Token[], index: number): boolean => {
  const before = tokens[hasRole(tokens[index - 1], 'of') ? index - 2 : index - 1];
  return hasRole(tokens[index], 'noun') && before?.kind === 'word' && before.senses.topic !== null;
};

const isNarrow = (tokens: readonly Token[]): boolean =>
  tokens.some(
    (token, index) =>
      // 无收费减免情况
      (hasRole(token, 'waived') && !(index > 0 && tokens.slice(index - 1, index).some(isConjunction))) ||
      (narrowing.some((role) => hasRole(token, role)) && !isPlainTail(tokens, index)) ||
      (token.kind === 'word' && token.senses.aspect === 'other'),
  );

/** 未收到超出答复期限的申请: unknown words before 的 say of which ones there was none. */
const isOfAKind = (tokens: readonly Token[]): boolean => {
  const of = tokens.findLastIndex((token) => hasRole(token, 'of'));
  return tokens.slice(0, Math.max(0, of)).some((token) => token.kind === 'rest');
};

/** 以书面、网络等形式 names ways by which applications come in; one alone narrows what there was none of. */
function isOfOneWay({ roles }: Phrase, stretch: readonly Token[]): boolean {
  const named = stretch.filter((token) => token.kind === 'word' && token.senses.channel !== null);
  const ways = new Set(named.map((token) => (token.kind === 'word' ? token.senses.channel : null)));
  // 书面 alone may mean all of them.
  const strict = named.some((token) => token.kind === 'word' && !token.senses.loose);
  return ways.size === 1 && strict && !roles.has('ways');
}

/** Whether the negation is one of the whole: not of a kind of it, not of something said of its nouns. */
export function deniesAll(
  setting: Setting,
  sign: Sign,
  stretch: readonly Token[],
  named: readonly Named[],
): boolean {
  const { failures } = setting.lexicon.data;
  const number = sign.reach.find((token) => token.kind === 'number');
  const noun = sign.reach.find((token) => token.kind === 'word' && token.senses.topic !== null);
  // 未发生1起行政复议 denies; a number behind the noun counts it.
  if (number?.kind === 'number' && (number.value !== 1 || (noun !== undefined && noun.start < number.start)))
    return false;
  const [first, second] = sign.reach;
  const describes = first?.kind === 'word' && first.senses.aspect !== null && hasRole(second, 'of');
  if (hasRole(sign.token, 'undone') && describes) return false;
  const failed = named.some((each) => each.aspects.some((aspect) => failures.includes(aspect)));
  if (isNarrow(sign.lead) || (isNarrow(stretch) && !failed) || isOfAKind(sign.reach)) return false;
  // 未因本年度申请引发行政复议 leaves room for those that earlier applications led to.
  const dated = (token: Token) => token.kind === 'year' || hasRole(token, 'thisYear');
  const caused = (token: Token, index: number) =>
    hasRole(token, 'cause') && stretch.slice(index + 1, index + 3).some(dated);
  if (stretch.some(caused)) return false;
  const phrase = readPhrase(stretch);
  // 未收到纸质申请: of one way by which applications come, not of all.
  if (isOfOneWay(phrase, stretch)) return false;
  return named.length > 0 || (!phrase.unknown && phrase.channels.length === 0);
}
