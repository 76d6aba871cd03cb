import {
  InputError,
  type AgencyLevel,
  type At,
  type Document,
  type ExplainedTables,
  type FormEdition,
  type ReadNote,
  type Report,
} from '../model/index.js';
import { explainsReport } from './identity/about-report.js';
import { kindOf, levelOf, readAgency } from './identity/agency.js';
import { givenTables } from './identity/given.js';
import { partJoinedLines } from './sections/joined-lines.js';
import { readLayout } from './layout.js';
import { readPublisher } from './identity/publisher.js';
import { readPublished } from './identity/published.js';
import { lexiconFor, readClaims } from './narrative/index.js';
import type { Lexicon } from './narrative/lexicon/lexicon.js';
import { breaksOff } from './sections/breaks-off.js';
import { readsAsReport } from './identity/reads-as-report.js';
import { readSections } from './sections/sections.js';
import { explainTables } from './tables/explain.js';
import { readTables } from './tables/index.js';
import type { CutOff } from './tables/settle/cut-off.js';
import { restoreTables } from './tables/flow/restore.js';
import { mendLabels } from './tables/mend/mend.js';
import { mendPageLines } from './tables/mend/page-lines.js';
import { streamOf } from './tables/stream/stream.js';
import { transposeTables } from './tables/header/transpose.js';
import { unwrapTables } from './tables/mend/unwrap.js';
import { scriptOf } from './text/script.js';
import type { Vocabulary } from './vocabulary.js';
import { readYear } from './identity/year.js';

/** Whoever made the text has dropped lines that repeat: labels and values are missing that the report had. */
const droppedLines: ReadNote = { code: 'lost-text', at: null, values: {} };

/** The document ends before the report does: inside a table, or elsewhere. */
const cutOffNote = (inTable: CutOff | null, elsewhere: At | null): ReadNote[] => {
  if (inTable !== null) {
    const { block, at } = inTable;
    return [{ code: 'cut-off', at, values: { table: block.located.marks.table.id } }];
  }
  return elsewhere === null ? [] : [{ code: 'cut-off', at: elsewhere, values: {} }];
};

/** What the recogniser knows beforehand, and what the caller knows better. */
export interface RecogniseOptions {
  forms: readonly FormEdition[];
  vocabulary: Vocabulary;
  lexicon: Lexicon;
  year?: number | undefined;
  agency?: string | undefined;
  level?: AgencyLevel | undefined;
  /** Called with how the tables were read, when somebody wants to know. */
  onTables?: ((tables: ExplainedTables) => void) | undefined;
}

const han = /\p{Script=Han}/u;

const isInChinese = ({ blocks }: Document): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph'
      ? han.test(block.text)
      : block.kind === 'table' && block.rows.some((row) => row.some((cell) => han.test(cell.text))),
  );

const linesOf = ({ blocks }: Document): string[] =>
  blocks.slice(0, 40).flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : []));

/**
 * Document → Report: tables, parts, title, agency, year, layout and claims.
 * @throws InputError `no-report` when nothing shows that the document is a report of this kind; `about-report` when it only explains one
 */
export async function recognise(
  read: Document,
  source: Report['source'],
  options: RecogniseOptions,
): Promise<Report> {
  const { forms, vocabulary, lexicon } = options;
  // The title, the headings and the labels of a report are in Chinese.
  if (read.given === undefined && !isInChinese(read)) throw new InputError('no-report');
  const script = await scriptOf(read);
  const parted = mendPageLines(partJoinedLines(read, forms, vocabulary, script), forms, script);
  const labelled = mendLabels(parted, forms);
  const unwrapped = unwrapTables(restoreTables(labelled, forms, script), forms, script);
  const document = transposeTables(unwrapped, forms);
  const stream = streamOf(document, script);
  const given = document.given;
  const first =
    given === undefined
      ? readTables(stream, forms, script)
      : { ...givenTables(given, forms), subtotals: {}, used: [], undecided: false, cutOff: null, steps: [] };
  const { title, front, sections } = readSections(document, stream, first.used, forms, script, vocabulary);
  const headings = sections.filter((each) => each.heading !== null).length;
  const hasTable = first.blocks.some((each) => each.found);
  const shown =
    given !== undefined ||
    hasTable ||
    headings >= 2 ||
    title !== null ||
    readsAsReport(linesOf(document), headings > 0, script, vocabulary);
  if (
    given === undefined &&
    !hasTable &&
    explainsReport([document.title, title?.text ?? null], linesOf(document), vocabulary)
  )
    throw new InputError('about-report');
  if (!shown) throw new InputError('no-report');
  const { year, years, period } = readYear(
    title,
    document.title,
    sections,
    vocabulary,
    options.year ?? given?.year,
  );
  const tables = first.undecided && year !== null ? readTables(stream, forms, script, year) : first;
  if (options.onTables !== undefined) {
    const mended: ExplainedTables['mended'] = [];
    if (labelled !== parted) mended.push('labels');
    if (unwrapped !== labelled) mended.push('unwrapped');
    if (document !== unwrapped) mended.push('transposed');
    options.onTables({
      ...explainTables(stream, tables, mended),
      ...(read.part === undefined ? {} : { part: read.part }),
    });
  }
  const found = readAgency(title, document.title, sections, vocabulary, () =>
    readPublisher(document, sections, vocabulary),
  );
  const said = options.agency ?? given?.agency.name;
  const name = said ?? found.agency.name;
  const named =
    said === undefined
      ? found.agency
      : { name, level: levelOf(said, vocabulary), kind: kindOf(said, vocabulary) };
  const published = readPublished(document, vocabulary, year);
  const layout = readLayout(tables.blocks, forms, year);
  const words = lexiconFor(lexicon, forms, layout.id, year);
  const agency = { ...named, ...(options.agency === undefined ? given?.agency : undefined) };
  return {
    source,
    agency: options.level === undefined ? agency : { ...agency, level: options.level },
    agencyQuotes: found.quotes,
    year,
    years,
    period,
    ...(published === undefined ? {} : { published }),
    title,
    ...(front.length === 0 ? {} : { front }),
    layout,
    cells: tables.cells,
    ...(Object.keys(tables.subtotals).length === 0 ? {} : { subtotals: tables.subtotals }),
    sections,
    claims: readClaims(sections, { year, agencyName: name }, words),
    notes: [
      ...document.notes,
      // Without a table there is nothing that must repeat.
      ...(stream.deduplicated && hasTable ? [droppedLines] : []),
      ...cutOffNote(
        tables.cutOff,
        given === undefined ? breaksOff(read, { title, sections }, forms, script, vocabulary) : null,
      ),
    ],
    pages: document.pages,
    tables: document.blocks.filter((each) => each.kind === 'table').length,
  };
}
