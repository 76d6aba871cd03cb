import * as YAML from 'yaml';
import * as z from 'zod';
import { emptyTrie, nodeOf, type Trie } from './trie.js';

/** Words with blanks between them; a list of thousands of YAML nodes would take longer to parse than a report takes to audit. */
const words = z
  .string()
  .transform((text) => text.split(/\s+/).filter((word) => word !== ''))
  .pipe(z.array(z.string()).min(1));

/** A measure, or the measures that hold for ranges of report years (`from` and `to` inclusive). `null`: known, but no measure. */
const measure = z.union([
  z.string().min(1),
  z.null(),
  z.array(z.strictObject({ from: z.int().optional(), to: z.int().optional(), measure: z.string().min(1) })),
]);

const topic = z.strictObject({
  /** Nouns that name what is counted. */
  words,
  /** Nouns that name it only when every word before them is understood (申请). */
  weak: words.optional(),
  /** Nouns that name it only together with an aspect (依申请公开信息). */
  withAspect: words.optional(),
  /** What `{base}` stands for in the measures below. */
  base: words.optional(),
  /** Measure of a number with the noun alone. */
  bare: measure,
  /** Measure of a number that says an aspect of the topic; aspects not listed do not go with the topic. */
  aspects: z.record(z.string(), measure).default({}),
  /** Measure of a number limited to one channel; `{channel}` stands for its id. */
  channel: z.string().optional(),
  /** Units that go with the topic; any counting unit when absent. */
  units: words.optional(),
  /** Units that go with the noun alone (行政处罚 15 条 are published items, not decisions); those of `units` when absent. */
  bareUnits: words.optional(),
  /** Aspects that name this topic by themselves. */
  implied: words.optional(),
  /** Words of this topic count only after one of these topics was named. */
  within: words.optional(),
  /** What makes up a whole of this topic, by the aspect of the whole (`all`: with none, or received). */
  parts: z.record(z.string(), words).optional(),
  /** One item may be counted in several channels. */
  overlapping: z.literal(true).optional(),
  /** After a word of the role `documents` its nouns name classes of documents. */
  documents: z.literal(true).optional(),
  /** At the end of a coordination it holds for the nouns before it too (行政许可、行政处罚事项). */
  spreads: z.literal(true).optional(),
  /** Aspects under which the number concerns the topic only when the sentence speaks of information disclosure. */
  onlyDisclosure: words.optional(),
});

const roles = [
  'negation',
  'undone',
  'all',
  'done',
  'each',
  'respectively',
  'total',
  'breakdown',
  'nested',
  'contains',
  'plus',
  'open',
  'link',
  'of',
  'filler',
  'noun',
  'own',
  'region',
  'others',
  'thisYear',
  'lastYear',
  'nextYear',
  'partYear',
  'since',
  'target',
  'compare',
  'increase',
  'decrease',
  'becomes',
  'share',
  'plan',
  'blocker',
  'carryTail',
  'documents',
  'frame',
  'remainder',
  'rate',
  'every',
  'cause',
  'improper',
  'except',
  'disclosure',
  'enumerator',
  'facility',
  'idiom',
  'approximate',
  'atLeast',
  'fresh',
] as const;
export type Role = (typeof roles)[number];

