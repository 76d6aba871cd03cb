import type { Lang } from '../../model/index.js';
import type { Rule } from '../../rules/rule.js';
import type { About } from '../../workbench/docs/rule-page.js';
import type { Block } from './markdown.js';

/** What the page carries for the help on rules, apart from the rules themselves. */
export interface RuleBook {
  /** The tests of the rules by id; the examples are what they come to. */
  tests: Record<string, Rule['tests']>;
  words: Record<Lang, Record<string, string>>;
}

/** The file of the page that holds it. */
export const ruleBookFile = 'rule-book.json';

/** The page of a rule, see `ruleSections`. */
export interface RuleHelp {
  id: string;
  title: string;
  head: Block[];
  sections: { about: About; title: string; blocks: Block[] }[];
}
