import { conclude } from '../conclude/index.js';
import type { Stage } from '../audit.js';
import { extract } from '../extract/index.js';
import { readValue } from '../extract/tables/value.js';
import { InputError, type Audit, type CellAddress, type Lang, type Report } from '../model/index.js';
import { failureOf } from '../report/failure.js';
import type { Context } from '../report/renderer.js';
import { translator } from '../report/translate.js';
import { evaluate } from '../rules/evaluate.js';
import type { Answer, Request } from './protocol.js';
import type { Settings } from './settings.js';
import { viewOf } from './view.js';

/** The report that lies open, as it was read and as it stands now. */
interface Opened {
  read: Report;
  now: Report;
  audit: Audit;
  context: Context;
}

/** The report with other texts in its cells, each read as if it had stood in the document. */
function revised(report: Report, edits: Record<CellAddress, string>): Report {
  const cells = { ...report.cells };
  for (const [address, text] of Object.entries(edits)) {
    const before = cells[address];
    if (before === undefined) continue;
    cells[address] = { ...readValue(text.normalize('NFKC')), raw: text, at: before.at, confidence: 1 };
  }
  return { ...report, cells };
}

/** Answers the requests of the page, one at a time. */
export function createChecker(
  { resources, provenance }: Settings,
  onStage: (stage: Stage) => void,
): (request: Request) => Promise<Answer> {
  const { forms, rules } = resources;
  let opened: Opened | null = null;

  async function audited(read: Report, now: Report, lang: Lang): Promise<Answer> {
    const outcomes = await evaluate(now, rules, { lang });
    onStage('evaluate');
    const audit = conclude(now, outcomes, { grading: rules.grading, forms, lang });
    onStage('conclude');
    const context: Context = { lang, t: translator(lang), forms, provenance, color: false, columns: 80 };
    opened = { read, now, audit, context };
    return { kind: 'audit', view: viewOf(audit, context) };
  }

  async function answer(request: Request): Promise<Answer> {
    if (request.kind === 'open') {
      const { name, bytes, said, lang } = request;
      const report = await extract(bytes, { name, ...resources, ...said });
      onStage('extract');
      return audited(report, report, lang);
    }
    if (opened === null) throw new Error('no report is open');
    if (request.kind === 'revise')
      return audited(opened.read, revised(opened.read, request.edits), request.lang);
    const { fileOf } = await import('./files.js');
    return fileOf(request.format, opened.now, opened.audit, opened.context);
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      const lang = request.kind === 'write' ? 'zh-CN' : request.lang;
      const name = request.kind === 'open' ? request.name : '';
      if (error instanceof InputError && error.code === 'several' && request.kind === 'open') {
        const { expandInput } = await import('../extract/read/index.js');
        const inputs = await expandInput(request.bytes, name);
        return { kind: 'several', names: inputs.map((each) => each.name) };
      }
      return { kind: 'failure', failure: failureOf(name, error, lang, translator(lang)) };
    }
  };
}
