import type { At, Passage } from '../model/index.js';
import { normalise } from './text/normalise.js';
import type { Script } from './text/script.js';

export function passageOf(source: string, at: At, script: Script, heading?: number): Passage {
  const { text, offsets } = normalise(source, script);
  return { text, source, offsets, at, ...(heading === undefined ? {} : { heading }) };
}

/** Part of a passage by positions in its normalised text. */
export function slicePassage(passage: Passage, from: number, to = passage.text.length): Passage {
  const start = passage.offsets[from] ?? passage.source.length;
  const end = passage.offsets[to] ?? passage.source.length;
  return {
    text: passage.text.slice(from, to),
    source: passage.source.slice(start, end),
    offsets: passage.offsets.slice(from, to + 1).map((each) => each - start),
    at:
      passage.at.line === undefined
        ? passage.at
        : { ...passage.at, column: (passage.at.column ?? 1) + start },
  };
}

/** Two lines as one; without a second the first alone. */
export function joinPassages(first: Passage, second: Passage | undefined): Passage {
  if (second === undefined) return first;
  return {
    text: first.text + second.text,
    source: `${first.source}\n${second.source}`,
    offsets: [...first.offsets.slice(0, -1), ...second.offsets.map((each) => each + first.source.length + 1)],
    at: first.at,
  };
}
