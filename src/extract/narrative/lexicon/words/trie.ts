/**
 * Words as a tree of UTF-16 units, laid out level by level so that it is read from a file as fast as the file is. Node 0 is the
 * root; the children of node `n` are the nodes from `children[n]` up to `children[n + 1]`, sorted by the unit that leads to them.
 */
export interface Trie<Value> {
  units: Uint32Array;
  children: Uint32Array;
  /** Per node: 1 + the place in `values` of what the word that ends there means; 0 where none ends. */
  meanings: Uint32Array;
  values: Value[];
}

/** The tree of `words`; equal values are kept once when they are one object. */
export function trieOf<Value>(words: ReadonlyMap<string, Value>): Trie<Value> {
  const sorted = [...words.keys()].sort();
  const values = [...new Set(words.values())];
  const place = new Map(values.map((value, at) => [value, at + 1]));
  const units = [0];
  const children: number[] = [];
  const meanings: number[] = [];
  const ranges = [{ from: 0, to: sorted.length, depth: 0 }];
  for (const { from, to, depth } of ranges) {
    const own = sorted[from]?.length === depth;
    children.push(ranges.length);
    meanings.push(own ? (place.get(words.get(sorted[from] ?? '') as Value) ?? 0) : 0);
    let start = own ? from + 1 : from;
    for (let at = start; at < to; at += 1) {
      const unit = sorted[at]?.charCodeAt(depth) ?? 0;
      if (at + 1 < to && sorted[at + 1]?.charCodeAt(depth) === unit) continue;
      units.push(unit);
      ranges.push({ from: start, to: at + 1, depth: depth + 1 });
      start = at + 1;
    }
  }
  children.push(ranges.length);
  return {
    units: Uint32Array.from(units),
    children: Uint32Array.from(children),
    meanings: Uint32Array.from(meanings),
    values,
  };
}

/** The child of `node` that `unit` leads to, or -1. */
function childOf({ units, children }: Trie<unknown>, node: number, unit: number): number {
  let low = children[node] ?? 0;
  let high = (children[node + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = units[middle] ?? 0;
    if (found === unit) return middle;
    if (found < unit) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}

const roots = new WeakMap<Trie<unknown>, Map<number, number>>();

/** What the root leads to, by unit: every character of a text is asked for there. */
function rootOf(trie: Trie<unknown>): Map<number, number> {
  let root = roots.get(trie);
  if (root === undefined) {
    root = new Map();
    for (let node = trie.children[0] ?? 0; node < (trie.children[1] ?? 0); node += 1)
      root.set(trie.units[node] ?? 0, node);
    roots.set(trie, root);
  }
  return root;
}

/** The longest word that begins at `start`, or `null`, in time linear in the longest word. */
export function longestAt<Value>(
  trie: Trie<Value>,
  text: string,
  start: number,
): { end: number; value: Value } | null {
  if (start >= text.length) return null;
  let node = rootOf(trie).get(text.charCodeAt(start)) ?? -1;
  if (node === -1) return null;
  let end = start;
  let meaning = 0;
  for (let at = start; at < text.length; at += 1) {
    if (at > start) node = childOf(trie, node, text.charCodeAt(at));
    if (node === -1) break;
    const own = trie.meanings[node] ?? 0;
    if (own > 0) {
      end = at + 1;
      meaning = own;
    }
  }
  return meaning === 0 ? null : { end, value: trie.values[meaning - 1] as Value };
}
