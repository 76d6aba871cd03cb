import * as z from 'zod';
import { agencyKinds } from '../model/index.js';

const words = z.array(z.string().min(1)).min(1);

/** Words by which title, agency and the page around the report are recognised; `recognition.yaml` and `cities.yaml`. */
export const vocabularySchema = z.strictObject({
  title: z.strictObject({ subject: words, kind: words, otherKinds: words, notTitles: words, labels: words }),
  /** What lines of the first part head in every report. */
  topics: words,
  /** Words in the title of a page about a report (文字解读, 一图读懂). */
  about: words,
  /** Ends of titles of documents of another kind (关于…年度报告编制的通知). */
  others: words,
  /** Where a file holds several reports: words that no title of a report has, and how a preface opens. */
  several: z.strictObject({ notTitles: words, openings: words }),
  /** Fields that a page prints beside a report: their labels, which of them name an agency, and what is no agency there. */
  page: z.strictObject({
    labels: words,
    publishers: words,
    sources: words,
    metadata: words,
    notPublishers: words,
    bareEndings: words,
  }),
  /** How pages say when they were published: in words before the date, and out of sight. */
  published: z.strictObject({ labels: words, metadata: words }),
  agency: z.strictObject({
    kinds: z.array(z.strictObject({ kind: z.enum(agencyKinds), endings: words })),
    levels: z.strictObject({
      central: words,
      centralPrefixes: words,
      municipalities: words,
      provinces: words,
      notPlaces: words,
      township: words,
      county: words,
      prefectures: words,
      shortPrefectures: words,
    }),
    subordinates: z.strictObject({ city: words, county: words }),
    selfNaming: words,
    /** What a sentence goes on with whose subject is the agency. */
    subjects: words,
    /** How offices within an agency begin. */
    offices: words,
    /** How no name of an agency begins. */
    notNames: words,
    notSubjects: words,
  }),
  chrome: words,
  /** Words of a last line that is no sentence: how to reach the agency, what is attached. */
  closing: words,
  period: z.strictObject({ words }),
  cities: z.strictObject({ prefectureLevel: words, countyLevel: words }),
});
export type Vocabulary = z.infer<typeof vocabularySchema>;
