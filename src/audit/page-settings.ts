import type { Defaults } from './audit.js';
import { pack } from '../report/desk/pack.js';
import type { Provenance } from '../report/renderer.js';

/** What a page carries for its workers. */
export interface PageSettings {
  resources: Defaults;
  provenance: Provenance;
}

/** The settings as the text that a page carries, without the tests of the rules, which no page runs. */
export function settingsText({ resources, provenance }: PageSettings): string {
  const { rules } = resources;
  const untested = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, tests: [] })) };
  return pack({ resources: { ...resources, rules: untested }, provenance } satisfies PageSettings);
}
