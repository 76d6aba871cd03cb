import type { Agency, AgencyKind, AgencyLevel, Passage, Section } from '../../model/index.js';
import { anyOf } from '../any-of.js';
import type { Vocabulary } from '../vocabulary.js';
import { nameInProse, namesSaid } from './prose-names.js';

/** Kind of agency by the ending of its name. */
export function kindOf(name: string, vocabulary: Vocabulary): AgencyKind {
  const bare = name.replaceAll(/\([^)]{0,20}\)/g, '');
  return (
    vocabulary.agency.kinds.find((each) => each.endings.some((ending) => bare.endsWith(ending)))?.kind ??
    'unknown'
  );
}

const depth: AgencyLevel[] = ['central', 'province', 'city', 'county', 'township'];

interface Patterns {
  notPlaces: RegExp;
  /** Suffixes of places, each with the level of what it names; `null`: a city, whose rank only the list of cities tells. */
  suffixes: { pattern: RegExp; level: AgencyLevel | null }[];
}

const compiled = new WeakMap<Vocabulary, Patterns>();

function patternsOf(vocabulary: Vocabulary): Patterns {
  const known = compiled.get(vocabulary);
  if (known !== undefined) return known;
  const { levels } = vocabulary.agency;
  const suffix = (words: readonly string[], unless = '') =>
    new RegExp(`(?<=^|\\p{Script=Han})(?:${anyOf(words)})${unless}`, 'u');
  const patterns: Patterns = {
    notPlaces: new RegExp(anyOf(levels.notPlaces), 'g'),
    suffixes: [
      // 西乡县, 新乡市, 东乡族自治县 are no townships.
      { pattern: suffix(levels.township, '(?![市县区族])'), level: 'township' },
      { pattern: suffix(levels.provinces), level: 'province' },
      { pattern: suffix(levels.prefectures), level: 'city' },
      {
        pattern: new RegExp(`(?<=^|[/省])(?:${anyOf(levels.shortPrefectures)})(?![县市区镇乡])`, 'u'),
        level: 'city',
      },
      { pattern: suffix(['市']), level: null },
      { pattern: suffix(levels.county), level: 'county' },
    ],
  };
  compiled.set(vocabulary, patterns);
  return patterns;
}

/** Level of the lowest place that the name holds; `unknown` when it names none, or a city of unknown rank. */
export function levelOf(name: string, vocabulary: Vocabulary): AgencyLevel {
  const { levels } = vocabulary.agency;
  const { prefectureLevel, countyLevel } = vocabulary.cities;
  const { notPlaces, suffixes } = patternsOf(vocabulary);
  if (levels.central.some((each) => name.includes(each))) return 'central';
  const found: AgencyLevel[] = [];
  let rest = name;
  const take = (word: string, level: AgencyLevel) => {
    if (!rest.includes(word)) return;
    found.push(level);
    rest = rest.replace(word, '/');
  };
  for (const each of levels.municipalities) take(each, 'province');
  for (const each of prefectureLevel) take(`${each}市`, 'city');
  for (const each of countyLevel) take(`${each}市`, 'county');
  rest = rest.replaceAll(notPlaces, '□');
  let unknownCity = false;
  for (const { pattern, level } of suffixes) {
    if (!pattern.test(rest)) continue;
    if (level === null) unknownCity = true;
    else found.push(level);
    // Taken out, so that 自治区 and 地区 are no districts.
    rest = rest.replaceAll(new RegExp(pattern, 'gu'), '/');
  }
  const lowest = depth.findLast((each) => found.includes(each));
  if (lowest === 'township' || lowest === 'county') return lowest;
  if (unknownCity) return 'unknown';
  if (lowest !== undefined) return lowest;
  return levels.centralPrefixes.some((each) => name.startsWith(each)) ? 'central' : 'unknown';
}

