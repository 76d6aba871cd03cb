import type { Audit, Report } from '../model/index.js';
import { formXlsx } from '../report/formats/form-xlsx.js';
import type { AuditFormat } from '../report/formats/formats.js';
import { renderers } from '../report/index.js';
import type { Context, Part } from '../report/renderer.js';
import { summarise } from '../report/office/summarise.js';
import type { Answer, Download } from './protocol.js';

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

/** The audit, or the tables as they stand now, as a file. */
export async function fileOf(
  format: Download,
  report: Report,
  audit: Audit,
  context: Context,
): Promise<Answer> {
  const { forms, lang, t } = context;
  const title = [report.agency.name ?? t('pretty.untitled'), report.year].filter((each) => each !== null);
  const name = [...title, t(`page.file.${format}`)].join(' ');
  const extension = format === 'tables' ? 'xlsx' : format;
  const bytes =
    format === 'tables'
      ? await formXlsx({ reports: [report], forms, lang, t })
      : await documentOf(format, audit, context);
  if (typeof bytes === 'string') return { kind: 'nothing', reason: bytes };
  return { kind: 'file', name: `${name}.${extension}`, type: types[extension] ?? '', bytes };
}
