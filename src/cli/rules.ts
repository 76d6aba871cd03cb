import { parse, stringify } from 'yaml';
import { loadDefaultRules } from '../defaults.js';
import type { Lang } from '../model/index.js';
import { padEnd, widest } from '../report/layout.js';
import { translator } from '../report/translate.js';
import {
  describeProblem,
  loadRules,
  RulesError,
  testRules,
  type RuleSet,
  type RuleSource,
} from '../rules/index.js';
import { status } from './exit.js';
import type { Host } from './host.js';
import { loadResources, readRules } from './resources.js';
import { UsageError } from './usage-error.js';

/** `gouji rules list`: one rule a line, id first. */
export async function listRules(lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const { rules } = await loadResources(defaults);
  const rows = rules.rules.map(({ id, severity, category, title }) => [
    id,
    t(`severity.${severity}`),
    t(`category.${category}`),
    title[lang],
  ]);
  const widths = [0, 1, 2].map((column) => widest(rows.map((row) => row[column] ?? '')));
  for (const row of rows) {
    process.stdout.write(`${row.map((text, column) => padEnd(text, widths[column] ?? 0)).join('  ')}\n`);
  }
  return status.clean;
}

/** `gouji rules show ID`: the rule as data. */
export function showRule(id: string): number {
  const rule = loadDefaultRules().rules.find((each) => each.id === id);
  if (rule === undefined) throw new UsageError('usage.unknownRule', { id });
  process.stdout.write(stringify(rule, { lineWidth: 110 }));
  return status.clean;
}

/**
 * The rules that a file makes up, ready to run. A file with a grading policy stands alone; any other lies on top of the default rules,
 * and only what it adds to them is its own.
 */
async function rulesOf(file: string, defaults: URL): Promise<RuleSet> {
  const sources = await readRules(file);
  const { forms, rules } = await loadResources(defaults);
  if (standsAlone(sources)) return loadRules(sources, forms);
  const all = loadRules(sources, forms, rules);
  const known = new Set(rules.rules.map(({ id }) => id));
  return { ...all, rules: all.rules.filter(({ id }) => !known.has(id)) };
}

function standsAlone([main]: readonly RuleSource[]): boolean {
  try {
    const head: unknown = parse(main?.text ?? '');
    return typeof head === 'object' && head !== null && 'grading' in head;
  } catch {
    return false;
  }
}

/** `FILE:LINE:COL: message` for every mistake. */
export function mistakes({ problems }: RulesError, lang: Lang): string {
  return problems
    .map(
      (problem) => `${problem.file}:${problem.line}:${problem.column}: ${describeProblem(problem, lang)}\n`,
    )
    .join('');
}

/** `gouji rules check FILE`: every mistake on a line of its own. */
export async function checkRules(file: string, lang: Lang, { defaults }: Host): Promise<number> {
  try {
    const { rules } = await rulesOf(file, defaults);
    process.stdout.write(`${translator(lang)('rules.ok', { file, count: rules.length })}\n`);
    return status.clean;
  } catch (error) {
    if (!(error instanceof RulesError)) throw error;
    process.stdout.write(mistakes(error, lang));
    return status.failed;
  }
}

/** `gouji rules test [FILE]`: a line for each test that fails, and the count. */
export async function testRulesOf(file: string | undefined, lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const ruleSet = file === undefined ? loadDefaultRules() : await rulesOf(file, defaults);
  const results = await testRules(ruleSet);
  const failed = results.filter(({ faults }) => faults.length > 0);
  for (const { rule, test, faults } of failed) {
    process.stdout.write(`${t('rules.failed', { rule, test, faults: faults.join(t('pretty.join')) })}\n`);
  }
  process.stdout.write(
    `${t('rules.tested', { passed: results.length - failed.length, failed: failed.length })}\n`,
  );
  return failed.length > 0 ? status.findings : status.clean;
}
