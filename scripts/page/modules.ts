import { readFileSync, realpathSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { en } from '../../src/report/messages/en.js';
import { zhCN } from '../../src/report/messages/zh-CN.js';
import { pack } from '../../src/report/desk/pack.js';
import type { RuleSet } from '../../src/rules/index.js';
import type { RuleBook } from '../../src/web/rule-help/help.js';

// The package is CommonJS, whose default export its types misname.
const codeOf = standalone as unknown as typeof standalone.default;

/** The check of reports as data, compiled: the page forbids code that is made at run time. */
function validator(root: string): string {
  const schema = JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false, code: { source: true } });
  ajv.addSchema({ ...schema, $id: 'report' });
  return codeOf(ajv, { validate: 'report' });
}

/** Words that only the command line says begin with these. */
const commandLine =
  /^(?:claims|docs|forms|help|impact|indicators|lint|log|mutate|new|queue|reading|rules|serve|submissions?|timing|usage)\./;

/** The messages of which a module needs to know, by their keys. */
export type Wanted = (key: string) => boolean;

const ofPage: Wanted = (key) => !commandLine.test(key);

/** What the code or page says: keys that stand in it, and those that begin with what stands before a placeholder. */
export function saidIn(code: string): Wanted {
  const exact = new Set<string>();
  const begun: string[] = [];
  for (const [, text = '', rest] of code.matchAll(/["'`]([a-zA-Z]+\.[\w.]*)(\$\{)?/g)) {
    if (rest !== undefined || text.endsWith('.')) begun.push(text);
    else exact.add(text);
  }
  return (key) => ofPage(key) && (exact.has(key) || begun.some((each) => key.startsWith(each)));
}

/** A catalogue of the messages that are wanted, as JSON. */
const catalogue = (messages: Record<string, string>, wanted = ofPage): string =>
  JSON.stringify(Object.fromEntries(Object.entries(messages).filter(([key]) => wanted(key))));

/** What the page says in English; its modules begin without it. */
export const english = (): string => catalogue(en);

const words = (messages: Record<string, string>) =>
  Object.fromEntries(Object.entries(messages).filter(([key]) => key.startsWith('docs.')));

/** What the help on rules needs besides the rules: their tests, which give the examples, and its words. */
export const ruleBook = (rules: RuleSet): string =>
  pack({
    tests: Object.fromEntries(rules.rules.map(({ id, tests }) => [id, tests])),
    words: { 'zh-CN': words(zhCN), en: words(en) },
  } satisfies RuleBook);

/** Puts modules that run in a browser, or that hold no more than the page needs, in place of those of the program. */
export function pageModules(root: string, wanted?: Wanted): Plugin {
  const code: Record<string, () => string> = {
    'src/extract/read/json/validate.ts': () => validator(root),
    'src/extract/read/pdf/library.ts': () =>
      `export * from ${JSON.stringify(join(root, 'src/web/carried/pdf-library.ts'))}`,
    'src/extract/read/scan/library.ts': () =>
      `export * from ${JSON.stringify(join(root, 'src/web/scan/library.ts'))}`,
    'src/report/messages/zh-CN.ts': () => `export const zhCN = ${catalogue(zhCN, wanted)}`,
    'src/report/messages/en.ts': () => 'export const en = {}',
    // The rule engine reaches into values by path, which no rule of ours does.
    'node_modules/jsonpath-plus/dist/index-browser-esm.js': () =>
      'export function JSONPath() { throw new Error("no paths into values"); }',
  };
  // Modules are known by where they really are, also where packages are linked.
  const byFile = new Map(Object.entries(code).map(([file, make]) => [realpathSync(join(root, file)), make]));
  return {
    name: 'gouji-page',
    enforce: 'pre',
    load(id) {
      const make = byFile.get(id);
      return make === undefined ? null : { code: make(), moduleType: 'js' };
    },
  };
}
