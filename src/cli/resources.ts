import { createHash } from 'node:crypto';
import type { Resources } from '../audit.js';
import { loadDefaultRules, loadForms, loadLexicon, loadVocabulary, readRuleSources } from '../defaults.js';
import type { Provenance } from '../report/renderer.js';
import type { RuleSet, RuleSource } from '../rules/index.js';
import { UsageError } from './usage-error.js';

/** A rules file and what it includes; a file that cannot be read is a mistake of the command. */
export function readRules(file: string): RuleSource[] {
  try {
    return readRuleSources(file);
  } catch (error) {
    throw new UsageError('usage.cannotRead', {
      path: file,
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Tells rule sets apart by what they say, wherever their files are. */
function fingerprint({ rules, parameters, grading }: RuleSet): string {
  return createHash('sha256').update(JSON.stringify({ rules, parameters, grading })).digest('hex');
}

/**
 * The editions of the form, the lexicon, and the default rules with the given files on top.
 * @throws RulesError with every mistake of the rules files
 */
export function loadResources(ruleFiles: readonly string[]): {
  resources: Resources;
  rules: Provenance['rules'];
} {
  const overlays = ruleFiles.flatMap(readRules);
  const forms = loadForms();
  const rules = loadDefaultRules(forms, overlays);
  return {
    resources: { forms, rules, lexicon: loadLexicon(), vocabulary: loadVocabulary() },
    rules: { files: [...rules.sources], count: rules.rules.length, sha256: fingerprint(rules) },
  };
}
