import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };
import { auditTogether, type Audited, type Source, type Together } from './audit/audit-many.js';
import { auditReport, type Defaults } from './audit/audit.js';
import { readCompiled } from './defaults/compiled.js';
import { loadDefaultRules, loadDefaults } from './defaults/defaults.js';
import { extract as extractReport } from './extract/index.js';
import type { AgencyLevel, Audit, Lang, Report } from './model/index.js';
import { provenanceOf } from './audit/provenance.js';
import { ruleNotesOf } from './audit/rule-notes.js';
import type { AuditFormat } from './report/formats/formats.js';
import { renderers } from './report/index.js';
import type { Part } from './report/renderer.js';
import { summarise } from './report/office/summarise.js';
import { translator } from './report/translate.js';
import type { RuleSet } from './rules/index.js';
import type { YamlSource } from './yaml/source.js';

export { parseRoster, type RosterProblem } from './around/roster/roster.js';
export type { Audited, Source } from './audit/audit-many.js';
export { loadDefaultRules, loadForms } from './defaults/defaults.js';
export { InputError } from './model/index.js';
export type * from './model/index.js';
export type { AuditFormat } from './report/formats/formats.js';
export type { RuleSet } from './rules/index.js';
export { YamlError as RulesError } from './yaml/problem.js';
export type { YamlSource as RuleSource } from './yaml/source.js';

export interface ExtractSettings {
  /** Name of the source, shown as it is. */
  name?: string;
  /** Said instead of read. */
  year?: number;
  agency?: string;
  level?: AgencyLevel;
  /** Which of the reports in a file of several, from 1; a file of several is refused (`several`) when nobody says. */
  report?: number;
  /**
   * Ends the work between two of its stages: before and after the document is read, before the rules and before the grade. What the stages may take is bounded by the size of
   * the input, see SECURITY.md; for a bound on time give the library a thread of its own that you can end.
   */
  signal?: AbortSignal;
}

export interface AuditSettings extends ExtractSettings {
  /** Language of messages and fixes. */
  lang?: Lang;
  /** Other rules than the default ones, see {@link loadRules}. */
  rules?: RuleSet;
}

export interface ManySettings extends Pick<AuditSettings, 'lang' | 'rules'>, Omit<Together, 'lang'> {}

export type RenderSettings = Pick<AuditSettings, 'lang' | 'rules'>;

let kept: Defaults | null = null;

function defaults(rules?: RuleSet): Defaults {
  kept ??= readCompiled(fileURLToPath(new URL('defaults.bin', import.meta.url))) ?? loadDefaults();
  return rules === undefined ? kept : { ...kept, rules };
}

/**
 * The default rules with others on top, each the text of a rules file with a name for messages.
 * @throws RulesError with every mistake
 */
export function loadRules(...sources: readonly YamlSource[]): RuleSet {
  return loadDefaultRules([...defaults().forms], [...sources]);
}

/**
 * Reads one report in any format that can be read: its cells, parts and claims, without a judgement.
 * @throws InputError when the bytes hold no report that can be read
 */
export async function extract(bytes: Uint8Array, settings: ExtractSettings = {}): Promise<Report> {
  const { forms, lexicon, vocabulary } = defaults();
  return extractReport(bytes, { name: '-', ...settings, forms, lexicon, vocabulary });
}

/**
 * Audits one report in any format that can be read.
 * @example
 * const result = await audit(await readFile('report.html'), { name: 'report.html' });
 * @throws InputError when the bytes hold no report that can be read
 */
export async function audit(bytes: Uint8Array, settings: AuditSettings = {}): Promise<Audit> {
  const { name = '-', lang = 'zh-CN', rules, ...said } = settings;
  return auditReport(bytes, defaults(rules), { name, lang, ...said });
}

/**
 * Audits reports one after another, in their order; what cannot be read stops nothing. With a roster or earlier reports they are compared
 * with each other: then all are read before the first is audited, and kept in memory meanwhile.
 * @example
 * for await (const result of auditMany(sources, { prior })) {
 *   if ('audit' in result) console.log(result.name, result.audit.grade);
 *   else console.error(result.name, result.error);
 * }
 */
export function auditMany(
  sources: AsyncIterable<Source> | Iterable<Source>,
  { lang = 'zh-CN', rules, ...together }: ManySettings = {},
): AsyncGenerator<Audited> {
  return auditTogether(sources, defaults(rules), { lang, ...together });
}

/**
 * The document of audits in a format, piece by piece: bytes for `xlsx` and `docx`, text otherwise. Of several audits, `pretty` and `html` give the overview.
 * @example
 * await writeFile('audits.xlsx', render([result], 'xlsx'));
 */
export async function* render(
  audits: AsyncIterable<Audit> | Iterable<Audit>,
  format: AuditFormat,
  { lang = 'zh-CN', rules }: RenderSettings = {},
): AsyncGenerator<string | Uint8Array> {
  const { forms, notice, rules: ruleSet } = defaults(rules);
  const tool = { name: manifest.name, version: manifest.version };
  const provenance = provenanceOf(tool, ruleSet);
  const ruleNotes = ruleNotesOf(ruleSet, lang);
  const context = {
    lang,
    t: translator(lang),
    forms,
    notice,
    provenance,
    ruleNotes,
    color: false,
    columns: 80,
  };
  const renderer = renderers[format];
  async function* parts(): AsyncGenerator<Part> {
    for await (const each of audits)
      yield { kind: 'audit', summary: summarise(each), text: renderer.part(each, context) };
  }
  yield* renderer.document(parts(), context);
}
