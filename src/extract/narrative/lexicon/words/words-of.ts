import { hasRole, type Sentence } from '../../sentence/clauses.js';
import type { Mention } from '../../sentence/mentions.js';
import { governs, type Governor, type Phrase, type TopicGovernor } from './phrase.js';
import { measureOf } from '../../discourse/measures.js';
import type { Senses } from '../senses.js';
import type { Token } from '../../sentence/numbers/token.js';
import { isStage, type Known, type Said, type Setting } from '../../discourse/setting.js';
import { namedBefore } from '../../discourse/topics.js';

/**
 * Aspects of a phrase that hold together, in reading order: coordinated ones, stages one after the other (受理并办结), a group and its item.
 * An outcome beside a stage is what is said (作出不予公开答复); other verbs side by side leave it open (撤回已发布信息): `null`.
 */
function together(setting: Setting, governors: readonly Governor[]): string[] | null {
  const { lexicon } = setting;
  const { prior, next } = lexicon.data.carry;
  // 上年结转办理2件, 结转上年度未办结6件: what was carried in is what is counted, whatever was done with it.
  const carried = governors.findIndex((each) => each.id === prior);
  const joined = carried === 0 || governors[carried - 1]?.start === governors[carried]?.end;
  if (carried !== -1 && joined && !governors.some((each) => each.linked)) return [prior];
  // 作出予以公开决定 9 件: what was decided is what is said.
  const isOutcome = ({ id }: Governor) => lexicon.results.has(id);
  const light = governors.some(isOutcome) ? lexicon.data.light : [];
  let kept: string[] = [];
  for (const governor of governors.filter(({ id }) => !light.includes(id))) {
    const { id, linked } = governor;
    const stage = isStage(lexicon, [id]);
    const nested = kept.some((each) => lexicon.nested.has(`${each} ${id}`));
    if (kept.length === 0 || linked || nested || kept.includes(id) || isStage(lexicon, [...kept, id]))
      kept.push(id);
    else if (isStage(lexicon, kept) && lexicon.outcomes.has(id)) kept = [id];
    // 8 件未到期结转下年; 1 件延期结转下年
    else if (id === 'manner' && kept.includes(next)) continue;
    else if (!stage && id !== next && id !== prior && !(id === 'unfinished' && kept.includes(next)))
      return null;
  }
  // 当年受理、转下年办理 1 件: what was carried on had come in.
  if (kept.includes(next)) kept = kept.filter((each) => each === next || !isStage(lexicon, [each]));
  return [...new Set(kept.reverse())];
}

/** Applicants of every kind together are all applicants. */
function columnsOf({ lexicon }: Setting, applicants: readonly Governor[], sentence: Sentence): string[] {
  const strict = applicants.filter((each) => !each.loose || sentence.applicants.size > 1);
  const ids = [...new Set(strict.map((each) => each.id))];
  const whole = ids.some((id) => lexicon.data.applicants[id]?.whole === true);
  return whole && ids.length > 1 ? [] : ids;
}

/** 制定规范性文件5件，现行有效文件22件: a general noun takes up again what the sentence has named. */
function specific(
  setting: Setting,
  { sentence, number }: Mention,
  id: string,
  aspects: readonly string[],
): string {
  const { lexicon, named } = setting;
  const taken = lexicon.data.topics[id]?.echoes;
  const isNamed = (each: Known) =>
    each.position >= sentence.start && each.position < number.start && each.topics.includes(taken ?? '');
  return taken !== undefined &&
    aspects.length > 0 &&
    aspects.every((each) => measureOf(lexicon, taken, each, [], null, setting.reportYear)) &&
    named.some(isNamed)
    ? taken
    : id;
}

/** What the words beside a number say it counts. */
export interface Words {
  nouns: TopicGovernor[];
  said: Said;
  /** The noun stands after the number. */
  fromAfter: boolean;
  /** They name a channel with a word that alone may mean all of them (书面申请). */
  loose: boolean;
}

/** 申请引发 3 件行政复议: the noun before the verb is what led to the things that the number counts. */
const isOutcomeOf = ({ leading, before, after }: Mention): boolean =>
  before.topics.length > 0 &&
  after.topics.length > 0 &&
  !after.gap &&
  hasRole(
    leading.findLast((token) => !hasRole(token, 'filler') || hasRole(token, 'occurs')),
    'occurs',
  );

/** 来信、电话 beside 书面: then it is one way among others. */
const hasOtherWay = ({ lexicon: { data } }: Setting, { tokens }: Sentence, own: string): boolean =>
  tokens.some(
    ({ kind, ...token }) =>
      kind === 'word' &&
      'senses' in token &&
      ((token.senses.channel !== null && token.senses.channel !== own) ||
        data.ways.includes(token.senses.topic ?? '')),
  );

