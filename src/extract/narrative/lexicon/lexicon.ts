import type { LexiconData, Measure, Topic } from './lexicon-schema.js';
import { roles } from './roles.js';
import { plainSenses, type Senses } from './senses.js';
import { trieOf, type Trie } from './words/trie.js';
import { wordsIn } from './words/word-list.js';

const measuresIn = (entry: Topic): Measure[] => [entry.bare, ...Object.values(entry.aspects)];

/** Whether a measure is a cell of the tables, or the fees. */
const isTabled = ({ deniable }: LexiconData, { base }: Topic, measure: Measure): boolean =>
  (typeof measure === 'string' ? [measure] : (measure ?? []).map((each) => each.measure)).some((each) => {
    const name = each?.startsWith('{base}') ? base?.[0] : each;
    return deniable.includes(name?.split('.')[0] ?? '');
  });

/** Aspects whose measure is an item of the group that another aspect of the topic measures. */
function nestedPairs(data: LexiconData): Set<string> {
  const pairs = new Set<string>();
  for (const { aspects } of Object.values(data.topics)) {
    const templates = Object.entries(aspects).filter(
      (each): each is [string, string] => typeof each[1] === 'string',
    );
    for (const [group, whole] of templates) {
      const stem = whole.slice(0, whole.lastIndexOf('.') + 1);
      for (const [item, part] of templates) {
        if (!part.startsWith(stem) || part.split('.').length <= whole.split('.').length) continue;
        pairs.add(`${group} ${item}`).add(`${item} ${group}`);
      }
    }
  }
  return pairs;
}

/** Per aspect, how the cells begin that it has one of for each kind of applicant. */
function rowsOf({ topics }: LexiconData): Map<string, string[]> {
  const rows = new Map<string, string[]>();
  for (const { aspects } of Object.values(topics))
    for (const [aspect, template] of Object.entries(aspects)) {
      if (typeof template !== 'string' || !template.includes('{applicant}')) continue;
      rows.set(aspect, [...(rows.get(aspect) ?? []), template.replace('{applicant}', '')]);
    }
  return rows;
}

/** Whether a cell is one of the row that an aspect fills. */
export const isInRow = ({ rows }: Lexicon, aspect: string, cell: string): boolean =>
  rows.get(aspect)?.some((row) => cell.startsWith(row)) === true;

function factsOf(
  data: LexiconData,
): Pick<
  Lexicon,
  | 'measured'
  | 'tabled'
  | 'byApplicant'
  | 'rows'
  | 'outcomes'
  | 'fates'
  | 'partsOf'
  | 'ownOutcomes'
  | 'results'
  | 'nested'
> {
  const topics = Object.entries(data.topics);
  const idsWhere = (test: (entry: Topic) => boolean) =>
    new Set(topics.filter(([, entry]) => test(entry)).map(([id]) => id));
  const outcomes = new Set(
    topics.flatMap(([, entry]) => data.stages.flatMap((stage) => entry.parts?.[stage] ?? [])),
  );
  const having = (aspect: string) => topics.filter(([, { aspects }]) => Object.hasOwn(aspects, aspect));
  return {
    measured: idsWhere((entry) => measuresIn(entry).some((each) => each !== null)),
    tabled: idsWhere((entry) => measuresIn(entry).some((each) => isTabled(data, entry, each))),
    byApplicant: idsWhere((entry) =>
      measuresIn(entry).some((each) => typeof each === 'string' && each.includes('{applicant}')),
    ),
    rows: rowsOf(data),
    outcomes,
    fates: new Set([...outcomes, ...data.waiting, data.carry.next]),
    ownOutcomes: new Map(
      [...outcomes].flatMap((aspect) => {
        const [only, other] = having(aspect);
        return only === undefined || other !== undefined ? [] : [[aspect, only[0]]];
      }),
    ),
    partsOf: new Map(topics.map(([id, entry]) => [id, new Set(Object.values(entry.parts ?? {}).flat())])),
    results: new Set(topics.flatMap(([, entry]) => Object.values(entry.parts ?? {}).flat())),
    nested: nestedPairs(data),
  };
}

export interface Unit {
  name: string;
  kind: 'count' | 'money' | 'percent' | 'noise';
  /** Numbers of one family can be parts of one sum. */
  family: string;
  factor: number;
}

