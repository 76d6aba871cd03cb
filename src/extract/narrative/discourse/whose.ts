import { hasRole, type Sentence } from '../sentence/clauses.js';
import { placeOf } from '../sentence/place-of.js';
import { type Known, memory, recent, type Setting } from './setting.js';

/** Whether the text says that disputes are over information disclosure; `unsaid`: it says nothing of what they are over. */
type About = 'disclosure' | 'other' | 'unsaid';

/** Reviews and lawsuits count only where the text speaks of information disclosure: a justice bureau handles others too. */
export function aboutDisclosure(
  setting: Setting,
  sentence: Sentence,
  position: number,
  topics: readonly string[],
  aspects: readonly string[],
): About {
  const each = topics.map((id) => aboutOf(setting, sentence, position, id, aspects));
  return each.find((about) => about === 'other') ?? each.find((about) => about === 'unsaid') ?? 'disclosure';
}

function aboutOf(
  setting: Setting,
  sentence: Sentence,
  position: number,
  id: string,
  aspects: readonly string[],
): About {
  const strict = setting.lexicon.data.topics[id]?.onlyDisclosure;
  if (strict === undefined) return 'disclosure';
  // 受理工伤认定申请 611 件，被复议 12 件: over what the sentence has counted, not over answers that an earlier one spoke of.
  const isOther = (each: Known) =>
    each.position >= sentence.start &&
    each.position < position &&
    (each.counted === true || each.topics.length === 0) &&
    each.topics.every((topic) => !setting.lexicon.tabled.has(topic));
  if (sentence.disclosure > position && setting.counted.slice(-memory).some(isOther)) return 'other';
  // 行政执法工作均未被申请行政复议: other work, unless the sentence names disclosure after it.
  if (
    sentence.foreign < position &&
    (sentence.disclosure > position || sentence.disclosure < sentence.foreign)
  )
    return 'other';
  if (sentence.disclosure < position) return 'disclosure';
  if (aspects.some((each) => strict.includes(each))) return 'other';
  return setting.disclosure(position) ? 'disclosure' : 'unsaid';
}

/** How many sentences a list may go on over. */
export const furthest = 8;

/** The sentence that one goes on with: …共 259 件。其中区本级 61 件。 Its own, unless it begins with 其中. */
export function goneOnWith({ sentences }: Setting, sentence: Sentence): Sentence {
  const at = placeOf(sentences, sentence.start, (each) => each.start);
  let from = at;
  while (from > 0 && from > at - furthest && hasRole(sentences[from]?.tokens[0], 'breakdown')) from -= 1;
  return sentences[from] ?? sentence;
}

/** Whether the text speaks of the agency itself or of the whole region, at a position. A sentence that says neither goes on with the region. */
export function scopeAt(setting: Setting, sentence: Sentence, position: number): 'own' | 'region' | null {
  const found = setting.scopes[placeOf(setting.scopes, position, (each) => each.start) - 1];
  if (found !== undefined && found.start >= sentence.start) return found.scope;
  const before = recent(setting.readings, (each) => each.measures.length > 0);
  return before?.scope === 'region' ? 'region' : null;
}
