import { hasRole, isConjunction } from '../../sentence/clauses.js';
import type { Role } from '../roles.js';
import type { Senses } from '../senses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { wayBefore } from './way.js';

/** A word of a phrase that says what is counted. */
export interface Governor {
  id: string;
  start: number;
  end: number;
  /** Joined by 和, 及, 、 … to the one nearer to the number. */
  linked: boolean;
  /** The word means it only beside another kind of applicant or another channel. */
  loose?: boolean | undefined;
}

export interface TopicGovernor extends Governor {
  strength: Senses['strength'];
}

/** What the words beside a number say, nearest first. */
export interface Phrase {
  /** Coordinated nouns that are counted (行政复议、行政诉讼). */
  topics: TopicGovernor[];
  /** Coordinated things said of them (予以公开及部分公开). */
  aspects: Governor[];
  applicants: Governor[];
  channels: Governor[];
  roles: Set<Role>;
  /** An unknown word stands between the number and the words that govern it, or is joined to them: the number may count something else. */
  gap: boolean;
  /** Some word of the phrase is unknown. */
  unknown: boolean;
  /** Some word of the phrase is unknown, and does not end like the name of a place or an agency. */
  strange: boolean;
  /** It says by which way (通过来信收到…), and the way is no channel that is known. */
  otherWay: boolean;
  /** Topics of all nouns of the phrase, those before 的 too. */
  nouns: string[];
}

export const governs = (phrase: Phrase): boolean =>
  phrase.topics.length + phrase.aspects.length + phrase.applicants.length + phrase.channels.length > 0;

const isOpaque = (token: Token | undefined): boolean => token?.kind === 'word' && token.senses.opaque;

const isUnknown = (token: Token): boolean => token.kind === 'rest' || isOpaque(token);

const topicOf = (token: Token | undefined): string | null =>
  token?.kind === 'word' ? token.senses.topic : null;

/** How the name of a place or an agency ends. */
const nameEnd = /[省市区县旗州盟镇乡村街局厅委办处院所站队会部校道心府]$/;

/** Whether nothing but examples stands between 属于 and an unknown word. */
function isOpened(tokens: readonly Token[], at: number): boolean {
  for (let index = at - 1; index >= Math.max(0, at - longestExamples); index -= 1) {
    const token = tokens[index];
    if (hasRole(token, 'copula')) return true;
    const ends = token?.kind === 'word' ? token.senses.aspect !== null : token?.kind !== 'rest';
    if (token === undefined || (ends && !isConjunction(token))) return false;
  }
  return false;
}

/** How many words a list of examples may have. */
const longestExamples = 12;

/**
 * Reads the words before a number, from the number backwards; also those after it up to the end of its clause, for Chinese puts the head
 * of a noun phrase last. Words before 的 describe the noun after it: their nouns are not counted, and their verb counts only where it is
 * the verb of the clause (收到 … 提交的申请) or stands right before 的 (办结的申请).
 */
