import type { FormView } from './form-view.js';

/** A cell or group of cells with its coefficient. */
export interface Term {
  cell: string;
  coefficient: number;
}

const TERM = /^(-)?(?:(\d+(?:\.\d+)?)\*)?([a-z][A-Za-z0-9]*(?:\.[A-Za-z0-9]+)+)$/;

/** Reads `t3.received.total`, `-t3.other.misc.total`, `0.35*t3.received.total`; `null` when the text is no term. */
export function parseTerm(text: string): Term | null {
  const match = TERM.exec(text.trim());
  if (match === null) return null;
  const [, minus, factor, cell] = match;
  if (cell === undefined) return null;
  return { cell, coefficient: (minus === undefined ? 1 : -1) * (factor === undefined ? 1 : Number(factor)) };
}

/**
 * Addresses that a selector names, in the order of the form: a measure, or a pattern in which `*` stands for one or more words.
 * Empty when the form has none.
 */
export function selectCells(view: FormView, selector: string): readonly string[] {
  if (!selector.includes('*')) return view.measures.get(selector) ?? [];
  const known = selected.get(view) ?? new Map<string, readonly string[]>();
  selected.set(view, known);
  const cells = known.get(selector) ?? matching(view, selector);
  known.set(selector, cells);
  return cells;
}

/** What patterns have selected, because many rules name the same. */
const selected = new WeakMap<FormView, Map<string, readonly string[]>>();

function matching(view: FormView, selector: string): readonly string[] {
  const pattern = patternOf(selector);
  const beginning = selector.slice(0, selector.indexOf('*'));
  const addresses = [...view.cells.keys()].filter(
    (address) => address.startsWith(beginning) && pattern.test(address),
  );
  if (addresses.length > 0) return addresses;
  const groups = [...view.members.keys()].filter((measure) => pattern.test(measure));
  return [...new Set(groups.flatMap((measure) => view.measures.get(measure) ?? []))];
}

/** Whether the selector is well formed: words joined by dots, some of them `*`. */
export function isSelector(text: string): boolean {
  return /^[a-z][A-Za-z0-9]*(\.([A-Za-z0-9]+|\*))+$/.test(text);
}

function patternOf(selector: string): RegExp {
  return new RegExp(`^${selector.replaceAll('.', '\\.').replaceAll('*', '.+')}$`);
}
