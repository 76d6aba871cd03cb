import type { Lexicon } from '../lexicon/lexicon.js';
import type { Frame } from './frame.js';
import { hasRole, type Sentence } from '../sentence/clauses.js';
import type { Token } from '../sentence/numbers/token.js';
import type { Known } from './setting.js';

/** Topics that a heading announces for the paragraphs under it. */
export function announced(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const topics = tokens.flatMap((token) =>
    token.kind === 'word' && token.senses.topic !== null && token.senses.strength === 'strong'
      ? [token.senses.topic]
      : [],
  );
  return [...new Set(topics)].filter((id) => lexicon.measured.has(id));
}

/** 已答复的 93 件中，予以公开 31 件: a paragraph of outcomes without a noun goes on with the one before it. */
export function takesOver(tokens: readonly Token[], { lexicon, heading, before }: Frame): boolean {
  const says = (token: Token) => token.kind === 'word' && lexicon.outcomes.has(token.senses.aspect ?? '');
  const turns = (token: Token) =>
    token.kind === 'word' && (token.senses.topic !== null || token.senses.roles.has('foreign'));
  return heading.length === 0 && before.length > 0 && tokens.some(says) && !tokens.some(turns);
}

/**
 * 本年新收 13 件…予以公开 6 件，无法提供 5 件: outcomes that only one thing has say what a paragraph counts that names nothing; it is inferred.
 */
export function impliedBy(tokens: readonly Token[], lexicon: Lexicon): string[] {
  const said = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const { topic, strength, aspect, roles } = token.senses;
    const isOther = topic !== null && !(strength === 'weak' || lexicon.data.paired.includes(topic));
    if (isOther || roles.has('foreign') || roles.has('others')) return [];
    const own = aspect === null ? undefined : lexicon.ownOutcomes.get(aspect);
    if (aspect !== null && own !== undefined) said.set(aspect, own);
    // 商业企业新收 2 件
    const asks = token.senses.applicant;
    const [of] = lexicon.byApplicant;
    if (asks !== null && !token.senses.loose && of !== undefined) said.set(asks, of);
  }
  return said.size < 2 ? [] : [...new Set(said.values())];
}

export function namedTopics(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  over: readonly Known[],
): Known[] {
  const known = [...over];
  for (const { clauses, roles: said } of sentences) {
    const [mayLead, mayTurn] = [said.has('blocker'), said.has('foreign')];
    for (const [place, { tokens, until }] of clauses.entries()) {
      const heads = clauses[place + 1]?.before === ':';
      // 涉及信访事项: what something is about is not what the text speaks of.
      let about = false;
      for (const token of tokens) {
        if (token.kind !== 'word') continue;
        const { topic, strength, roles } = token.senses;
        about ||= mayLead && roles.has('blocker');
        const position = token.start;
        if (mayTurn && !about && roles.has('foreign')) known.push({ topics: [], position, until });
        if (topic === null) continue;
        // 全部申请中，19 件予以公开: a frame names what is counted, with a weak noun, too.
        // 申请量：新收 15 件
        const isHead = heads && lexicon.byApplicant.has(topic);
        const names =
          strength === 'strong' || (strength === 'weak' && (isHead || hasRole(tokens.at(-1), 'frame')));
        if (names && lexicon.measured.has(topic) && !(about && !lexicon.tabled.has(topic)))
          known.push({ topics: [topic], position, until });
      }
    }
  }
  return known.sort((one, other) => one.position - other.position);
}
