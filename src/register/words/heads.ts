import { registerKinds, type RegisterKind } from '../../model/index.js';
import { anyOf } from '../../extract/any-of.js';
import { bare, plain } from './plain.js';
import type { RegisterVocabulary } from './vocabulary.js';

/** A field that a head may name, and how well: the lower the better. */
export interface Named {
  field: string;
  rank: number;
}

export interface Heads {
  /** Fields of a register of the kind that the text of a head names. */
  namedBy: (kind: RegisterKind, head: string) => readonly Named[];
  /** Whether a text has a word of the heads of a field. */
  hasWordOf: (kind: RegisterKind, field: string, text: string) => boolean;
}

/** Longest text of a head, those above it included. */
const longest = 60;

/** The heads of the vocabulary ready for use. */
export function headsOf({ noise, day, registers }: RegisterVocabulary): Heads {
  const days = day.map(bare);
  const noises = noise
    .map(bare)
    .filter((each) => each !== '')
    .sort((a, b) => b.length - a.length);
  const without = new RegExp(anyOf(noises), 'g');
  const alternatives = (part: string) => (part === '{day}' ? days : part.split('|').map(bare));
  const fields = new Map(
    registerKinds.map((kind) => [
      kind,
      Object.entries(registers[kind].fields).map(([field, { heads, not }]) => ({
        field,
        heads: heads.map((parts) => parts.map(alternatives)),
        not: not.map(bare),
      })),
    ]),
  );
  const known = new Map<string, readonly Named[]>();
  const find = (kind: RegisterKind, head: string): Named[] => {
    // What stands in brackets explains the head (自然人/法人, 年月日); it decides only where the head itself says nothing.
    const texts = [plain(head).replaceAll(/[(（][^()（）]{0,40}[)）]/g, ''), plain(head)];
    for (const each of texts) {
      const text = bare(each).replaceAll(without, '');
      if (text === '' || text.length > longest) continue;
      const found = (fields.get(kind) ?? []).flatMap(({ field, heads, not }) => {
        if (not.some((word) => text.includes(word))) return [];
        const rank = heads.findIndex((parts) =>
          parts.every((words) => words.some((word) => text.includes(word))),
        );
        return rank < 0 ? [] : [{ field, rank }];
      });
      if (found.length > 0) return found;
    }
    return [];
  };
  return {
    namedBy: (kind, head) => {
      const key = `${kind} ${head}`;
      const answer = known.get(key) ?? find(kind, head);
      if (known.size < 20_000) known.set(key, answer);
      return answer;
    },
    hasWordOf: (kind, field, text) => {
      const own = bare(text);
      const named = fields.get(kind)?.find((each) => each.field === field);
      return named?.heads.flat(2).some((word) => own.includes(word)) === true;
    },
  };
}
