import type { Passage } from '../../model/index.js';
import { anyOf } from '../any-of.js';
import type { Vocabulary } from '../vocabulary.js';

export interface NameInProse {
  name: string;
  passage: Passage;
}

interface Patterns {
  /** Names behind words that say whose the report is. */
  said: RegExp[];
  /** Names that sentences have for their subject. */
  subject: RegExp;
  /** What of a name is an office within the agency. */
  office: RegExp;
  /** How the names of agencies end. */
  agency: RegExp;
  /** No name of an agency begins so. */
  notNames: RegExp;
  /** Nor does one that a sentence has for its subject. */
  notSubjects: RegExp;
}

const compiled = new WeakMap<Vocabulary, Patterns>();

function patternsOf(vocabulary: Vocabulary): Patterns {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const { kinds, selfNaming, subjects, offices, notNames, notSubjects } = vocabulary.agency;
  const endings = kinds
    .flatMap((each) => each.endings)
    .filter((each) => each.length > 1 || '局厅委镇乡'.includes(each));
  // 政府信息公开 is what reports are about.
  const name = `([\\p{Script=Han}]{1,24}?(?:${anyOf(endings)})(?<!政府(?=信息|工作|网|门户)))`;
  const year = String.raw`(?:20\d{2}年?度?)?`;
  const titles = anyOf(vocabulary.title.subject);
  const patterns: Patterns = {
    said: [
      new RegExp(
        `(?:${anyOf(selfNaming)}):?${name}(?<within>[\\p{Script=Han}]{1,8}(?:[科股室]|(?<!事)处))?(?=[联20(,。;:]|$)`,
        'gu',
      ),
      new RegExp(`(?:做好|结合)${name}(?=(?:${titles})|工作实际)`, 'gu'),
      new RegExp(`由${name}(?:组织|负责|综合)?编制`, 'gu'),
      new RegExp(`(?:公布|发布|公开|编制|现将)《?(?:本年度?|${year})${name}的?${year}(?:${titles})`, 'gu'),
    ],
    subject: new RegExp(
      `(?:^|[,。;]|20\\d{2}年(?:度|来|以来|底)?)${name}(?=${anyOf(subjects)})|(?<![\\p{Script=Han}])20\\d{2}年(?:度|来|以来)?,?${name}(?=的?(?:${titles}))`,
      'gu',
    ),
    office: new RegExp(`(?:${anyOf(offices)}).{0,12}$`, 'u'),
    agency: new RegExp(`(?:${anyOf(kinds.flatMap((each) => each.endings))})(?:\\([^)]{0,20}\\))?$`, 'u'),
    notNames: new RegExp(`^(?:${anyOf(notNames)})|[我本]|条例|规定|要求`, 'u'),
    notSubjects: new RegExp(`^(?:${anyOf(notSubjects)})`, 'u'),
  };
  compiled.set(vocabulary, patterns);
  return patterns;
}

/** The office of a bureau, a township or a street is not the agency: 禾屿县民政局办公室; 禾屿县人民政府办公室 is an agency. */
export function withoutOffice(name: string, vocabulary: Vocabulary): string {
  const { office } = patternsOf(vocabulary);
  const found = office.exec(name);
  if (found === null) return name;
  const agency = name.slice(0, found.index);
  if (/政府$/.test(agency) && !/[镇乡](?:人民)?政府$/.test(agency) && /^办公[室厅]$/.test(found[0]))
    return name;
  // 禾屿市人民政府地方志办公室: what is left without its last word is no agency.
  return patternsOf(vocabulary).agency.test(agency) ? agency : name;
}

/** Sentences of so many passages are looked at. */
const passagesForName = 40;
/** A name without a place is shorter than this. */
const shortestName = 3;

/** 某市人民政府地方志办公室 is an agency of the government, and no office within it. */
function wholeName(match: RegExpExecArray, vocabulary: Vocabulary): string {
  const name = match[1] ?? match[2] ?? '';
  const within = match.groups?.['within'] ?? '';
  const isOffice = vocabulary.agency.offices.some((each) => within.startsWith(each));
  return name.endsWith('政府') && within.endsWith('办公室') && !isOffice ? name + within : name;
}

function matches(passages: readonly Passage[], pattern: RegExp, vocabulary: Vocabulary): NameInProse[] {
  const { notNames } = patternsOf(vocabulary);
  return passages.slice(0, passagesForName).flatMap((passage) => {
    const text = passage.text.replaceAll(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu, '');
    return [...text.matchAll(pattern)].flatMap((match) => {
      const name = withoutOffice(wholeName(match, vocabulary), vocabulary);
      return name.length < shortestName || notNames.test(name) ? [] : [{ name, passage }];
    });
  });
}

/** Names that sentences give the agency itself. */
export function namesSaid(passages: readonly Passage[], vocabulary: Vocabulary): NameInProse[] {
  return patternsOf(vocabulary).said.flatMap((pattern) => matches(passages, pattern, vocabulary));
}

/** A name without what only says that it is a government. */
const stemOf = (name: string) => name.replace(/(?<=.)(?:人民政府|政府|办事处)$/, '');

/** The name in the fullest form that the others have it. */
function fullest(first: NameInProse, others: readonly NameInProse[]): NameInProse {
  const same = others.filter(({ name }) => stemOf(name).endsWith(stemOf(first.name)));
  return same.reduce((best, each) => (each.name.length > best.name.length ? each : best), first);
}

/**
 * What the prose calls the agency when no title and no preface does: the first name that it is said to have, else the one that most sentences
 * have for their subject, in the fullest form; `null` when two are as frequent.
 */
export function nameInProse(passages: readonly Passage[], vocabulary: Vocabulary): NameInProse | null {
  const said = namesSaid(passages, vocabulary);
  const { subject, notSubjects } = patternsOf(vocabulary);
  const subjects = matches(passages, subject, vocabulary).filter(({ name }) => !notSubjects.test(name));
  const [first] = said;
  if (first !== undefined) return fullest(first, [...said, ...subjects]);
  const stems = subjects.map(({ name }) => stemOf(name));
  const counts = stems.map(
    (stem) => stems.filter((other) => other.endsWith(stem) || stem.endsWith(other)).length,
  );
  const most = Math.max(0, ...counts);
  const [one, ...others] = subjects.filter((_, i) => counts[i] === most);
  if (one === undefined) return null;
  const best = fullest(one, others);
  return others.every(({ name }) => stemOf(best.name).endsWith(stemOf(name))) ? best : null;
}
