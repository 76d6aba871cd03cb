import { placeOf } from '../sentence/place-of.js';
import type { Token } from '../sentence/numbers/token.js';
import { accepts } from './measures.js';
import { isStage, type Known, memory, recent, type Setting } from './setting.js';

/** How far ahead, in characters, the noun of a number may follow (加上上年结转的3件，共办理政府信息公开申请29件). */
const reach = 60;

const positionOf = ({ position }: Known): number => position;

/** Topics named or counted before `position`, the nearest first. */
export function* namedBefore({ named, counted }: Setting, position: number): Generator<Known> {
  let name = placeOf(named, position, positionOf) - 1;
  let count = placeOf(counted, position, positionOf) - 1;
  const first = { name: name - memory, count: count - memory };
  for (;;) {
    const one = name > first.name ? named[name] : undefined;
    const other = count > first.count ? counted[count] : undefined;
    if (one === undefined && other === undefined) return;
    const isCounted = one === undefined || (other !== undefined && other.position >= one.position);
    const known = isCounted ? other : one;
    if (isCounted) count -= 1;
    else name -= 1;
    if (known !== undefined && known.until > position) yield known;
  }
}

/** The nearest topic before `position` that goes with all `aspects`. */
export function inherited(setting: Setting, position: number, aspects: readonly string[]): string[] | null {
  return takenUp(setting, position, aspects)?.topics ?? null;
}

/** As `inherited`, with the place where the topic was named; `Infinity`: the aspects alone name it. */
export function takenUp(setting: Setting, position: number, aspects: readonly string[]): Known | null {
  const { lexicon, named } = setting;
  const goes = (topics: readonly string[]) =>
    topics.every((topic) => aspects.every((aspect) => accepts(lexicon, topic, aspect)));
  const stage = isStage(lexicon, aspects);
  const blocking = stage || aspects.length === 0;
  const isOutcome = aspects.some((aspect) => lexicon.outcomes.has(aspect));
  const { sentences } = setting;
  const sentence = sentences[placeOf(sentences, position + 1, (each) => each.start) - 1];
  const inSentence = (each: Known) => sentence !== undefined && each.position >= sentence.start;
  const isOther = (topic: string) =>
    !lexicon.tabled.has(topic) && lexicon.data.topics[topic]?.overlapping !== true;
  // 收到申请 7 件，其中 5 件实为信访，余下 2 件予以公开
  const isPartOf = ({ position: at, until }: Known) =>
    until < Infinity || setting.breakdowns.some((place) => place < at && place >= (sentence?.start ?? 0));
  const isAct = (topic: string) => lexicon.data.acts.includes(topic) && !isOther(topic);
  // 行政执法案件本年办结 12 件，政府信息公开申请 0 件: the verb is said of what was named before it.
  const isNamed = (token: Token) =>
    token.kind === 'word' &&
    token.start < position &&
    token.senses.topic !== null &&
    goes([token.senses.topic]);
  const isOf = (token: Token, topics: readonly string[]) =>
    token.kind === 'word' && topics.includes(token.senses.topic ?? '');
  for (const each of namedBefore(setting, position)) {
    // 其中，主动公开告知获取方式 12 件，予以公开 31 件: a part takes its noun from the whole, not from another part.
    if (isOutcome && isPartOf(each) && each.topics.some((topic) => lexicon.data.topics[topic]?.overlapping))
      continue;
    if (each.topics.length === 0 ? !blocking : !goes(each.topics)) {
      // 受理仲裁申请 12 件，不予受理 1 件: what is said of other matters is not said of applications named before them.
      if (
        each.counted &&
        aspects.length > 0 &&
        inSentence(each) &&
        !isPartOf(each) &&
        each.topics.every(isOther)
      )
        return null;
      continue;
    }
    // 公开行政处罚 330 项。已办结 70 件: nothing says that acts of another sentence were finished.
    if ((stage || each.counted) && !inSentence(each) && each.topics.some(isAct)) continue;
    const turned =
      stage &&
      !inSentence(each) &&
      each.position >= 0 &&
      sentence?.tokens.some((token) => isNamed(token) && !isOf(token, each.topics)) === true;
    return each.topics.length === 0 || turned ? null : each;
  }
  const place = placeOf(named, position, (each) => each.position);
  if (stage && sentence?.tokens.some(isNamed) === true) return null;
  // 诉讼方面，上年结转 2 件: of the disputes named before, though nothing counts those.
  const isDispute = (token: Token) =>
    token.kind === 'word' && token.start < position && lexicon.data.paired.includes(token.senses.topic ?? '');
  const isFee = Object.entries(lexicon.data.topics).some(
    ([id, { implied }]) =>
      !lexicon.data.disclosure.includes(id) && aspects.every((each) => implied?.includes(each)),
  );
  if (aspects.length > 0 && !isFee && sentence?.tokens.some(isDispute) === true) return null;
  const furthest = Math.min(position + reach, sentence?.end ?? 0);
  const ahead = named
    .slice(place, place + memory)
    .find((each) => each.position < furthest && goes(each.topics));
  if (ahead !== undefined) return ahead;
  // 收到 1 件，未收费: of what, where nothing else is counted in the sentence, is what the paragraph speaks of.
  const alone = (): boolean =>
    sentence !== undefined &&
    setting.disclosure(position) &&
    sentence.foreign === Infinity &&
    !sentence.tokens.some(
      (token) => token.kind === 'word' && token.senses.topic !== null && isOther(token.senses.topic),
    ) &&
    recent(
      setting.readings,
      ({ mention, measures, topics }) =>
        mention.sentence === sentence && measures.length + topics.length === 0,
    ) === undefined;
  const implied = Object.entries(lexicon.data.topics).find(
    ([id, topic]) =>
      aspects.length > 0 &&
      aspects.every((aspect) => topic.implied?.includes(aspect)) &&
      (lexicon.data.disclosure.includes(id) || alone() || (sentence?.disclosure ?? Infinity) < Infinity),
  );
  return implied === undefined ? null : { topics: [implied[0]], position: Infinity, until: Infinity };
}
