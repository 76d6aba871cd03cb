import type { Lexicon } from '../lexicon/lexicon.js';
import type { Token } from '../sentence/numbers/token.js';

/** 无复议诉讼, 复议诉讼3件: nouns of two things, one right after the other, get the 、 that the text leaves out. */
export function withPairs(tokens: readonly Token[], { data }: Lexicon): readonly Token[] {
  const pairedTopic = (token: Token): string | null =>
    token.kind === 'word' && token.senses.topic !== null && data.paired.includes(token.senses.topic)
      ? token.senses.topic
      : null;
  if (tokens.filter((token) => pairedTopic(token) !== null).length < 2) return tokens;
  const separate: Token[] = [];
  let before: string | null = null;
  for (const token of tokens) {
    const { start } = token;
    const topic = pairedTopic(token);
    if (topic !== null && before !== null && topic !== before)
      separate.push({ kind: 'mark', char: '、', start, end: start });
    separate.push(token);
    before = topic;
  }
  return separate;
}
