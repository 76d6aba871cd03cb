import { deserialize, serialize } from 'node:v8';
import { digestOfAudit, digestOfReport, type Digest } from '../../around/copies/digest.js';
import type { Around } from '../../around/neighbourhood.js';
import { auditExtracted, type FileResources, type Stage } from '../../audit/audit.js';
import { contradictionsOf } from '../../audit/contradictions.js';
import {
  explainClaims,
  extract,
  extractOpened,
  lexiconFor,
  SeveralReports,
  type Opened,
  type RecogniseOptions,
} from '../../extract/index.js';
import { expandInput } from '../../extract/read/index.js';
import { InputError } from '../../model/errors.js';
import {
  auditReadingOf,
  type AgencyLevel,
  type AuditDigest,
  type ExplainedSentence,
  type ExplainedTables,
  type Lang,
  type Report,
  type Waiver,
} from '../../model/index.js';
import { reportUnlessRegister } from '../../register/instead-of-report.js';
import { deskPart } from '../../report/desk/filled.js';
import type { PartFormat } from '../../report/formats/formats.js';
import { renderers } from '../../report/index.js';
import type { Context, Failure, Summary } from '../../report/renderer.js';
import { changesOf, finderOf } from '../../review/changes.js';
import { summarise } from '../../report/office/summarise.js';
import { translator } from '../../report/translate.js';
import { failureOf } from '../../report/failure.js';

/** How to audit, as plain data that can be handed to another thread or machine. */
export interface Settings {
  lang: Lang;
  /** The formats whose text of a single audit is asked for. */
  formats: PartFormat[];
  year?: number | undefined;
  agency?: string | undefined;
  level?: AgencyLevel | undefined;
  waivers: readonly Waiver[];
  /** Which of the reports in a file of several, from 1; absent: all. */
  report?: number | undefined;
  /** Earlier audits to compare with. */
  baseline?: readonly AuditDigest[] | undefined;
  /**
   * What is asked for instead of an audit: `digest`, what other reports need to know of each report; `kept`: and the report itself, to be audited
   * later; `reading`: the report as it was read; `claims`: and how its sentences were; `tables`: and how its
   * tables were.
   */
  instead?: 'digest' | 'kept' | 'reading' | 'claims' | 'tables' | undefined;
}

/** A file to audit. */
export interface Job {
  name: string;
  bytes: Uint8Array;
  /** The bytes are a report that was taken out of a file of several with this SHA-256, see {@link Archive}. */
  part?: string;
  /** The bytes are a report that was extracted before, see {@link Digests}. */
  extracted?: true;
  /** What the other reports given with it tell. */
  around?: Around | undefined;
}

export type Timing = Record<Stage | 'render', number>;

/** An audit in every format asked for, in their order, with the milliseconds that each stage took; or why there is none. */
export type Result =
  | { kind: 'audit'; summary: Summary; texts: string[]; timing: Timing | null }
  | { kind: 'failure'; failure: Failure };

/** What other reports need to know of those in the file. */
export interface Digests {
  kind: 'digest';
  digests: Digest[];
  /** The report as it was extracted; `null` when the file holds earlier audits, or nobody asked for it. */
  report: Uint8Array | null;
}

/** Milliseconds to take the document out of its format, and to find the report in it. */
export interface ReadingTime {
  read: number;
  recognise: number;
}

/** A report as it was read, without any judgement. */
export interface ReportReading {
  kind: 'reading';
  report: Report;
  time: ReadingTime;
  /** How its sentences were read; empty when nobody asked for it. */
  sentences: ExplainedSentence[];
  /** How its tables were read; `null` when nobody asked for it. */
  tables: ExplainedTables | null;
}

/** What an archive, or a file of several reports, holds: what to audit in turn, and what cannot be taken out of it. */
export interface Archive {
  kind: 'archive';
  entries: (Job | { failure: Failure })[];
}

/** What becomes of one report. */
export type Outcome = Result | Digests | ReportReading;

export type Answer = Outcome | Archive;

export type Auditor = (job: Job) => Promise<Answer>;