/** Vocabulary and grammar of the prose, ready for use. */
export interface Lexicon {
  data: LexiconData;
  words: Trie<Senses>;
  units: Trie<Unit>;
  /** Words after the unit. */
  tails: Trie<'approximate' | 'atLeast'>;
  /** Topics that something measures. */
  measured: ReadonlySet<string>;
  /** Those that have cells in the tables, or are fees. */
  tabled: ReadonlySet<string>;
  /** Topics whose measures have a column for each kind of applicant. */
  byApplicant: ReadonlySet<string>;
  /** Per aspect, how the cells of its row begin. */
  rows: ReadonlyMap<string, readonly string[]>;
  /** Aspects that are a part of a stage of some topic. */
  outcomes: ReadonlySet<string>;
  /** Per topic, what may become of it. */
  partsOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** Outcomes that only one topic has, with that topic. */
  ownOutcomes: ReadonlyMap<string, string>;
  /** Outcomes, and that a thing waits. */
  fates: ReadonlySet<string>;
  /** Aspects that may become of a thing, disputes too. */
  results: ReadonlySet<string>;
  /** Pairs `group item` of aspects (不予公开 and 属于国家秘密), either way round. */
  nested: ReadonlySet<string>;
}

/** What each word of the file means, all its senses together. */
function sensesOf(data: LexiconData): Map<string, Senses> {
  const words = new Map<string, Senses>();
  const add = (word: string, sense: Partial<Senses>) => {
    const known = words.get(word) ?? plainSenses();
    words.set(word, { ...known, ...sense, roles: new Set([...known.roles, ...(sense.roles ?? [])]) });
  };
  for (const [id, each] of Object.entries(data.topics)) {
    for (const word of each.words) add(word, { topic: id, strength: 'strong' });
    for (const word of each.weak ?? []) add(word, { topic: id, strength: 'weak' });
    for (const word of each.withAspect ?? []) add(word, { topic: id, strength: 'withAspect' });
  }
  for (const [id, list] of Object.entries(data.aspects))
    for (const word of wordsIn(list)) add(word, { aspect: id });
  for (const [id, each] of Object.entries(data.applicants)) {
    for (const word of each.words) add(word, { applicant: id });
    for (const word of each.loose ?? []) add(word, { applicant: id, loose: true });
  }
  for (const [id, list] of Object.entries(data.channels)) for (const word of list) add(word, { channel: id });
  for (const word of data.looseWays) add(word, { loose: true });
  for (const role of roles)
    for (const word of wordsIn(data.roles[role] ?? '')) add(word, { roles: new Set([role]) });
  return words;
}

function isOpaque({ topic, aspect, applicant, channel, roles: own }: Senses): boolean {
  const meant = topic ?? aspect ?? applicant ?? channel;
  return (
    own.has('facility') ||
    own.has('foreign') ||
    (meant === null && [...own].every((role) => role === 'idiom'))
  );
}

/** Words that mean the same share one description. */
function compileWords(data: LexiconData): Trie<Senses> {
  const shared = new Map<string, Senses>();
  const words = new Map<string, Senses>();
  for (const [word, senses] of sensesOf(data)) {
    const key = JSON.stringify([senses, [...senses.roles]]);
    const same = shared.get(key) ?? { ...senses, opaque: isOpaque(senses) };
    shared.set(key, same);
    words.set(word, same);
  }
  return trieOf(words);
}

function compileUnits(data: LexiconData): Trie<Unit> {
  const units = new Map<string, Unit>();
  const add = (name: string, kind: Unit['kind'], family: string, factor = 1) => {
    units.set(name, { name, kind, family, factor });
  };
  for (const [family, list] of Object.entries(data.units.count))
    for (const name of list) add(name, 'count', family);
  for (const [name, factor] of Object.entries(data.units.money)) add(name, 'money', 'money', factor);
  for (const name of data.units.percent) add(name, 'percent', 'percent');
  for (const name of data.units.noise) add(name, 'noise', 'noise');
  return trieOf(units);
}

/** Makes a lexicon of what a file says. */
export function compileLexicon(data: LexiconData): Lexicon {
  const tails = trieOf<'approximate' | 'atLeast'>(
    new Map([
      ...data.units.approximate.map((word) => [word, 'approximate'] as const),
      ...data.units.atLeast.map((word) => [word, 'atLeast'] as const),
    ]),
  );
  return { data, words: compileWords(data), units: compileUnits(data), tails, ...factsOf(data) };
}
