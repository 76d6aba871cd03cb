import type { LexiconData } from './lexicon-schema.js';
import { plainSenses, type Senses } from './senses.js';

/** What a report may call its own agency, by the first character; the longest first. */
export type OwnNames = ReadonlyMap<number, readonly string[]>;

type Words = LexiconData['ownNames'];

const own = plainSenses('own');

/** 甲市公安局乙区分局 is 乙区公安分局, 区公安分局 and 公安分局. */
function branchNames(agency: string, { places, branches }: Words): string[] {
  const branch = branches.find((each) => agency.endsWith(each));
  if (branch === undefined) return [];
  const stem = agency.slice(0, -branch.length);
  const above = stem.lastIndexOf(branch.at(-1) ?? branch);
  const from = [...stem.slice(0, above)].findLastIndex((char) => places.includes(char)) + 1;
  const field = stem.slice(from, Math.max(above, 0));
  const area = stem.slice(above + 1);
  if (field === '' || area === '') return [];
  const level = area.length > 1 && places.includes(area.at(-1) ?? '') ? area.slice(-1) : '';
  return [area, area.slice(0, area.length - level.length), level, ''].map((each) => each + field + branch);
}

/** 甲省市场监督管理局 is 省局; a branch is none, its 市局 is another agency. */
function levelName(agency: string, { places, levels, branches }: Words): string[] {
  const last = levels.find((each) => agency.endsWith(each));
  if (last === undefined || branches.some((each) => agency.includes(each))) return [];
  const level = [...agency].findLast((char) => places.includes(char));
  return level === undefined ? [] : [level + last];
}

/** 池州市贵池区水利局 is also 贵池区水利局, 区水利局 and 水利局; 甲镇人民政府 is also 甲镇. */
function namesOf(agency: string, words: Words): Set<string> {
  const names = [
    agency,
    ...levelName(agency, words),
    ...branchNames(agency, words),
    ...words.held.filter((each) => agency.includes(each)),
    ...words.called.flatMap(({ endings, own: called }) =>
      endings.some((each) => agency.endsWith(each)) ? called : [],
    ),
  ];
  for (let at = 1; at < agency.length - 2; at += 1) {
    const char = agency[at] ?? '';
    const isPlace = words.places.includes(char);
    if (isPlace) names.push(agency.slice(at));
    if (isPlace || words.superiors.includes(char)) names.push(agency.slice(at + 1));
  }
  const known = new Set<string>();
  for (const name of names) {
    known.add(name);
    const end = words.endings.find((each) => name.endsWith(each) && name.length > each.length + 1);
    if (end !== undefined) known.add(name.slice(0, -end.length));
  }
  return known;
}

/** What a report may call its own agency. */
export function ownNames(agency: string | null, words: Words): OwnNames {
  const names = new Map<number, string[]>();
  if (agency === null || agency.length < 3) return names;
  const known = [...namesOf(agency, words)].filter((name) => name.length >= 2);
  for (const name of known.sort((one, other) => other.length - one.length)) {
    const first = name.charCodeAt(0);
    const list = names.get(first);
    if (list === undefined) names.set(first, [name]);
    else list.push(name);
  }
  return names;
}

/** The agency's own name that begins at `start`, or `null`. */
export function ownNameAt(
  names: OwnNames,
  text: string,
  start: number,
): { end: number; value: Senses } | null {
  const name = names.get(text.charCodeAt(start))?.find((each) => text.startsWith(each, start));
  return name === undefined ? null : { end: start + name.length, value: own };
}

/** Whether an unknown stretch of text ends like the name of another agency. */
export function namesOtherAgency(text: string, agency: string | null, { agencies }: Words): boolean {
  if (agency === null || !agencies.some((each) => text.endsWith(each))) return false;
  let from = 0;
  for (const char of text) {
    const at = agency.indexOf(char, from);
    if (at === -1) return true;
    from = at + 1;
  }
  return false;
}