export function readPhrase(tokens: readonly Token[]): Phrase {
  const phrase: Phrase = {
    topics: [],
    aspects: [],
    applicants: [],
    channels: [],
    roles: new Set(),
    gap: false,
    unknown: false,
    strange: false,
    otherWay: false,
    nouns: [],
  };
  let joint: 'adjacent' | 'linked' | 'apart' = 'adjacent';
  let last: 'topic' | 'aspect' | 'applicant' | 'channel' | 'of' | 'modifier' | null = null;
  let modifier = false;
  let examples = false;
  /** Those who ask were called something that is no kind of applicant. */
  let people = false;
  /** What stands before 后 was done with: it counts nothing. */
  let done = false;
  let described: Governor | null = null;
  let opening: Governor | null = null;
  for (let index = tokens.length - 1; index >= 0; index -= 1) {
    const token = tokens[index];
    if (token === undefined) break;
    if (
      hasRole(token, 'through') &&
      phrase.channels.length === 0 &&
      (last === 'modifier' || joint === 'apart')
    )
      phrase.otherWay = true;
    if (isConjunction(token)) {
      if (joint === 'adjacent') joint = 'linked';
    } else if (token.kind === 'rest' && last === 'channel' && joint === 'adjacent') {
      // “云浦发布”微信公众号: the name of the channel.
      joint = 'apart';
    } else if (isUnknown(token) && examples && isOpened(tokens, index)) {
      // 属于过程稿、磋商信函等过程性信息: what they are examples of is said.
      continue;
    } else if (isUnknown(token)) {
      const name = token.kind === 'rest' && nameEnd.test(token.text);
      phrase.unknown = true;
      if (!name) phrase.strange = true;
      const joined =
        last === 'topic' && (joint === 'linked' || !name || phrase.topics.at(-1)?.strength !== 'strong');
      if (!governs(phrase) || (joint !== 'apart' && !modifier && joined)) phrase.gap = true;
      joint = 'apart';
      opening = null;
    } else if (modifier && (token.kind === 'year' || token.kind === 'months')) {
      joint = 'apart';
    } else if (token.kind === 'word') {
      const { senses, start, end } = token;
      // What a noun before 的 is about it keeps to itself.
      for (const role of senses.roles) if (!modifier || role !== 'blocker') phrase.roles.add(role);
      const linked = joint === 'linked';
      const left = topicOf(tokens[index - 1]);
      // 行政诉讼 + 案件, 行政裁决 + 申请: the word before says of what.
      if (
        senses.topic !== null &&
        left !== null &&
        (senses.roles.has('noun') || (senses.strength === 'weak' && left !== senses.topic))
      )
        continue;
      // 属于重复申请、信访投诉等情形不予处理: examples of what governs already.
      if (senses.roles.has('open') && phrase.aspects.length > 0 && phrase.topics.length === 0) {
        examples = true;
        continue;
      }
      if ((examples || done) && (senses.topic !== null || senses.aspect !== null)) continue;
      if (senses.topic !== null) {
        // 公开申请目录: a thing that only has to do with it.
        if (senses.strength === 'strong' && !isOpaque(tokens[index + 1])) phrase.nouns.push(senses.topic);
        const governor = { id: senses.topic, start, end, linked, strength: senses.strength };
        const counted: boolean = phrase.topics.length === 0 || (!modifier && linked && last === 'topic');
        if (counted) phrase.topics.push(governor);
        else if (modifier && linked && last !== 'aspect') phrase.gap = true;
        last = counted ? 'topic' : 'modifier';
        joint = 'adjacent';
        opening = null;
      } else if (senses.aspect !== null) {
        const governor = { id: senses.aspect, start, end, linked };
        if (modifier) {
          if (last === 'of') described = governor;
          if (last !== 'aspect' || joint !== 'adjacent') opening = governor;
        } else if (phrase.aspects.length === 0 || (last === 'aspect' && joint !== 'apart'))
          phrase.aspects.push(governor);
        last = 'aspect';
        joint = 'adjacent';
      } else if (senses.applicant !== null) {
        const governor = { id: senses.applicant, start, end, linked, loose: senses.loose };
        if (!(people && linked) && (phrase.applicants.length === 0 || (last === 'applicant' && linked)))
          phrase.applicants.push(governor);
        last = 'applicant';
        joint = 'adjacent';
      } else if (senses.channel !== null) {
        phrase.channels.push({ id: senses.channel, start, end, linked, loose: senses.loose });
        last = 'channel';
        joint = 'adjacent';
      } else if (senses.roles.has('people')) {
        // 渔民及企业申请: of those of one kind and of others.
        if (last === 'applicant' && joint === 'linked') phrase.applicants = [];
        people = true;
      } else if (senses.roles.has('afterwards')) {
        // 经征求第三方意见后部分公开: what was done on the way says nothing of what came of it.
        const verb = phrase.aspects.length > 0 && phrase.topics.length === 0;
        const way = verb ? wayBefore(tokens, index) : -1;
        if (way !== -1) {
          joint = 'apart';
          index = way;
          continue;
        }
        // 清理后废止 2 件: what was done before is not counted.
        if (last === 'aspect') joint = 'apart';
        // 办结后提起行政复议的 1 件
        else if (last === 'topic') done = true;
      } else if (senses.roles.has('of')) {
        if (governs(phrase)) {
          modifier = true;
          last = 'of';
          joint = 'adjacent';
        }
      } else if (senses.roles.has('cause')) {
        // 因信息公开答复引发行政诉讼: what stands before says why.
        if (governs(phrase)) modifier = true;
        // 1 件因材料不齐结转下年: whatever the reason was.
        const isReason = senses.roles.has('because') && phrase.topics.length === 0 && !phrase.gap;
        if (isReason && phrase.aspects.length > 0) [phrase.unknown, phrase.strange] = [false, false];
        const head = phrase.topics[0];
        if (senses.roles.has('because') && head !== undefined)
          phrase.aspects = phrase.aspects.filter((each) => each.start > head.start);
        opening = null;
      }
    }
  }
  const inside = opening ?? described;
  if (phrase.aspects.length === 0 && inside !== null) phrase.aspects.push(inside);
  return phrase;
}
