import { parse } from 'yaml';
import { loadDefaultRules, readDefaultRules } from '../../defaults/defaults.js';
import { loadRules, type RuleSet, type YamlSource } from '../../rules/index.js';
import { loadResources, readRules } from '../resources.js';

/** The rules that a file makes up: those it adds, and all that are in force with it. */
export interface RulesOfFile {
  own: RuleSet;
  all: RuleSet;
  /** The files of the rules in `own`. */
  sources: readonly YamlSource[];
}

/**
 * The rules of a file, ready to run. A file with a grading policy stands alone; any other lies on top of the default rules, and only what
 * it adds to them is its own. Without a file, the default rules with their tests.
 */
export async function rulesOf(
  file: string | undefined,
  defaults: URL,
  more?: readonly string[],
): Promise<RulesOfFile> {
  if (file === undefined) {
    const shipped = more === undefined ? loadDefaultRules() : await rulesOn(defaults, more);
    return { own: shipped, all: shipped, sources: readDefaultRules() };
  }
  const sources = await readRules(file);
  const { forms, rules } = await loadResources(defaults, { forms: more });
  if (standsAlone(sources)) {
    const alone = loadRules(sources, forms);
    return { own: alone, all: alone, sources };
  }
  const all = loadRules(sources, forms, rules);
  const known = new Set(rules.rules.map(({ id }) => id));
  return { own: { ...all, rules: all.rules.filter(({ id }) => !known.has(id)) }, all, sources };
}

const rulesOn = async (defaults: URL, forms: readonly string[]): Promise<RuleSet> =>
  (await loadResources(defaults, { forms })).rules;

function standsAlone([main]: readonly YamlSource[]): boolean {
  try {
    const head: unknown = parse(main?.text ?? '');
    return typeof head === 'object' && head !== null && 'grading' in head;
  } catch {
    return false;
  }
}
