import type { Sentence } from './clauses.js';
import type { Mention } from './mentions.js';
import { governs, type Governor, type Phrase, type TopicGovernor } from './phrase.js';
import { isStage, namedBefore, type Said, type Setting } from './setting.js';

/**
 * Aspects of a phrase that hold together, in reading order: coordinated ones, stages one after the other (受理并办结), a group and its item.
 * An outcome beside a stage is what is said (作出不予公开答复); other verbs side by side leave it open (撤回已发布信息): `null`.
 */
function together(setting: Setting, governors: readonly Governor[]): string[] | null {
  const { lexicon } = setting;
  let kept: string[] = [];
  for (const governor of governors) {
    const { id, linked } = governor;
    const stage = isStage(lexicon, [id]);
    const nested = kept.some((each) => lexicon.nested.has(`${each} ${id}`));
    if (kept.length === 0 || linked || nested || kept.includes(id) || isStage(lexicon, [...kept, id]))
      kept.push(id);
    else if (isStage(lexicon, kept) && lexicon.outcomes.has(id)) kept = [id];
    else if (!stage && !Object.values(lexicon.data.carry).includes(id)) return null;
  }
  return [...new Set(kept.reverse())];
}

/** Applicants of every kind together are all applicants. */
function columnsOf(applicants: readonly Governor[], sentence: Sentence): string[] {
  const strict = applicants.filter((each) => !each.loose || sentence.applicants.size > 1);
  const ids = [...new Set(strict.map((each) => each.id))];
  return ids.includes('naturalPerson') && ids.length > 1 ? [] : ids;
}

/** What the words beside a number say it counts. */
export interface Words {
  nouns: TopicGovernor[];
  said: Said;
  /** The noun stands after the number. */
  fromAfter: boolean;
}

/** Words that say what the number counts: those before it, else those after it; `null` when verbs contend. */
export function wordsOf(setting: Setting, mention: Mention): Words | null {
  const { before, after } = mention;
  const limit = setting.lexicon.data.topics;
  const inPlace = (each: TopicGovernor): boolean => {
    const within = limit[each.id]?.within;
    return (
      within === undefined ||
      namedBefore(setting, mention.number.start).some((known) =>
        known.topics.some((id) => within.includes(id)),
      )
    );
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
  let aspects = together(setting, before.aspects);
  if (aspects === null) return null;
  if (!governs(before) && !after.unknown && !before.unknown) {
    source = after;
    own = nouns(after);
    aspects = together(setting, after.aspects) ?? [];
  } else if (before.topics.length === 0 && !after.gap && after.topics.length > 0) {
    own = nouns(after);
  } else if (aspects.length === 0 && before.topics.length > 0 && !after.unknown && !whole) {
    aspects = together(setting, after.aspects) ?? [];
  }
  const [nearest, next] = source.channels;
  const channel = nearest === undefined || next?.linked ? null : nearest.id;
  const topics = [...new Set(own.map((each) => each.id))];
  return {
    nouns: own,
    said: { topics, aspects, applicants: columnsOf(source.applicants, mention.sentence), channel },
    fromAfter: own.length > 0 && before.topics.length === 0,
  };
}