const lexiconSchema = z.strictObject({
  topics: z.record(z.string(), topic),
  /** What is said of the things counted: received, granted, upheld, … */
  aspects: z.record(z.string(), words),
  /** Aspects that are stages of the same things: 收到并办结 3 件 says both, and does not add them up. */
  stages: words,
  /** Aspects that a topic without them reads as another (公开 as 发布). */
  kinds: z.record(z.string(), z.string()),
  /** What 行政许可 30 条 in a list of published items says of them. */
  listed: z.string(),
  /** First words of the measures of which the prose may say that there was none. */
  deniable: words,
  /** Aspects of which an improper cause is no narrowing (未发生因答复不当被纠错的案件). */
  failures: words,
  /** Aspects of things carried over to a later year (结转至2022年) and from an earlier one (2020年结转). */
  carry: z.strictObject({ next: z.string(), prior: z.string() }),
  /** `rest`: what 其他 means after another applicant; `loose`: words that mean it only beside another kind of applicant (公民). */
  applicants: z.record(
    z.string(),
    z.strictObject({ words, loose: words.optional(), columns: words, rest: z.literal(true).optional() }),
  ),
  channels: z.record(z.string(), words),
  /** Topics whose mention shows that a sentence speaks of information disclosure. */
  disclosure: words,
  roles: z.partialRecord(z.enum(roles), words),
  units: z.strictObject({
    /** Counting units by family: numbers of one family can add up. */
    count: z.record(z.string(), words),
    /** Money: factor to 元. */
    money: z.record(z.string(), z.number()),
    percent: words,
    /** Units of time, order and name: the number is no count. */
    noise: words,
    /** Words after the unit: 31件左右, 50条以上. */
    approximate: words,
    atLeast: words,
  }),
});
export type LexiconData = z.infer<typeof lexiconSchema>;
export type Measure = z.infer<typeof measure>;
export type Topic = z.infer<typeof topic>;

const measuresIn = (entry: Topic): Measure[] => [entry.bare, ...Object.values(entry.aspects)];

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

function facts(data: LexiconData): Pick<Lexicon, 'measured' | 'byApplicant' | 'outcomes' | 'nested'> {
  const topics = Object.entries(data.topics);
  const idsWhere = (test: (entry: Topic) => boolean) =>
    new Set(topics.filter(([, entry]) => test(entry)).map(([id]) => id));
  return {
    measured: idsWhere((entry) => measuresIn(entry).some((each) => each !== null)),
    byApplicant: idsWhere((entry) =>
      measuresIn(entry).some((each) => typeof each === 'string' && each.includes('{applicant}')),
    ),
    outcomes: new Set(
      topics.flatMap(([, entry]) => data.stages.flatMap((stage) => entry.parts?.[stage] ?? [])),
    ),
    nested: nestedPairs(data),
  };
}

/** Everything one wording can mean. */
export interface Senses {
  topic: string | null;
  strength: 'strong' | 'weak' | 'withAspect';
  aspect: string | null;
  applicant: string | null;
  /** The word names the applicant only beside another kind. */
  loose: boolean;
  channel: string | null;
  roles: ReadonlySet<Role>;
  /** No list says what the word means: an idiom, or a thing that only has to do with a topic (栏目, 制度). */
  opaque: boolean;
}

/** The senses of a word with one role. */
export const plainSenses = (...own: Role[]): Senses => ({
  topic: null,
  strength: 'strong',
  aspect: null,
  applicant: null,
  loose: false,
  channel: null,
  roles: new Set(own),
  opaque: false,
});

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
  /** Topics whose measures have a column for each kind of applicant. */
  byApplicant: ReadonlySet<string>;
  /** Aspects that are a part of a stage of some topic. */
  outcomes: ReadonlySet<string>;
  /** Pairs `group item` of aspects (不予公开 and 属于国家秘密), either way round. */
  nested: ReadonlySet<string>;
}

export class LexiconError extends Error {
  override readonly name = 'LexiconError';
  constructor(readonly mistakes: { path: string; line: number; column: number; message: string }[]) {
    super(mistakes.map((each) => `${each.line}:${each.column}: ${each.path}: ${each.message}`).join('\n'));
  }
}

