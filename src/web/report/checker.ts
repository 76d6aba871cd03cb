import type { Around } from '../../around/neighbourhood.js';
import { conclude } from '../../conclude/index.js';
import type { Stage } from '../../audit/audit.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { extract } from '../../extract/index.js';
import { readValue } from '../../extract/tables/value.js';
import {
  InputError,
  type Audit,
  type CellAddress,
  type Lang,
  type RegisterTables,
  type Report,
} from '../../model/index.js';
import type { Context, Failure } from '../../report/renderer.js';
import { translator, type Translate } from '../../report/translate.js';
import { evaluate } from '../../rules/evaluate/evaluate.js';
import type { RuleSet } from '../../rules/index.js';
import { blankForm } from '../clerk/blank-form.js';
import { filling, leftOut } from '../clerk/blanks/blanks.js';
import { whileFilling } from '../clerk/blanks/unfinished.js';
import type { Handed } from '../input/handed.js';
import type { Answer, AuditView, Download, Edits, Request, Said } from '../protocol.js';
import type { PageSettings } from '../../audit/page-settings.js';
import { useEngine } from '../scan/library.js';
import { failureInPage } from './failure.js';

/** The report that lies open, as it was read and as it stands now. */
interface Opened {
  read: Report;
  /** Filled in here, from the blank form. */
  own: boolean;
  around: Around | undefined;
  prior: AuditView['prior'];
  edited: number;
  now: Report;
  audit: Audit;
  context: Context;
}

/** The texts that differ from what was read. */
const changedIn = (report: Report, edits: Edits): [CellAddress, string][] =>
  Object.entries(edits).filter(([address]) => Object.hasOwn(report.cells, address));

/** The report with other texts in its cells, each read as if it had stood in the document; its source says so. */
function revised(report: Report, edits: Edits, own: boolean, t: Translate): Report {
  const changed = changedIn(report, edits);
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
  if (own) return { ...report, cells };
  const name = t('page.revised', { name: report.source.name, count: changed.length });
  return { ...report, cells, source: { ...report.source, name } };
}

