import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Resources } from '../audit.js';
import { readCompiled } from '../compiled.js';
import type { Provenance } from '../report/renderer.js';
import type { RuleSet, RuleSource } from '../rules/index.js';
import { UsageError } from './usage-error.js';

/** A rules file and what it includes; a file that cannot be read is a mistake of the command. */
export async function readRules(file: string): Promise<RuleSource[]> {
  const { readRuleSources } = await import('../defaults.js');
  try {
    return readRuleSources(file);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path: file, detail });
  }
}

/**
 * What an audit needs: the defaults as the build left them, or read anew where they were edited since, with the rules files on top.
 * @throws RulesError with every mistake of the rules files
 */
export async function loadResources(compiled: URL, ruleFiles: readonly string[] = []): Promise<Resources> {
  const kept = readCompiled(fileURLToPath(compiled)) ?? (await import('../defaults.js')).loadDefaults();
  if (ruleFiles.length === 0) return kept;
  const { loadRules } = await import('../rules/index.js');
  const sources = await Promise.all(ruleFiles.map(readRules));
  return { ...kept, rules: loadRules(sources.flat(), kept.forms, kept.rules) };
}

/** Tells rule sets apart by what they say of a report, wherever their files are. */
export function provenanceOf({ rules, parameters, grading, sources }: RuleSet): Provenance['rules'] {
  const said = { rules: rules.map((rule) => ({ ...rule, tests: [] })), parameters, grading };
  const sha256 = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { files: [...sources], count: rules.length, sha256 };
}
