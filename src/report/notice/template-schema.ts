import * as z from 'zod';

const text = z.string().min(1);

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

export const wording = z.strictObject({
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
