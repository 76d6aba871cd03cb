import { loadDefaultRules, loadForms } from '../src/defaults/defaults.js';
import { evaluate, type RuleSet } from '../src/rules/index.js';
import { reportOf } from '../src/rules/test/test-report.js';
import { cpuTime } from './median.js';

/** Rules of the set over and over under ids of their own, as many as asked for. */
function repeated(ruleSet: RuleSet, count: number): RuleSet {
  const rules = Array.from({ length: count }, (_, index) => {
    const rule = ruleSet.rules[index % ruleSet.rules.length];
    if (rule === undefined) throw new Error('no rule');
    return { ...rule, id: `${rule.id}-${index}`, tests: [] };
  });
  return { ...ruleSet, rules };
}

/** Milliseconds of processor time for one clean report, by the number of rules. */
async function rulesBench(): Promise<{ rules: number; time: number }[]> {
  const forms = loadForms();
  const shipped = loadDefaultRules(forms);
  const [clean] = shipped.reports;
  if (clean === undefined) throw new Error('no clean report');
  const report = reportOf({ ...clean, expect: 'pass' }, forms);
  const rows: { rules: number; time: number }[] = [];
  for (const count of [100, shipped.rules.length, 500, 2000]) {
    const ruleSet = repeated(shipped, count);
    const run = () => evaluate(report, ruleSet, { lang: 'zh-CN' });
    // The first runs only warm up the engine.
    await cpuTime(run, 100);
    rows.push({ rules: count, time: await cpuTime(run, 100) });
  }
  return rows;
}

// Run by itself: npx tsx bench/rules.ts
for (const { rules, time } of await rulesBench()) {
  process.stdout.write(
    `${rules} rules: ${time.toFixed(2)} ms a report, ${((1000 * time) / rules).toFixed(1)} µs a rule\n`,
  );
}
