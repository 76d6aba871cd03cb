import { join } from 'node:path';
import { filledDesk } from '../../report/desk/filled.js';
import { auditFormats, type PartFormat } from '../../report/formats/formats.js';
import { renderers } from '../../report/index.js';
import type { Context, Renderer } from '../../report/renderer.js';
import { documentNames } from './document-names.js';
import type { Input } from '../input/inputs.js';
import { found, openDocument, openDocuments, openFolder, type Output, type Unwritten } from './output.js';
import { UsageError } from '../usage-error.js';

/** Where the results go: some formats, each with its output, in the same order. */
export interface Outputs {
  /** `pretty` to a terminal tells of failures itself. */
  showsFailures: boolean;
  /** Formats whose text of a single audit is asked for. */
  formats: PartFormat[];
  /** Opens the outputs; nothing is written before. `unwritten` is told of each document that could not be. */
  open: (context: Context, unwritten: Unwritten) => Output[];
  /** Folder of `--format all`; `null` for any other format. */
  folder: string | null;
}

/** What the desk of `--format all` is made of. */
interface Desk {
  page: string;
  /** What it audits with. */
  settings: string;
}

/** Name of the documents of all audits in the folder of `--format all`. */
const together = 'audits';

/**
 * The folder of `--format all`: a page, a JSON document and, where it is needed, a notice for each audit, the desk with all of them as `index.html`, and all
 * audits as workbook and as lines of JSON, which a later run takes as baseline. Without a page from the build the index is a plain list.
 */
function everything(folder: string | undefined, inputs: readonly Input[], desk: Desk | null): Outputs {
  if (folder === undefined) throw new UsageError('usage.all');
  if (found(folder)?.isDirectory() === false) throw new UsageError('usage.folder', { path: folder });
  return {
    showsFailures: false,
    formats: [...(desk === null ? [] : ['desk' as const]), 'html', 'json', 'docx', 'ndjson', 'xlsx'],
    open: (context, unwritten) => [
      ...(desk === null ? [] : [openDocument(join(folder, 'index.html'), deskOf(desk), context)]),
      desk === null
        ? openFolder(`${folder}/`, renderers.html, inputs, context, unwritten)
        : openDocuments(folder, renderers.html, context, unwritten),
      openDocuments(folder, renderers.json, context, unwritten),
      openDocuments(folder, renderers.docx, context, unwritten),
      openDocument(join(folder, `${together}.ndjson`), renderers.ndjson, context),
      openDocument(join(folder, `${together}.xlsx`), renderers.xlsx, context),
    ],
    folder,
  };
}

/** The desk, filled with audits whose pages lie beside it. */
function deskOf(desk: Desk): Renderer {
  const nameOf = documentNames();
  return filledDesk({ ...desk, pageOf: (summary) => `${nameOf(summary)}.${renderers.html.extension}` });
}

/** The outputs that `--format` and `--out` ask for; `desk` is asked for where there is to be one. */
export function outputsFor(
  name: string,
  out: string | undefined,
  inputs: readonly Input[],
  desk: () => Desk | null,
): Outputs {
  if (name === 'all') return everything(out, inputs, desk());
  const format = auditFormats.find((each) => each === name);
  if (format === undefined) throw new UsageError('usage.notYet', { what: `--format ${name}` });
  const renderer = renderers[format];
  if (renderer.binary === true && out === undefined && process.stdout.isTTY) {
    throw new UsageError('usage.binary', { format, extension: renderer.extension });
  }
  const needed = renderer.combined || inputs.length === 1 || out !== undefined;
  return {
    showsFailures: format === 'pretty' && out === undefined,
    formats: needed ? [format] : [],
    open: (context, unwritten) => [
      out === undefined || !renderer.separate
        ? openDocument(out, renderer, context)
        : openFolder(out, renderer, inputs, context, unwritten),
    ],
    folder: null,
  };
}
