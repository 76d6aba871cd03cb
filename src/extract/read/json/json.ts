import type { ErrorObject } from 'ajv/dist/2020.js';
import zh from 'ajv-i18n/localize/zh/index.js';
import type { Localize } from 'ajv-i18n/localize/types.js';
import { InputError, type Block, type Document, type Localised } from '../../../model/index.js';
import type { ReportInput } from '../../../model/report/report-input.js';
import { decode } from '../../text/decode.js';
import { validate } from './validate.js';

/** Mistakes told one by one; more would not help anybody. */
const mostDetails = 50;

// The package is CommonJS without a default export, though its types claim one.
const inChinese = zh as unknown as Localize;

const pointer = (path: string) => (path === '' ? '/' : path);

/** What a message of ajv leaves out: the culprit or what would be right. */
function specifics({ params }: ErrorObject): string {
  const { additionalProperty, allowedValues, allowedValue, propertyName } = params as Partial<
    Record<'additionalProperty' | 'allowedValue' | 'propertyName', string> & { allowedValues: string[] }
  >;
  const culprit = additionalProperty ?? propertyName ?? allowedValue ?? allowedValues?.join('|');
  return culprit === undefined ? '' : ` (${culprit})`;
}

function inWords(errors: readonly ErrorObject[]): Localised[] {
  const told = errors.slice(0, mostDetails).map((error) => ({ ...error }));
  const words = () =>
    told.map(
      (error) => `${pointer(error.instancePath)}: ${error.message ?? error.keyword}${specifics(error)}`,
    );
  const en = words();
  inChinese(told);
  return words().map((zh, index) => ({ 'zh-CN': zh, en: en[index] ?? '' }));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const detail = error instanceof Error ? error.message : '';
    throw new InputError('invalid-json', {}, null, [
      { 'zh-CN': `JSON 语法错误：${detail}`, en: `JSON syntax: ${detail}` },
    ]);
  }
}

function blocksOf({ title, preface = [], sections }: ReportInput): Block[] {
  const paragraphs = (texts: readonly string[], path: string): Block[] =>
    texts.map((text, index) => ({ kind: 'paragraph', text, at: { path: `${path}/${index}` } }));
  return [
    ...(title === undefined
      ? []
      : [{ kind: 'paragraph', text: title, at: { path: '/title' }, heading: 1 } as const]),
    ...paragraphs(preface, '/preface'),
    ...sections.flatMap(({ heading, paragraphs: texts }, index) => [
      { kind: 'paragraph', text: heading, at: { path: `/sections/${index}/heading` }, heading: 2 } as const,
      ...paragraphs(texts, `/sections/${index}/paragraphs`),
    ]),
  ];
}

/**
 * Reads a report that a system hands over as data, in the form of `schema/report.schema.json`.
 * @throws InputError `invalid-json` with every mistake, its JSON pointer and what would be right
 */
export function readJson(bytes: Uint8Array): Document {
  const { text, encoding } = decode(bytes);
  const data = parse(text);
  if (!validate(data)) throw new InputError('invalid-json', {}, null, inWords(validate.errors ?? []));
  const { title, agency, year, form, cells, published } = data;
  return {
    format: 'json',
    encoding,
    title: title ?? null,
    blocks: blocksOf(data),
    pages: null,
    notes: [],
    given: { agency, year, form, cells, ...(published === undefined ? {} : { published }) },
  };
}
