import { InputError, type Document, type Report } from '../model/index.js';
import { pause } from './pause.js';
import { withinBounds } from './read/bounds.js';
import { readDocument } from './read/index.js';
import { recognise, type RecogniseOptions } from './recognise.js';
import { partReports } from './several/index.js';

export { explainClaims } from './narrative/explain.js';
export { lexiconFor } from './narrative/lexicon/for-edition.js';
export { pause } from './pause.js';
export type { Lexicon } from './narrative/lexicon/lexicon.js';
export type { RecogniseOptions } from './recognise.js';
export type { Vocabulary } from './vocabulary.js';

export interface ExtractOptions extends RecogniseOptions {
  /** File name, for the report's source only; the format is decided by content. */
  name: string;
  /** Which of the reports in the file, from 1. */
  report?: number | undefined;
  /** Ends the work between two of its stages. */
  signal?: AbortSignal | undefined;
}

/** A report as it was taken out of its file, before anything is recognised in it. */
export interface Opened {
  document: Document;
  /** Its name is that of the file, for one of several with whose report it is. */
  source: Report['source'];
}

/** A file of several documents holds these reports. */
export class SeveralReports extends InputError {
  constructor(readonly reports: Opened[]) {
    super('several', { count: String(reports.length) });
  }
}

/** Node does it faster itself than it hands it to a thread of the platform, which is the only way in a browser. */
async function sha256(bytes: Uint8Array): Promise<string> {
  const node = (globalThis as { process?: NodeJS.Process }).process?.getBuiltinModule('node:crypto');
  if (node !== undefined) return node.createHash('sha256').update(bytes).digest('hex');
  const digest = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes));
  return Array.from(new Uint8Array(digest), (each) => each.toString(16).padStart(2, '0')).join('');
}

/** Names reports of one file by agency and year, or by their number; no two are equal. */
function namesOf(file: string, reports: readonly Document[]): string[] {
  const used = new Set<string>();
  return reports.map(({ part }, index) => {
    const said = [part?.agency ?? null, part?.year ?? null].filter((each) => each !== null).join(' ');
    const number = String(index + 1);
    const wanted = part?.agency === null || said === '' ? [number, said].join(' ').trim() : said;
    const own = used.has(wanted) ? `${wanted} (${number})` : wanted;
    used.add(own);
    return `${file} › ${own}`;
  });
}

/**
 * Bytes of one file → the reports in it.
 * @throws InputError when the file cannot be read, or holds several reports that cannot be parted
 */
export async function openReports(
  bytes: Uint8Array,
  { name, forms, vocabulary, signal }: Pick<ExtractOptions, 'name' | 'forms' | 'vocabulary' | 'signal'>,
): Promise<Opened[]> {
  const digest = sha256(bytes);
  await pause(signal);
  const document = await readDocument(bytes, name);
  await pause(signal);
  const { format, encoding } = document;
  const source = { name, format, encoding, sha256: await digest };
  const reader =
    format === 'text' ? async () => (await import('./read/text/text.js')).textReader(bytes) : null;
  const parted = await partReports(document, forms, vocabulary, reader);
  const reports = parted.map((each) => withinBounds(each));
  if (reports.length === 1) return reports.map((each) => ({ document: each, source }));
  const names = namesOf(name, reports);
  return reports.map((each, i) => ({ document: each, source: { ...source, name: names[i] ?? name } }));
}

/**
 * Bytes of one report → Report.
 * @param onRead called when the document is read, before its tables are recognised
 * @throws InputError when the input cannot be read or is no report of this kind; SeveralReports when nobody says which of them
 */
export async function extract(
  bytes: Uint8Array,
  options: ExtractOptions,
  onRead?: () => void,
): Promise<Report> {
  const reports = await openReports(bytes, options);
  const { report = 1 } = options;
  const only = reports[report - 1];
  if (only === undefined)
    throw new InputError('no-such-report', { count: String(reports.length), number: String(report) });
  if (options.report === undefined && reports.length > 1) throw new SeveralReports(reports);
  onRead?.();
  return extractOpened(only, options);
}

/** A report that was taken out of its file → Report. */
export function extractOpened({ document, source }: Opened, options: RecogniseOptions): Promise<Report> {
  return recognise(document, source, options);
}
