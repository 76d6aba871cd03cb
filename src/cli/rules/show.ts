import { stringify } from 'yaml';
import { loadDefaultRules } from '../../defaults/defaults.js';
import { status } from '../exit.js';
import { UsageError } from '../usage-error.js';

/** `gouji rules show ID`: the rule as data. */
export function showRule(id: string): number {
  const rule = loadDefaultRules().rules.find((each) => each.id === id);
  if (rule === undefined) throw new UsageError('usage.unknownRule', { id });
  process.stdout.write(stringify(rule, { lineWidth: 110 }));
  return status.clean;
}
