import * as z from 'zod';
import type { Lang } from '../../model/index.js';

const text = z.string().min(1);

/** What the placeholders of each text stand for is said in templates/notice.yaml. */
const everywhere = ['agency', 'year', 'count', 'deadline', 'issuer', 'basis'] as const;

const letterhead = z.strictObject({ name: text, number: text.optional() });

const labels = z.strictObject({
  number: text,
  problem: text,
  found: text,
  where: text,
  /** Heads of the columns of a table: what stands there, and what should. */
  now: text,
  should: text,
  basis: text,
  required: text,
});

const basis = z.strictObject({ from: z.number().int().optional(), text });

const wording = z.strictObject({
  /** Name of the series in red over a red line, and the number of the document. */
  letterhead: letterhead.optional(),
  title: text,
  addressee: text,
  /** What `{basis}` stands for, latest first: the text of the first entry whose first report year has come. */
  basis: z.array(basis).min(1).optional(),
  opening: z.array(text).min(1),
  labels,
  /** Where one smallest correction exists, with `{correction}`. */
  correction: text,
  /** Where several exist, with `{correction}` for all of them and their number `{ways}`. */
  corrections: text,
  /** Where more exist than can be written out, with `{ways}`. */
  manyCorrections: text,
  closing: z.array(text).min(1),
  deadline: text,
  issuer: text,
  date: text,
  contact: text.optional(),
});
export type Wording = z.infer<typeof wording>;

const fonts = z.strictObject({ title: text, heading: text, body: text, digits: text });

/** Wording and layout of the rectification notice, edited by the office. */
export const noticeTemplate = z
  .strictObject({
    $schema: z.string().optional(),
    severities: z.array(z.enum(['error', 'warning', 'info'])).min(1),
    problems: z.enum(['list', 'table']),
    fonts,
    'zh-CN': wording,
    /** Absent: the Chinese wording serves for every language. */
    en: wording.optional(),
  })
  .meta({ title: 'gouji notice', description: 'Wording and layout of the rectification notice.' });
/** Every key that a template can hold, for suggestions. */
export const templateKeys = [noticeTemplate, fonts, wording, letterhead, labels, basis].flatMap(({ shape }) =>
  Object.keys(shape),
);

export type NoticeTemplate = z.infer<typeof noticeTemplate>;

export function wordingOf(template: NoticeTemplate, lang: Lang): Wording {
  return template[lang] ?? template['zh-CN'];
}

/** What a notice about a report of the year rests on. */
export function basisOf({ basis: bases = [] }: Wording, year: number | null): string {
  const found = year === null ? bases[0] : bases.find(({ from }) => (from ?? year) <= year);
  return found?.text ?? '';
}

/** The placeholders that a text may hold, by its key. */
export function placeholdersOf(key: string): readonly string[] {
  if (key === 'correction') return [...everywhere, 'correction'];
  if (key === 'manyCorrections') return [...everywhere, 'ways'];
  if (key === 'corrections') return [...everywhere, 'correction', 'ways'];
  return everywhere;
}
