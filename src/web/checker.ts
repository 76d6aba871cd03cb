import { conclude } from '../conclude/index.js';
import type { Stage } from '../audit/audit.js';
import { extract } from '../extract/index.js';
import { readValue } from '../extract/tables/value.js';
import { InputError, type Audit, type Lang, type Report } from '../model/index.js';
import { failureOf } from '../report/failure.js';
import type { Context, Failure } from '../report/renderer.js';
import { translator, type Translate } from '../report/translate.js';
import { evaluate } from '../rules/evaluate/evaluate.js';
import type { Answer, Edits, Request } from './protocol.js';
import type { PageSettings } from '../audit/page-settings.js';
import { viewOf } from './view.js';

/** The report that lies open, as it was read and as it stands now. */
interface Opened {
  read: Report;
  now: Report;
  audit: Audit;
  context: Context;
}

/** The report with other texts in its cells, each read as if it had stood in the document; its source says so. */
function revised(report: Report, edits: Edits, t: Translate): Report {
  const changed = Object.entries(edits).filter(([address]) => Object.hasOwn(report.cells, address));
  if (changed.length === 0) return report;
  const cells = { ...report.cells };
  for (const [address, text] of changed) {
    const at = cells[address]?.at ?? null;
    cells[address] = {
      ...readValue(text.normalize('NFKC')),
      raw: text,
      at,
      confidence: 1,
      evidence: 'printed',
    };
  }
  const name = t('page.revised', { name: report.source.name, count: changed.length });
  return { ...report, cells, source: { ...report.source, name } };
}

/** Answers the requests of the page, one at a time. */
export function createChecker(
  { resources, provenance }: PageSettings,
  onStage: (stage: Stage) => void,
): (request: Request) => Promise<Answer> {
  const { forms, rules, notice } = resources;
  let opened: Opened | null = null;

  async function audited(read: Report, edits: Edits, lang: Lang): Promise<Answer> {
    const t = translator(lang);
    const now = revised(read, edits, t);
    const outcomes = await evaluate(now, rules, { lang });
    onStage('evaluate');
    const audit = conclude(now, outcomes, { grading: rules.grading, forms, lang });
    onStage('conclude');
    const context: Context = { lang, t, forms, notice, provenance, color: false, columns: 80 };
    opened = { read, now, audit, context };
    return { kind: 'audit', view: viewOf(audit, context) };
  }

  async function answer(request: Request): Promise<Answer> {
    if (request.kind === 'open') {
      const { document, said, edits, lang } = request;
      const report = await extract(document.bytes, { name: document.name, ...resources, ...said });
      onStage('extract');
      return audited(report, edits, lang);
    }
    if (opened === null) throw new Error('no report is open');
    if (request.kind === 'revise') return audited(opened.read, request.edits, request.lang);
    const { fileOf } = await import('./files.js');
    return fileOf(request.format, opened.now, opened.audit, opened.context);
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      if (request.kind === 'open' && error instanceof InputError && error.code === 'several')
        return { kind: 'several' };
      return { kind: 'failure', failure: failure(request, error) };
    }
  };
}

/** What went wrong, as the command line says it, but for what only the command line can do. */
function failure(request: Request, error: unknown): Failure {
  const { lang } = request;
  const name = request.kind === 'open' ? request.document.name : '';
  const t = translator(lang);
  const said = failureOf(name, error, lang, t);
  return said.code === 'scanned'
    ? { ...said, reason: t('failure.illegible'), remedy: t('page.scanned') }
    : said;
}