/** Audits one file after another with the same resources; whatever goes wrong with a report is a failure of that report alone. */
export function createAuditor(
  settings: Settings,
  resources: FileResources,
  context: Omit<Context, 't'>,
): Auditor {
  const { lang, formats, year, agency, level } = settings;
  const waivers = new Map(settings.waivers.map((each) => [each.fingerprint, each]));
  const before = settings.baseline === undefined ? null : finderOf(settings.baseline);
  const t = translator(lang);

  const reportOf = (
    { bytes, name, part, extracted }: Job,
    options: Partial<RecogniseOptions>,
    onRead?: () => void,
  ): Promise<Report> => {
    const { forms, lexicon, vocabulary } = resources;
    const all = { name, forms, lexicon, vocabulary, report: settings.report, ...options };
    if (extracted === true) return Promise.resolve(deserialize(bytes) as Report);
    if (part === undefined)
      return reportUnlessRegister(extract(bytes, all, onRead), { bytes, name }, resources.registers);
    const opened = deserialize(bytes) as Opened;
    onRead?.();
    return extractOpened(opened, all);
  };
  const said = { year, agency, level };
  const digested = async (job: Job): Promise<Digests> => {
    const { earlierAudits } = await import('../../around/earlier-audits.js');
    const earlier = job.part === undefined ? earlierAudits(job.bytes)?.map(digestOfAudit) : undefined;
    if (earlier !== undefined) return { kind: 'digest', digests: earlier, report: null };
    const report = await reportOf(job, said);
    const contradicted = await contradictionsOf(report, resources);
    const kept = settings.instead === 'kept' ? serialize(report) : null;
    return { kind: 'digest', digests: [digestOfReport(report, contradicted, resources.forms)], report: kept };
  };
  const read = async (job: Job): Promise<ReportReading> => {
    const { forms, lexicon } = resources;
    const start = performance.now();
    let middle = start;
    const onRead = () => (middle = performance.now());
    let tables: ExplainedTables | null = null;
    const onTables = settings.instead === 'tables' ? (each: ExplainedTables) => (tables = each) : undefined;
    const report = await reportOf(job, { onTables }, onRead);
    const time = { read: middle - start, recognise: performance.now() - middle };
    const about = { year: report.year, agencyName: report.agency.name };
    const sentences =
      settings.instead === 'claims'
        ? explainClaims(report.sections, about, lexiconFor(lexicon, forms, report.layout.id, report.year))
        : [];
    return { kind: 'reading', report, time, sentences, tables };
  };
  const audited = async (job: Job): Promise<Result> => {
    const { name, around } = job;
    const timing = { extract: 0, evaluate: 0, conclude: 0, render: 0 };
    let last = performance.now();
    const lap = (stage: keyof Timing) => {
      const now = performance.now();
      timing[stage] = now - last;
      last = now;
    };
    const report = await reportOf(job, said);
    const audit = await auditExtracted(report, resources, { ...said, name, around, lang, waivers }, lap);
    if (before !== null) {
      const reading = auditReadingOf(audit);
      audit.changes = changesOf(before(reading), reading);
    }
    const texts: string[] = [];
    for (const format of formats)
      texts.push(
        format === 'desk'
          ? await deskPart(audit, report, around ?? null)
          : renderers[format].part(audit, { ...context, t }),
      );
    lap('render');
    return { kind: 'audit', summary: summarise(audit), texts, timing };
  };
  const opened = async ({ bytes, name }: Job): Promise<Archive> => ({
    kind: 'archive',
    entries: (await expandInput(bytes, name)).map((entry) =>
      entry.error === null
        ? { name: entry.name, bytes: entry.bytes }
        : { failure: failureOf(entry.name, entry.error, lang, t) },
    ),
  });
  /** Takes the reports out of the list one by one: hundreds of them do not lie in memory twice. */
  const parted = (reports: Opened[]): Archive => {
    const entries: Job[] = [];
    for (let each = reports.shift(); each !== undefined; each = reports.shift())
      entries.push({ name: each.source.name, bytes: serialize(each), part: each.source.sha256 });
    return { kind: 'archive', entries };
  };

  const answers = { digest: digested, kept: digested, reading: read, claims: read, tables: read };
  const answer: Auditor = settings.instead === undefined ? audited : answers[settings.instead];
  return async (job) => {
    try {
      return await answer(job).catch((error: unknown) => {
        if (error instanceof SeveralReports) return parted(error.reports);
        if (error instanceof InputError && error.code === 'several') return opened(job);
        throw error;
      });
    } catch (error) {
      return { kind: 'failure', failure: failureOf(job.name, error, lang, t) };
    }
  };
}
