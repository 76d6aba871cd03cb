import type { Edits, Said } from '../protocol.js';

/** A form that is being filled in. */
export interface Draft {
  said: Said;
  edits: Edits;
}

const key = 'gouji.draft';

/** The browser may forbid to keep anything, as in a private window. */
function tried<Value>(work: () => Value): Value | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/** The draft that this browser keeps; `null`: none. */
export const keptDraft = (): Draft | null =>
  tried(() => JSON.parse(localStorage.getItem(key) ?? 'null') as Draft | null);

export const keepDraft = (draft: Draft): void =>
  void tried(() => localStorage.setItem(key, JSON.stringify(draft)));

export const dropDraft = (): void => void tried(() => localStorage.removeItem(key));
