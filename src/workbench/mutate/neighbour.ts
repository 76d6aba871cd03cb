import { parseTerm } from '../../rules/form/address.js';
import type { FormView } from '../../rules/form/form-view.js';

/** The term with the cell beside it in the form: one word of the address differs. Placeholders stay. `null`: there is none. */
export function neighbourOf(text: string, views: readonly FormView[]): string | null {
  const cell = /[a-z][\w.{}]*$/i.exec(text.trim())?.[0] ?? '';
  const words = splitWords(cell);
  if (parseTerm(words.map(plain).join('.')) === null) return null;
  for (const view of views) {
    const measures = [...view.measures.keys()].map((measure) => measure.split('.'));
    const own = measures.findIndex((each) => fits(each, words));
    const bound = measures[own];
    if (bound === undefined) continue;
    const concrete = words.map((word, index) => (plain(word) === word ? word : (bound[index] ?? word)));
    const after = [...measures.slice(own + 1), ...measures.slice(0, own)];
    const found = after.find((each) => {
      if (each.length !== concrete.length || each[0] !== concrete[0]) return false;
      const differing = each.flatMap((word, index) => (word === concrete[index] ? [] : [index]));
      const [only] = differing;
      return differing.length === 1 && only !== undefined && plain(words[only] ?? '') === words[only];
    });
    if (found !== undefined) {
      const next = words
        .map((word, index) => (plain(word) === word ? (found[index] ?? word) : word))
        .join('.');
      return text.slice(0, text.length - cell.length) + next;
    }
  }
  return null;
}

function splitWords(cell: string): string[] {
  return cell.match(/\{[^{}]*\}|[^.{}]+/g) ?? [];
}

/** A placeholder as some word. */
function plain(word: string): string {
  return word.startsWith('{') ? 'x' : word;
}

function fits(measure: readonly string[], words: readonly string[]): boolean {
  return (
    measure.length === words.length &&
    words.every((word, index) => word.startsWith('{') || word === measure[index])
  );
}
