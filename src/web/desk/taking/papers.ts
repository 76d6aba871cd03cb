import { strToU8, zipSync } from 'fflate';
import type { Audit, Lang } from '../../../model/index.js';
import { ledger } from '../../../report/office/ledger.js';
import { renderers } from '../../../report/index.js';
import type { NoticeTemplate } from '../../../report/notice/template.js';
import type { Context, Part, Renderer } from '../../../report/renderer.js';
import { opened } from '../../../report/desk/packed.js';
import type { DeskRequest, Sender } from '../requests.js';

type Single = Extract<DeskRequest, { kind: 'single' }>;
type Many = Extract<DeskRequest, { kind: 'many' }>;

async function* each(parts: readonly Part[]): AsyncGenerator<Part> {
  for (const part of parts) yield await Promise.resolve(part);
}

async function bytesOf(renderer: Renderer, parts: readonly Part[], context: Context): Promise<Uint8Array> {
  const chunks: BlobPart[] = [];
  for await (const chunk of renderer.document(each(parts), context))
    chunks.push(typeof chunk === 'string' ? chunk : new Uint8Array(chunk));
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** The template in the words of the sender; what he left empty stays as the template has it. */
export function templateOf(
  template: NoticeTemplate,
  { issuer, number, date, deadline, contact }: Sender,
): NoticeTemplate {
  const said = Object.fromEntries(
    Object.entries({ issuer, date, deadline, contact }).filter(([, text]) => text !== ''),
  );
  const own = template['zh-CN'];
  const letterhead = number === '' ? own.letterhead : { name: own.letterhead?.name ?? issuer, number };
  return {
    ...template,
    'zh-CN': {
      ...own,
      ...said,
      ...(letterhead === undefined || letterhead.name === '' ? {} : { letterhead }),
    },
    ...(template.en === undefined ? {} : { en: { ...template.en, ...said } }),
  };
}

/** A notice that replaces an earlier one says so in a paragraph of its own. */
function amending(template: NoticeTemplate, amends: string | null, lang: Lang): NoticeTemplate {
  if (amends === null) return template;
  const own = template[lang] ?? template['zh-CN'];
  return { ...template, [lang]: { ...own, opening: [...own.opening, amends] } };
}

/** The notice about a report, or the page of its audit; `null`: there is nothing to notify. */
export async function single(
  { format, chosen, sender, amends }: Single,
  context: Context,
): Promise<Uint8Array | null> {
  const { summary, audit: packed } = chosen.judged;
  const audit = opened<Audit>(packed);
  if (format === 'page') return strToU8(renderers.html.part(audit, context));
  const noticed = new Set(chosen.noticed);
  const told = { ...audit, findings: audit.findings.filter(({ fingerprint }) => noticed.has(fingerprint)) };
  const own = { ...context, notice: amending(templateOf(context.notice, sender), amends, context.lang) };
  const text = renderers.docx.part(told, own);
  return text === '' ? null : bytesOf(renderers.docx, [{ kind: 'audit', summary, text }], own);
}

/** The document of all reports, in the order in which they are given. */
export async function many(
  { format, all, failures, attendance, sender }: Many,
  context: Context,
): Promise<Uint8Array> {
  if (format === 'ledger') {
    const tracked = all.map(({ judged, replies }) => ({ audit: opened<Audit>(judged.audit), replies }));
    return ledger(tracked, sender.deadline, context);
  }
  const renderer = renderers[format === 'workbook' ? 'xlsx' : format === 'json' ? 'json' : 'html'];
  const failed = failures.map((failure): Part => ({ kind: 'failure', failure }));
  const parts = all.map(({ judged: { summary, audit }, document }): Part => ({
    kind: 'audit',
    summary,
    text: format === 'index' ? '' : renderer.part(opened<Audit>(audit), context),
    ...(document === null ? {} : { document }),
  }));
  return bytesOf(renderer, [...parts, ...failed], { ...context, attendance });
}

/** The files in one archive; they are compressed already or not worth it. */
export function archive(files: readonly { name: string; bytes: Uint8Array }[]): Uint8Array {
  return zipSync(
    Object.fromEntries(
      files.map(({ name, bytes }) => [name, [bytes, { level: 0, mtime: new Date(1980, 0, 1) }]]),
    ),
  );
}
