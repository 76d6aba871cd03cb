import { createHash } from 'node:crypto';
import type { Provenance } from '../report/renderer.js';
import type { RuleSet } from '../rules/index.js';

/** What a tool with a set of rules made. */
export const provenanceOf = (tool: Provenance['tool'], rules: RuleSet): Provenance => ({
  tool,
  rules: fingerprintOf(rules),
  overlays: rules.overlays,
});

/** Tells rule sets apart by what they say of a report, wherever their files are. */
export function fingerprintOf({ rules, parameters, grading, sources }: RuleSet): Provenance['rules'] {
  const said = { rules: rules.map((rule) => ({ ...rule, tests: [] })), parameters, grading };
  const sha256 = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return { files: [...sources], count: rules.length, sha256 };
}
