import type { Edits } from '../protocol.js';

/** The steps in which a report was changed. */
export interface History {
  /** Keeps the state after a step. */
  push: (state: Edits) => void;
  /** The state before the last step, of which `now` may be a part not kept yet; `null`: there is none. */
  undo: (now: Edits) => Edits | null;
  canUndo: (now: Edits) => boolean;
}

const same = (one: Edits, other: Edits) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([cell, text]) => other[cell] === text);

export function createHistory(first: Edits): History {
  const states: Edits[] = [first];
  const last = () => states.at(-1) ?? first;
  return {
    push(state) {
      if (!same(state, last())) states.push(state);
    },
    undo(now) {
      if (!same(now, last())) return last();
      if (states.length < 2) return null;
      states.pop();
      return last();
    },
    canUndo: (now) => states.length > 1 || !same(now, last()),
  };
}