function compileWords(data: LexiconData): Trie<Senses> {
  const trie = emptyTrie<Senses>();
  const add = (word: string, sense: Partial<Senses>) => {
    const node = nodeOf(trie, word);
    const known = node.value ?? plainSenses();
    const senses = { ...known, ...sense, roles: new Set([...known.roles, ...(sense.roles ?? [])]) };
    const { topic: noun, aspect, applicant, channel, roles: own } = senses;
    const meant = noun ?? aspect ?? applicant ?? channel;
    node.value = {
      ...senses,
      opaque: own.has('facility') || (meant === null && [...own].every((role) => role === 'idiom')),
    };
  };
  for (const [id, each] of Object.entries(data.topics)) {
    for (const word of each.words) add(word, { topic: id, strength: 'strong' });
    for (const word of each.weak ?? []) add(word, { topic: id, strength: 'weak' });
    for (const word of each.withAspect ?? []) add(word, { topic: id, strength: 'withAspect' });
  }
  for (const [id, list] of Object.entries(data.aspects)) for (const word of list) add(word, { aspect: id });
  for (const [id, each] of Object.entries(data.applicants)) {
    for (const word of each.words) add(word, { applicant: id });
    for (const word of each.loose ?? []) add(word, { applicant: id, loose: true });
  }
  for (const [id, list] of Object.entries(data.channels)) for (const word of list) add(word, { channel: id });
  for (const role of roles) for (const word of data.roles[role] ?? []) add(word, { roles: new Set([role]) });
  return trie;
}

function compileUnits(data: LexiconData): Trie<Unit> {
  const trie = emptyTrie<Unit>();
  const add = (name: string, kind: Unit['kind'], family: string, factor = 1) => {
    nodeOf(trie, name).value = { name, kind, family, factor };
  };
  for (const [family, list] of Object.entries(data.units.count))
    for (const name of list) add(name, 'count', family);
  for (const [name, factor] of Object.entries(data.units.money)) add(name, 'money', 'money', factor);
  for (const name of data.units.percent) add(name, 'percent', 'percent');
  for (const name of data.units.noise) add(name, 'noise', 'noise');
  return trie;
}

/** Aspects, applicants and placeholders that the file uses but does not define. */
function dangling(data: LexiconData): { path: string[]; message: string }[] {
  const unknown = (list: readonly string[], path: string[]) =>
    list
      .filter((id) => !Object.hasOwn(data.aspects, id))
      .map((id) => ({ path, message: `unknown aspect ${id}` }));
  return [
    ...unknown(data.stages, ['stages']),
    ...unknown([...Object.keys(data.kinds), ...Object.values(data.kinds)], ['kinds']),
    ...unknown([data.listed], ['listed']),
    ...unknown(data.failures, ['failures']),
    ...unknown(Object.values(data.carry), ['carry']),
    ...Object.entries(data.topics).flatMap(([id, each]) => [
      ...unknown(Object.keys(each.aspects), ['topics', id, 'aspects']),
      ...unknown(each.implied ?? [], ['topics', id, 'implied']),
      ...unknown(each.onlyDisclosure ?? [], ['topics', id, 'onlyDisclosure']),
    ]),
  ];
}

/**
 * Reads and validates a lexicon file.
 * @throws LexiconError with every mistake and its line and column.
 */
export function parseLexicon(text: string): Lexicon {
  const counter = new YAML.LineCounter();
  const document = YAML.parseDocument(text, { lineCounter: counter });
  const place = (path: PropertyKey[]) => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (YAML.isNode(node) && node.range) {
        const { line, col } = counter.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  };
  if (document.errors.length > 0) {
    throw new LexiconError(
      document.errors.map((each) => {
        const { line, col } = counter.linePos(each.pos[0]);
        return { path: '', line, column: col, message: each.message };
      }),
    );
  }
  const parsed = lexiconSchema.safeParse(document.toJS());
  const mistakes = parsed.success ? dangling(parsed.data) : parsed.error.issues;
  if (!parsed.success || mistakes.length > 0) {
    throw new LexiconError(
      mistakes.map((each) => ({
        path: each.path.map(String).join('.'),
        ...place(each.path),
        message: each.message,
      })),
    );
  }
  const tails = emptyTrie<'approximate' | 'atLeast'>();
  for (const word of parsed.data.units.approximate) nodeOf(tails, word).value = 'approximate';
  for (const word of parsed.data.units.atLeast) nodeOf(tails, word).value = 'atLeast';
  const { data } = parsed;
  return { data, words: compileWords(data), units: compileUnits(data), tails, ...facts(data) };
}
