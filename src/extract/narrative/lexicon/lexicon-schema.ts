import * as z from 'zod';
import { roles } from './roles.js';
import { wordsIn } from './words/word-list.js';

/** Words with blanks between them; a list of thousands of YAML nodes would take longer to parse than a report takes to audit. */
const words = z.string().transform(wordsIn).pipe(z.array(z.string()).min(1));

/** The same, left as one text: what the tree of words is made of once, and read back with every start of the program. */
const manyWords = z.string().refine((text) => wordsIn(text).length > 0);

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
  /** What was not done where there was none of it and no verb says so (规章、规范性文件均无). */
  absent: z.string().optional(),
  /** Measure of a number limited to one channel; `{channel}` stands for its id. */
  channel: z.string().optional(),
  /** The topic that a general noun of this one (文件) takes up again when the sentence has named it. */
  echoes: z.string().optional(),
  /** Units that go with the topic; any counting unit when absent. */
  units: words.optional(),
  /** Units of the things themselves, not of what was published of them (处理行政处罚 15 条 are no decisions); those of `units` when absent. */
  ownUnits: words.optional(),
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

/** A lexicon file: vocabulary and grammar of the prose. */
export const lexiconSchema = z.strictObject({
  topics: z.record(z.string(), topic),
  /** What is said of the things counted: received, granted, upheld, … */
  aspects: z.record(z.string(), manyWords),
  /** Aspects that say nothing of their own beside an outcome (作出予以公开决定). */
  light: words,
  /** Aspects that are stages of the same things: 收到并办结 3 件 says both, and does not add them up. */
  stages: words,
  /** Aspects of cases that have come to their end (审结 3 件). */
  closings: words,
  /** Aspects of what was not taken up or not finished: with the rest they make up all that came in. */
  aside: words,
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
  /** Aspects of what is not finished. */
  waiting: words,
  /**
   * `columns`: those of Table 3; where the edition names the `group`, the columns of that group. `whole`: beside another kind it means all
   * applicants (自然人和企业). `rest`: what 其他 means after another applicant; `loose`: words that mean it only beside another kind of
   * applicant (公民).
   */
  applicants: z.record(
    z.string(),
    z.strictObject({
      words,
      loose: words.optional(),
      columns: words,
      group: z.string().optional(),
      whole: z.literal(true).optional(),
      rest: z.literal(true).optional(),
    }),
  ),
  channels: z.record(z.string(), words),
  /** Words of channels that name one only beside another (书面). */
  looseWays: words,
  /** Acts that are disputed themselves: a clause about them denies no disputes over disclosure. */
  acts: words,
  /** Topics that, one right after the other, are two (无复议诉讼). */
  paired: words,
  /** Topics whose nouns name a way of coming in where they stand in a list of channels (网上 2 件、来信 3 件). */
  ways: words,
  /** Topics whose mention shows that a sentence speaks of information disclosure. */
  disclosure: words,
  roles: z.partialRecord(z.enum(roles), manyWords),
  ownNames: z.strictObject({
    /** Characters behind which a shorter name of the agency begins, and those of the agencies above it (国家税务总局…). */
    places: words,
    superiors: words,
    /** Last characters that stand with the level for the name (省局), though not for that of a branch. */
    levels: words,
    branches: words,
    /** What a name holds is what the agency calls itself. */
    held: words,
    /** Endings that may be left out. */
    endings: words,
    /** What those call themselves whose names end so. */
    called: z.array(z.strictObject({ endings: words, own: words })),
    /** How the names of other agencies end. */
    agencies: words,
  }),
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
