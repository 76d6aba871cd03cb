import { auditReport } from '../../../src/audit/audit.js';
import { extract } from '../../../src/extract/index.js';
import type { Audit, Report } from '../../../src/model/index.js';
import { examples } from '../../depth.js';
import { forms, lexicon, rules, vocabulary } from '../../fixtures/defaults.js';

export const resources = {
  forms,
  rules,
  lexicon,
  vocabulary,
};

/** How many examples each property tries; raise it to search longer. */
export const runs = examples(40);

const bytesOf = (input: string | Uint8Array): Uint8Array =>
  typeof input === 'string' ? new TextEncoder().encode(input) : input;

export function read(input: string | Uint8Array): Promise<Report> {
  return extract(bytesOf(input), { ...resources, name: 'report' });
}

export function audit(input: string | Uint8Array, rules = resources.rules): Promise<Audit> {
  return auditReport(bytesOf(input), { ...resources, rules }, { name: 'report', lang: 'zh-CN' });
}
