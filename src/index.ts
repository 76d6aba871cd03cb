import { fileURLToPath } from 'node:url';
import { auditReport, type Resources } from './audit.js';
import { readCompiled } from './compiled.js';
import { loadDefaults } from './defaults.js';
import type { AgencyLevel, Audit, Lang } from './model/index.js';
import type { RuleSet } from './rules/index.js';

export { loadDefaultRules, loadForms } from './defaults.js';
export { InputError } from './model/index.js';
export type * from './model/index.js';
export type { RuleSet } from './rules/index.js';

export interface AuditSettings {
  /** Name of the source, shown as it is. */
  name?: string;
  /** Language of messages and fixes. */
  lang?: Lang;
  /** Said instead of read. */
  year?: number;
  agency?: string;
  level?: AgencyLevel;
  /** Other rules than the default ones. */
  rules?: RuleSet;
}

let defaults: Resources | null = null;

/**
 * Audits one report in any format that can be read.
 * @example
 * const result = await audit(await readFile('report.html'), { name: 'report.html' });
 * @throws InputError when the bytes hold no report that can be read
 */
export async function audit(bytes: Uint8Array, settings: AuditSettings = {}): Promise<Audit> {
  const { name = '-', lang = 'zh-CN', rules, ...said } = settings;
  defaults ??= readCompiled(fileURLToPath(new URL('defaults.bin', import.meta.url))) ?? loadDefaults();
  return auditReport(bytes, rules === undefined ? defaults : { ...defaults, rules }, { name, lang, ...said });
}
