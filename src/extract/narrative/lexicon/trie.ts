/** Words as a tree of UTF-16 units: longest match at a position in time linear in the longest word. */
export interface Trie<Value> {
  children: Map<number, Trie<Value>>;
  value: Value | null;
}

export const emptyTrie = <Value>(): Trie<Value> => ({ children: new Map(), value: null });

/** Node of `word`, made when it is not there. */
export function nodeOf<Value>(trie: Trie<Value>, word: string): Trie<Value> {
  let node = trie;
  for (let at = 0; at < word.length; at += 1) {
    const unit = word.charCodeAt(at);
    let next = node.children.get(unit);
    if (next === undefined) {
      next = emptyTrie();
      node.children.set(unit, next);
    }
    node = next;
  }
  return node;
}

/** The longest word that begins at `start`, or `null`. */
export function longestAt<Value>(
  trie: Trie<Value>,
  text: string,
  start: number,
): { end: number; value: Value } | null {
  let node: Trie<Value> | undefined = trie;
  let end = start;
  let value: Value | null = null;
  for (let at = start; at < text.length; at += 1) {
    node = node.children.get(text.charCodeAt(at));
    if (node === undefined) break;
    if (node.value !== null) {
      end = at + 1;
      ({ value } = node);
    }
  }
  return value === null ? null : { end, value };
}