/** Answers the requests of the page, one at a time. */
export function createChecker(
  { resources, provenance }: PageSettings,
  onStage: (stage: Stage) => void,
): (request: Request) => Promise<Answer> {
  const { forms, notice } = resources;
  /** The default rules, with the pack that the reader has chosen. */
  let rules = resources.rules;
  let opened: Opened | null = null;
  /** What the registers beside it give; of the registers themselves nothing is kept. */
  let computed: RegisterTables | null = null;

  async function judged(
    report: Report,
    own: boolean,
    around: Around | undefined,
    lang: Lang,
  ): Promise<Audit> {
    const all = await evaluate(report, rules, { lang, surroundings: around?.surroundings });
    onStage('evaluate');
    const outcomes = own ? whileFilling(all, report, forms, translator(lang)) : all;
    return conclude(report, outcomes, { grading: rules.grading, forms, lang });
  }

  async function audited(
    { read, own, around, prior }: Pick<Opened, 'read' | 'own' | 'around' | 'prior'>,
    edits: Edits,
    lang: Lang,
  ): Promise<Answer> {
    const t = translator(lang);
    const now = revised(read, edits, own, t);
    // Fetched meanwhile: the page begins without what shows an audit.
    const [audit, { viewOf }] = await Promise.all([judged(now, own, around, lang), import('../view.js')]);
    onStage('conclude');
    const ruleNotes = ruleNotesOf(rules, lang);
    const context: Context = { lang, t, forms, notice, provenance, ruleNotes, color: false, columns: 80 };
    opened = { read, own, around, prior, edited: changedIn(read, edits).length, now, audit, context };
    return {
      kind: 'audit',
      view: viewOf(audit, { context, prior, around, fillable: Object.keys(filling(now, forms)).length }),
    };
  }

  async function withPack(pack: NonNullable<Said['pack']>): Promise<RuleSet> {
    const { loadRules } = await import('../../rules/load/load.js');
    return loadRules([pack], forms, resources.rules);
  }

  const readIn = (document: Handed, said: Said) =>
    extract(document.bytes, { name: document.name, ...resources, ...said });

  async function opening(request: Extract<Request, { kind: 'open' | 'blank' }>): Promise<Answer> {
    const { said: all, edits, lang } = request;
    const { pack, ...said } = all;
    rules = pack === undefined ? resources.rules : await withPack(pack);
    const own = request.kind === 'blank';
    useEngine(own ? null : (request.engine ?? null));
    const t = translator(lang);
    const document = own
      ? blankForm(said, forms, t('clerk.ownForm'), t('clerk.ownAgency'))
      : request.document;
    const read = await readIn(document, said);
    onStage('extract');
    computed = null;
    return audited({ read, own, around: undefined, prior: null }, edits, lang);
  }

  /** Puts the report beside earlier ones, which are read only for this. */
  async function beside(
    { read, own }: Opened,
    { documents, edits, lang }: Extract<Request, { kind: 'prior' }>,
  ): Promise<Answer> {
    const { besideEarlier, earlierDigests } = await import('../clerk/last-year.js');
    const earlier = (await Promise.all(documents.map((each) => earlierDigests(each, resources)))).flat();
    const around = await besideEarlier(read, earlier, resources);
    const prior = (around?.surroundings.earlier ?? []).map(({ name, year }) => ({ name, year }));
    return audited({ read, own, around, prior }, edits, lang);
  }

  /** What registers give for the year of the report. */
  async function registered(
    { now }: Opened,
    { documents, lang }: Extract<Request, { kind: 'register' }>,
  ): Promise<Answer> {
    if (now.year === null) return { kind: 'nothing', reason: translator(lang)('register.noYear') };
    const { registerPage, tablesFrom } = await import('../register/answer.js');
    if (documents !== null) {
      computed = null;
      computed = await tablesFrom(documents, now.year, resources.registers);
    }
    return computed === null
      ? { kind: 'nothing', reason: '' }
      : { kind: 'register', page: registerPage(computed, now, forms, lang) };
  }

  function filled({ read, own, context }: Opened, edits: Edits): Answer {
    const now = revised(read, edits, own, context.t);
    const values = filling(now, forms);
    const left = leftOut(now).length - Object.keys(values).length;
    const texts = Object.entries(values).map(([cell, value]) => [cell, String(value)] as const);
    return { kind: 'filling', edits: Object.fromEntries(texts), left };
  }

  async function written(
    { read, own, around, edited, now, audit, context }: Opened,
    format: Download,
  ): Promise<Answer> {
    const { fileOf } = await import('./files.js');
    const before = format === 'corrections' ? await judged(read, own, around, context.lang) : audit;
    return fileOf(format, { before, report: now, audit, edited, own }, context);
  }

  async function helped({ rule, lang }: Extract<Request, { kind: 'rule' }>): Promise<Answer> {
    const { ruleHelp } = await import('../rule-help/answer.js');
    const help = await ruleHelp(rules, rule, lang);
    return help === null ? { kind: 'nothing', reason: '' } : { kind: 'rule', help };
  }

  async function answer(request: Request): Promise<Answer> {
    if (request.kind === 'open' || request.kind === 'blank') return opening(request);
    if (request.kind === 'sort') {
      const { sorted } = await import('../register/sort.js');
      return { kind: 'sorted', sorted: await sorted(request.documents, resources) };
    }
    if (request.kind === 'rule') return helped(request);
    if (opened === null) throw new Error('no report is open');
    switch (request.kind) {
      case 'revise':
        return audited(opened, request.edits, request.lang);
      case 'prior':
        return beside(opened, request);
      case 'register':
        return registered(opened, request);
      case 'fill':
        return filled(opened, request.edits);
      case 'write':
        return written(opened, request.format);
    }
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

/** What went wrong with the documents of a request. */
function failure(request: Request, error: unknown): Failure {
  const name =
    request.kind === 'open'
      ? request.document.name
      : request.kind === 'prior'
        ? request.documents.map((each) => each.name).join('、')
        : '';
  return failureInPage(name, error, request.lang);
}
