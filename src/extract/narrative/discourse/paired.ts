import type { Lexicon } from '../lexicon/lexicon.js';
import type { Token } from '../sentence/tokens.js';

/** 无复议诉讼, 复议诉讼3件: nouns of two things, one right after the other, get the 、 that the text leaves out. */
export function withPairs(tokens: readonly Token[], { data }: Lexicon): readonly Token[] {
  const pairedTopic = (token: Token | undefined): string | null =>
    token?.kind === 'word' && token.senses.topic !== null && data.paired.includes(token.senses.topic)
      ? token.senses.topic
      : null;
  return tokens.flatMap((token, index): Token[] => {
    const [topic, before] = [pairedTopic(token), pairedTopic(tokens[index - 1])];
    const { start } = token;
    return topic !== null && before !== null && topic !== before
      ? [{ kind: 'mark', char: '、', start, end: start }, token]
      : [token];
  });
}
