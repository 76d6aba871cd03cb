import type { RosterEntry } from '../model/index.js';

/** Words of a name that are written or left out: 城关镇人民政府 is 城关镇, 城东街道办事处 is 城东街道. */
const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .replace(/[\s·,.、"'“”《》]/g, '')
    .replaceAll('人民政府', '政府')
    .replace(/(?<=[镇乡])政府$/, '')
    .replace(/(?<=街道)办事处$/, '')
    .replaceAll('与', '和');

/** Ends the place that a longer name puts before a shorter one: 江州市 before 云溪县审计局. */
const PLACE = /^[\p{Script=Han}]{1,8}(?:省|市|州|盟|县|区|旗|自治区)$/u;

/** Names that may be matched by their ending name a place themselves. */
const NAMES_PLACE = /^[\p{Script=Han}]{1,8}?(?:省|市|州|盟|县|区|旗|镇|乡|街道)/u;

/** Finds what a name means among known names: the same name, another spelling of it, or the one that only adds the place above. */
export interface NameIndex<T> {
  add: (name: string, value: T) => void;
  find: (name: string) => T | null;
}

export function nameIndex<T>(): NameIndex<T> {
  const exact = new Map<string, T>();
  const longer = new Map<string, Set<T>>();
  return {
    add: (name, value) => {
      const key = plain(name);
      if (exact.has(key)) return;
      exact.set(key, value);
      for (const ending of endingsOf(key)) {
        const found = longer.get(ending) ?? new Set();
        longer.set(ending, found.add(value));
      }
    },
    find: (name) => {
      const key = plain(name);
      const known = exact.get(key);
      if (known !== undefined) return known;
      const candidates = new Set([
        ...(longer.get(key) ?? []),
        ...endingsOf(key).flatMap((ending) => exact.get(ending) ?? []),
      ]);
      const [only] = candidates;
      return candidates.size === 1 && only !== undefined ? only : null;
    },
  };
}

/** The name without the places before it, as long as what is left still names a place. */
function endingsOf(name: string): string[] {
  const endings: string[] = [];
  for (let length = 2; length < name.length - 2; length++) {
    const ending = name.slice(length);
    if (PLACE.test(name.slice(0, length)) && NAMES_PLACE.test(ending)) endings.push(ending);
  }
  return endings;
}

/** The names and aliases of a roster. */
export function rosterIndex(roster: readonly RosterEntry[]): NameIndex<RosterEntry> {
  const index = nameIndex<RosterEntry>();
  for (const entry of roster) index.add(entry.name, entry);
  for (const entry of roster) for (const alias of entry.aliases) index.add(alias, entry);
  return index;
}
