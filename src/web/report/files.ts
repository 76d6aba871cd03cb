import type { Audit, Report } from '../../model/index.js';
import { formXlsx } from '../../report/formats/sheets/form-xlsx.js';
import type { AuditFormat } from '../../report/formats/formats.js';
import { renderers } from '../../report/index.js';
import type { Context, Part } from '../../report/renderer.js';
import { summarise } from '../../report/office/summarise.js';
import { correctionsDocx } from '../../report/corrected/corrections-docx.js';
import { tablesDocx } from '../../report/corrected/tables-docx.js';
import { tablesHtml } from '../../report/corrected/tables-html.js';
import { statutoryTables } from '../../report/corrected/tables.js';
import type { Answer, Download } from '../protocol.js';

const types: Record<string, string> = {
  html: 'text/html;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

async function* only(part: Part): AsyncGenerator<Part> {
  yield await Promise.resolve(part);
}

/** The document of the audit; as words, why there is none. */
async function documentOf(format: AuditFormat, audit: Audit, context: Context): Promise<Uint8Array | string> {
  const renderer = renderers[format];
  const summary = summarise(audit);
  const text = renderer.part(audit, context);
  if (renderer.none !== undefined && text === '') return context.t(renderer.none, { name: summary.name });
  const part: Part = { kind: 'audit', summary, text };
  const chunks: BlobPart[] = [];
  for await (const chunk of renderer.document(only(part), context)) {
    chunks.push(typeof chunk === 'string' ? chunk : new Uint8Array(chunk));
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** What the files are made of. */
interface Written {
  /** The audit of the report as it was read. */
  before: Audit;
  report: Report;
  audit: Audit;
  /** How many cells were changed. */
  edited: number;
  /** Filled in on the page. */
  own: boolean;
}

const extensions: Record<Download, string> = {
  html: 'html',
  xlsx: 'xlsx',
  docx: 'docx',
  tables: 'xlsx',
  tablesDocx: 'docx',
  tablesHtml: 'html',
  corrections: 'docx',
};

async function bytesFor(
  format: Download,
  { before, report, audit, edited, own }: Written,
  context: Context,
): Promise<Uint8Array | string> {
  const { forms, lang, t, notice } = context;
  const mark = own ? t('clerk.ownMark') : edited > 0 ? t('clerk.mark', { count: edited }) : '';
  const tables = () => statutoryTables({ report, forms, t, mark });
  switch (format) {
    case 'tables':
      return formXlsx({ reports: [report], forms, lang, t });
    case 'tablesDocx':
      return tablesDocx(tables(), notice);
    case 'tablesHtml':
      return new TextEncoder().encode(tablesHtml(tables(), lang));
    case 'corrections':
      return edited === 0 ? t('clerk.noCorrections') : correctionsDocx(before, audit, context);
    case 'docx':
      // The notice is about what was published, never about figures that were tried out.
      return edited > 0 || own ? t('clerk.noticeRefused') : documentOf(format, audit, context);
    default:
      return documentOf(format, audit, context);
  }
}

/** The audit, the tables as they stand now, or what was corrected, as a file; what holds changed figures says so in its name. */
export async function fileOf(format: Download, written: Written, context: Context): Promise<Answer> {
  const { t } = context;
  const { agency, year } = written.report;
  const title = [agency.name ?? t('pretty.untitled'), year].filter((each) => each !== null);
  const marked = written.edited > 0 && !written.own && format !== 'corrections' ? t('clerk.edited') : '';
  const name = [...title, t(`page.file.${format}`)].join(' ') + marked;
  const bytes = await bytesFor(format, written, context);
  if (typeof bytes === 'string') return { kind: 'nothing', reason: bytes };
  const extension = extensions[format];
  return { kind: 'file', name: `${name}.${extension}`, type: types[extension] ?? '', bytes };
}