/** The part of a title before its subject, without the year. */
export function nameFromTitle(title: string, vocabulary: Vocabulary): string | null {
  const { subject: subjects, kind: kinds, labels } = vocabulary.title;
  const subject = new RegExp(anyOf(subjects)).exec(title);
  if (subject === null) return null;
  const name = title
    .slice(0, subject.index)
    .replace(new RegExp(`^[#*\\s]*(?:${anyOf(labels)})\\s*:`), '')
    .replaceAll(/(?:20\d{2}|二[〇○零]\S\S)\s*年?度?/g, '')
    .replace(/^【[^】]{1,8}】/, '')
    .replaceAll(/关于|[《》:\-_|"“”'#*\s]|^年度?/g, '')
    .replace(/的$/, '')
    // 某某镇人民政府信息公开工作年度报告 says 政府 once for two.
    .replace(/(?<=.人民)$/, '政府');
  if (name === '') return nameBehind(title, vocabulary);
  if (kinds.some((each) => name.includes(each))) return null;
  return name.length >= 2 && name.length <= 40 && /^[\p{Script=Han}()、·0-9]+$/u.test(name) ? name : null;
}

/** 2023年政府信息公开工作年度报告（禾屿县民政局）: the name in brackets at the end. */
function nameBehind(title: string, vocabulary: Vocabulary): string | null {
  const name = /\((\p{Script=Han}{3,30})\)\s*$/u.exec(title)?.[1];
  return name !== undefined && kindOf(name, vocabulary) !== 'unknown' ? name : null;
}

const ofTownship = /[我本](?:镇|乡(?!村|镇)|街道)/;
const ofPlaces = /[我本](?:县|市|区(?!域)|镇|乡(?!村|镇)|街道)/;
const ofBodies = /[我本](?:局|厅|委|办|单位|部门|机关|中心|院|校|馆|站|所|处|队)/;

const speaks = (passages: readonly Passage[], of: RegExp): boolean =>
  passages.some(({ text }) => of.test(text));

/** What an agency is that has no name and speaks of itself as a township or a street. */
function unnamed(passages: readonly Passage[]): Pick<Agency, 'level' | 'kind'> {
  const isTownship =
    speaks(passages, ofTownship) && !speaks(passages, ofBodies) && !speaks(passages, /[我本][县区市省]/);
  return isTownship ? { level: 'township', kind: 'government' } : { level: 'unknown', kind: 'unknown' };
}

/** The rank of a city that no list has, from whom the prose names below it; `unknown` when it names nobody. */
function rankOfCity(name: string, sections: readonly Section[], vocabulary: Vocabulary): AgencyLevel {
  if (!/市/.test(name.replaceAll(patternsOf(vocabulary).notPlaces, ''))) return 'unknown';
  const { city, county } = vocabulary.agency.subordinates;
  const texts = sections.flatMap((each) => each.passages.map((passage) => passage.text));
  const names = (words: readonly string[]) => texts.some((text) => words.some((word) => text.includes(word)));
  // Townships are named at both levels, counties and districts only above them.
  return names(city) ? 'city' : names(county) ? 'county' : 'unknown';
}

export interface AgencyReading {
  agency: Agency;
  quotes: { name: string; quote: string; at: Passage['at'] | null }[];
}

/** Who publishes the report: by the title, else by what the preface and contact line call it, else by the page around it. */
export function readAgency(
  title: Passage | null,
  documentTitle: string | null,
  sections: readonly Section[],
  vocabulary: Vocabulary,
  publisher: () => AgencyReading['quotes'][number] | null = () => null,
): AgencyReading {
  const quotes: AgencyReading['quotes'] = [];
  const titled = title === null ? null : nameFromTitle(title.text, vocabulary);
  const prose = sections.flatMap((each) => each.passages);
  // The line above a title may be the head of the site: the sentence that says whose report it is decides.
  const [said] = title?.source.includes('\n') === true ? namesSaid(prose, vocabulary) : [];
  const isOthers =
    titled !== null &&
    said !== undefined &&
    kindOf(titled, vocabulary) === 'government' &&
    kindOf(said.name, vocabulary) === 'department' &&
    !said.name.startsWith(titled);
  if (titled !== null && title !== null && !isOthers)
    quotes.push({ name: titled, quote: title.source, at: title.at });
  // A report that speaks of 我县 and never of 我局 is not that of the bureau which answers for it.
  const ofPlace = speaks(prose, ofPlaces) && !speaks(prose, ofBodies);
  const isOwn = ({ name }: { name: string }) =>
    titled !== null || !ofPlace || !['department', 'institution'].includes(kindOf(name, vocabulary));
  const preface = sections.filter((each) => each.id === 'preface').flatMap((each) => each.passages);
  for (const { name, passage } of namesSaid(preface, vocabulary).filter(isOwn))
    quotes.push({ name, quote: passage.source.slice(0, 200), at: passage.at });
  const fromPage = documentTitle === null ? null : nameFromTitle(documentTitle, vocabulary);
  if (fromPage !== null && quotes.length === 0)
    quotes.push({ name: fromPage, quote: documentTitle ?? '', at: null });
  if (quotes.length === 0) {
    const inProse = nameInProse(prose, vocabulary);
    if (inProse !== null && isOwn(inProse))
      quotes.push({
        name: inProse.name,
        quote: inProse.passage.source.slice(0, 200),
        at: inProse.passage.at,
      });
  }
  const beside = quotes.length === 0 ? publisher() : null;
  if (beside !== null) quotes.push(beside);
  const name = quotes[0]?.name ?? null;
  if (name === null) return { agency: { name: null, ...unnamed(prose) }, quotes };
  const level = levelOf(name, vocabulary);
  return {
    agency: {
      name,
      level: level === 'unknown' ? rankOfCity(name, sections, vocabulary) : level,
      kind: kindOf(name, vocabulary),
    },
    quotes,
  };
}
