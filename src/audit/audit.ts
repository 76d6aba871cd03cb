import type { Around } from '../around/neighbourhood.js';
import { conclude } from '../conclude/index.js';
import { extract, pause, type Lexicon, type Vocabulary } from '../extract/index.js';
import type { Agency, AgencyLevel, Audit, FormEdition, Lang, Report, Waiver } from '../model/index.js';
import { evaluate } from '../rules/evaluate/evaluate.js';
import type { NoticeTemplate } from '../report/notice/template.js';
import type { RuleSet } from '../rules/index.js';
import type { RegisterVocabulary } from '../register/words/vocabulary.js';

/** What an audit needs besides the report: the editions of the form, the words of the prose and of titles, the rules. */
export interface Resources {
  forms: readonly FormEdition[];
  vocabulary: Vocabulary;
  lexicon: Lexicon;
  rules: RuleSet;
}

/** What the program comes with: what an audit needs, and the wording of what is made of it. */
export interface Defaults extends Resources {
  /** Wording and layout of the rectification notice. */
  notice: NoticeTemplate;
  /** Heads and values of registers. */
  registers: RegisterVocabulary;
}

/** What files are audited with: what holds no report may be a register. */
export type FileResources = Omit<Defaults, 'notice'>;

export interface AuditOptions {
  /** Name of the source, shown as it is. */
  name: string;
  /** Language of messages and fixes. */
  lang: Lang;
  /** Said instead of read. */
  year?: number | undefined;
  agency?: string | undefined;
  level?: AgencyLevel | undefined;
  /** Which of the reports in a file of several, from 1. */
  report?: number | undefined;
  /** What officers have found out about findings, by fingerprint. */
  waivers?: ReadonlyMap<string, Waiver> | undefined;
  /** What the other reports given with it tell. */
  around?: Around | undefined;
  /** Ends the work between two of its stages. */
  signal?: AbortSignal | undefined;
}

export type Stage = 'extract' | 'evaluate' | 'conclude';

/**
 * Audits one report, whatever its format. `onStage` is told when a stage has ended.
 * @throws InputError when the bytes hold no report that can be read
 */
export async function auditReport(
  bytes: Uint8Array,
  resources: Resources,
  options: AuditOptions,
  onStage?: (stage: Stage) => void,
): Promise<Audit> {
  const { forms, lexicon, vocabulary } = resources;
  const { name, year, agency, level, report: number, signal } = options;
  const said = { year, agency, level, report: number, signal };
  const report = await extract(bytes, { name, forms, lexicon, vocabulary, ...said });
  return auditExtracted(report, resources, options, onStage);
}

/** Audits a report that was extracted with the same resources and options. */
export async function auditExtracted(
  read: Report,
  { forms, rules }: Resources,
  { lang, level, waivers, around, signal }: AuditOptions,
  onStage: (stage: Stage) => void = () => undefined,
): Promise<Audit> {
  const report = { ...read, agency: rosterAgency(read.agency, around?.agency ?? null, level) };
  onStage('extract');
  await pause(signal);
  const outcomes = await evaluate(report, rules, { lang, surroundings: around?.surroundings });
  onStage('evaluate');
  await pause(signal);
  const audit = conclude(report, outcomes, { grading: rules.grading, forms, lang, waivers });
  onStage('conclude');
  return audit;
}

/** The roster knows level and kind better than the name does; what the caller says goes before both. */
function rosterAgency(read: Agency, listed: Around['agency'], level: AgencyLevel | undefined): Agency {
  if (listed === null) return read;
  return {
    ...read,
    level: level ?? (listed.level === 'unknown' ? read.level : listed.level),
    kind: listed.kind === 'unknown' ? read.kind : listed.kind,
  };
}
