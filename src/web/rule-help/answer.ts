import type { Lang } from '../../model/index.js';
import { unpack } from '../../report/desk/pack.js';
import { en } from '../../report/messages/en.js';
import { zhCN } from '../../report/messages/zh-CN.js';
import type { RuleSet } from '../../rules/index.js';
import { testRules } from '../../rules/test/test-rules.js';
import { bookOf } from '../../workbench/docs/book.js';
import { ruleHead, ruleSections } from '../../workbench/docs/rule-page.js';
import { bytesOf } from '../carried/carried.js';
import { ruleBookFile, type RuleBook, type RuleHelp } from './help.js';
import { readMarkdown } from './markdown.js';

let carried: Promise<RuleBook['tests']> | null = null;

/** The tests of the rules that the page comes with; the words of the help are known from then on. */
async function testsCarried(): Promise<RuleBook['tests']> {
  const { tests, words } = unpack(new TextDecoder().decode(await bytesOf(ruleBookFile))) as RuleBook;
  Object.assign(zhCN, words['zh-CN']);
  Object.assign(en, words.en);
  return tests;
}

/** The page of a rule, its examples executed under the rules that are in use; `null` when there is no such rule. */
export async function ruleHelp(ruleSet: RuleSet, id: string, lang: Lang): Promise<RuleHelp | null> {
  carried ??= testsCarried();
  const tests = await carried;
  const found = ruleSet.rules.find((each) => each.id === id);
  if (found === undefined) return null;
  const rule = { ...found, tests: found.tests.length > 0 ? found.tests : (tests[id] ?? []) };
  const results = await testRules({ ...ruleSet, rules: [rule] }, lang);
  const book = bookOf(ruleSet, new Map([[id, results]]), lang);
  return {
    id,
    title: rule.title[lang],
    head: readMarkdown(ruleHead(rule, book)),
    sections: ruleSections(rule, results, book).map(({ about, title, text }) => ({
      about,
      title,
      blocks: readMarkdown(text),
    })),
  };
}