function isNamedBefore(setting: Setting, position: number, topics: readonly string[]): boolean {
  for (const known of namedBefore(setting, position))
    if (known.topics.some((id) => topics.includes(id))) return true;
  return false;
}

/** 制定并公开规范性文件 4 件: that they were published, too, says nothing more of how many documents were made. */
function withoutListed(
  { lexicon: { data } }: Setting,
  topics: readonly string[],
  aspects: string[],
): string[] {
  const isListed = (id: string) => id === data.listed || data.kinds[id] === data.listed;
  const areDocuments = topics.length > 0 && topics.every((id) => data.topics[id]?.bare === null);
  return areDocuments && !aspects.every(isListed) ? aspects.filter((id) => !isListed(id)) : aspects;
}

/** 上年结转申请办理数量 1 件: what the phrase begins with is what is counted, whatever was done with it this year. */
function isCarriedFirst(
  { lexicon }: Setting,
  leading: readonly Token[],
  aspects: readonly string[],
): boolean {
  if (!isStage(lexicon, aspects)) return false;
  const first = leading.find(
    (token) => token.kind !== 'mark' && !(token.kind === 'word' && isPassing(token.senses)),
  );
  return first?.kind === 'word' && first.senses.aspect === lexicon.data.carry.prior;
}

/** Words that only lead in. */
const isPassing = ({ topic, aspect, applicant, channel, opaque, roles }: Senses): boolean =>
  topic === null && aspect === null && applicant === null && channel === null && !opaque && !roles.has('of');

/** Words that say what the number counts: those before it, else those after it; `null` when verbs contend. */
export function wordsOf(setting: Setting, mention: Mention): Words | null {
  const { before, after } = mention;
  const limit = setting.lexicon.data.topics;
  const inPlace = (each: TopicGovernor): boolean => {
    const within = limit[each.id]?.within;
    return within === undefined || isNamedBefore(setting, mention.number.start, within);
  };
  const nouns = (phrase: Phrase) =>
    phrase.topics
      .filter(
        (each) =>
          (each.strength !== 'withAspect' || phrase.aspects.length + before.aspects.length > 0) &&
          inPlace(each),
      )
      .reverse();
  const whole = after.roles.has('all') || after.roles.has('done');
  let own = nouns(before);
  let source = before;
  let kinds: Phrase | null = null;
  let aspects = together(setting, before.aspects);
  if (aspects === null) return null;
  // 因信息不存在等原因 37 件无法提供
  const isReason = before.topics.length === 0 && before.roles.has('because') && after.aspects.length > 0;
  if (isOutcomeOf(mention) || (isReason && !after.unknown)) {
    source = after;
    own = nouns(after);
    aspects = together(setting, after.aspects) ?? [];
  } else if (!governs(before) && !after.unknown && !before.unknown) {
    source = after;
    own = nouns(after);
    aspects = together(setting, after.aspects) ?? [];
  } else if (before.topics.length === 0 && !after.gap && after.topics.length > 0) {
    own = nouns(after);
    // 收到 12 件自然人申请、3 件法人申请: what the noun behind the number is of, unless 均 says it of all.
    if (!whole && own.length === 1) kinds = after;
  } else if (aspects.length === 0 && before.topics.length > 0 && !after.unknown && !whole) {
    aspects = together(setting, after.aspects) ?? [];
  }
  const ofWay = kinds !== null && source.channels.length === 0 ? kinds : source;
  const [nearest, next] = ofWay.channels;
  const named = nearest === undefined || next?.linked || ofWay.roles.has('ways') ? null : nearest;
  const alone = named?.loose === true && own.length > 0 && !hasOtherWay(setting, mention.sentence, named.id);
  const channel = alone ? null : (named?.id ?? null);
  // 对以前制定的 31 件规范性文件进行清理: what was done with documents that were made is what the number counts.
  const done = after.aspects.map(({ id }) => id).filter((id) => id !== 'made');
  const isMade = aspects?.join() === 'made' && hasRole(mention.leading.at(-1), 'of');
  const { listed } = setting.lexicon.data;
  if (
    isMade &&
    done.length > 0 &&
    !done.some((id) => id === listed || setting.lexicon.data.kinds[id] === listed)
  )
    aspects = done;
  if (isCarriedFirst(setting, mention.leading, aspects ?? [])) {
    aspects = [setting.lexicon.data.carry.prior];
    own = own.filter((each) => each.strength !== 'weak');
  }
  const topics = [...new Set(own.map((each) => specific(setting, mention, each.id, aspects ?? [])))];
  aspects = withoutListed(setting, topics, aspects ?? []);
  const asked = kinds !== null && source.applicants.length === 0 ? kinds.applicants : source.applicants;
  return {
    nouns: own,
    said: { topics, aspects, applicants: columnsOf(setting, asked, mention.sentence), channel },
    loose: alone,
    fromAfter: own.length > 0 && (source === after || before.topics.length === 0),
  };
}
