import { stringify } from 'yaml';
import { loadDefaultRules } from '../../defaults/defaults.js';
import { status } from '../exit.js';
import { UsageError } from '../usage-error.js';

/** `gouji rules show ID`: the rule as data, then the parameters of a place that it hears, with their values. */
export function showRule(id: string): number {
  const { rules, parameters } = loadDefaultRules();
  const rule = rules.find((each) => each.id === id);
  if (rule === undefined) throw new UsageError('usage.unknownRule', { id });
  const text = stringify(rule, { lineWidth: 110 });
  const names = new Set([...text.matchAll(/\{parameter\.(\w+)\}/g)].map(([, name = '']) => name));
  const heard = Object.fromEntries([...names].sort().map((name) => [name, parameters[name]]));
  process.stdout.write(names.size === 0 ? text : text + stringify({ parameters: heard }, { lineWidth: 110 }));
  return status.clean;
}
