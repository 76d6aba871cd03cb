import type { Outcome } from '../../model/index.js';
import type { Translate } from '../../report/translate.js';
import { combinations, isOverReport } from '../../rules/evaluate/evaluate.js';
import { viewOf, type FormView } from '../../rules/form/form-view.js';
import { cellLabel } from '../../rules/form/labels.js';
import { lookupOf } from '../../rules/load/compile.js';
import { substitute, Untold } from '../../rules/message/placeholders.js';
import { isInForce } from '../../rules/basis.js';
import type { Condition, LegalDocument, Rule } from '../../rules/rule.js';
import type { RuleTestResult } from '../../rules/test/test-rules.js';
import { clausesIn } from '../clauses.js';
import { conditionLines } from './conditions.js';
import type { Book } from './book.js';
import { madeUp } from './made-up.js';
import { bullets, page, plain, table } from './markdown.js';
import { relatedTo } from './related.js';

/** What a section of the page of a rule is about. */
export type About = 'why' | 'basis' | 'how' | 'message' | 'example' | 'tests' | 'related';

/** A section of the page of a rule; `text` is Markdown. */
export interface Section {
  about: About;
  title: string;
  text: string;
}

/** Everything about one rule on one page; its examples are what its tests came to. */
export function rulePage(rule: Rule, results: readonly RuleTestResult[], book: Book): string {
  const { lang, t } = book;
  return page([
    `# ${rule.id} ${plain(rule.title[lang])}`,
    t('docs.generated'),
    ruleHead(rule, book),
    ...ruleSections(rule, results, book).flatMap(({ title, text }) => [`## ${title}`, text]),
    `[${t('docs.index')}](README.md)`,
  ]);
}

/** Category, severity and reports of a rule, as a table. */
export function ruleHead(rule: Rule, book: Book): string {
  return table([book.t('docs.field'), book.t('docs.content')], headRows(rule, book));
}

/** What the page of a rule says, section by section. */
export function ruleSections(rule: Rule, results: readonly RuleTestResult[], book: Book): Section[] {
  const { lang, t } = book;
  const ran = rule.tests.map((test, index) => ({ test, result: results[index] }));
  const examples = (['fail', 'pass', 'notAssessable'] as const).flatMap((verdict) => {
    const found = ran.find(({ result }) => result?.actual === verdict);
    return found === undefined ? [] : [{ ...found, verdict }];
  });
  const rest = ran.filter(({ test }) => examples.every((each) => each.test !== test));
  const related = relatedTo(rule, book);
  return [
    { about: 'why', title: t('docs.why'), text: plain(rule.note?.[lang] ?? rule.title[lang]) },
    { about: 'basis', title: t('docs.basis'), text: basisText(rule, book) },
    { about: 'how', title: t('docs.how'), text: howText(rule, book) },
    {
      about: 'message',
      title: t('docs.message'),
      text: bullets([plain(rule.message[lang]), plain(rule.fix[lang])]),
    },
    ...examples.map(({ verdict, test, result }): Section => ({
      about: 'example',
      title: t(`docs.example.${verdict}`),
      text: exampleText(rule, test, result, book),
    })),
    ...(rest.length === 0 ? [] : [testsSection(rest, book)]),
    ...(related.length === 0 ? [] : [relatedSection(related, book)]),
  ];
}

function testsSection(
  tests: readonly { test: Rule['tests'][number]; result: RuleTestResult | undefined }[],
  book: Book,
): Section {
  const { ruleSet, lang, t } = book;
  const rows = tests.map(({ test, result }) => [
    madeUp(test, ruleSet, lang, t).slice(1).join('；').replaceAll('|', '\\|') || t('docs.allZero'),
    resultText(result, book),
  ]);
  return {
    about: 'tests',
    title: t('docs.moreTests'),
    text: table([t('docs.madeUp'), t('docs.result')], rows),
  };
}

function relatedSection(rules: readonly Rule[], { lang, t }: Book): Section {
  const items = rules.map(({ id, title }) => `[${id}](${id}.md) ${plain(title[lang])}`);
  return { about: 'related', title: t('docs.related'), text: bullets(items) };
}

function headRows(rule: Rule, { lang, t }: Book): string[][] {
  const { years, levels, kinds, layouts } = rule.applies ?? {};
  const from = years?.from;
  const to = years?.to;
  const applies = [
    layouts === undefined ? null : t('docs.applies.layouts', { layouts: layouts.join('、') }),
    from === undefined ? null : t('docs.applies.from', { year: from }),
    to === undefined ? null : t('docs.applies.to', { year: to }),
    levels === undefined ? null : levels.map((each) => t(`level.${each}`)).join('、'),
    kinds === undefined ? null : kinds.map((each) => t(`kind.${each}`)).join('、'),
  ].filter((text) => text !== null);
  return [
    [t('docs.category'), t(`category.${rule.category}`)],
    [t('docs.severity'), t(`severity.${rule.severity}`)],
    [t('docs.applies'), applies.length === 0 ? t('docs.applies.all') : applies.join('；')],
    ...(rule.implies === undefined
      ? []
      : [[t('docs.implies'), rule.implies.map((id) => `[${id}](${id}.md)`).join('、')]]),
    ...(rule.alwaysAssessable === undefined ? [] : [[t('docs.always'), plain(rule.alwaysAssessable[lang])]]),
  ];
}

function basisText(rule: Rule, { ruleSet, lang, t }: Book): string {
  const { documents } = ruleSet;
  return bullets(
    rule.basis.map((basis) => {
      const said = clausesIn(basis, documents).map(({ says }) => plain(says[lang]));
      const term = termOf(
        documents.find(({ name }) => name === basis.document),
        t,
      );
      const cited = `${plain(basis.document)} ${plain(basis.article)}${term}`;
      return said.length === 0 ? cited : t('docs.cites', { cited, said: said.join('；') });
    }),
  );
}

/** For which report years a document holds. */
function termOf(document: LegalDocument | undefined, t: Translate): string {
  const { from, to } = document ?? {};
  const since = from === undefined ? '' : t('docs.applies.from', { year: from.slice(0, 4) });
  const ceased = Number(to?.slice(0, 4));
  const last = isInForce(`${ceased}-12-31`, { to }) ? ceased : ceased - 1;
  const until = to === undefined ? '' : t('docs.applies.to', { year: last });
  return since + until === '' ? '' : t('docs.term', { term: [since, until].filter(Boolean).join('，') });
}

/** The conditions as written, and once more for one combination of the variables in the words of the form. */
function howText(rule: Rule, book: Book): string {
  const { lang, t } = book;
  const written = conditionLines(rule.conditions, { view: null, lang, t });
  const each = Object.entries(rule.each ?? {}).map(([name, spec]) =>
    t('docs.each', { name: `\`{${name}}\``, domain: plain(JSON.stringify(spec)) }),
  );
  const filled = filledConditions(rule, book);
  return [
    each.length > 0 ? bullets(each) : null,
    t('docs.violated'),
    written.join('\n'),
    filled === null ? null : t('docs.inWords'),
    filled === null ? null : conditionLines(filled.conditions, { view: filled.view, lang, t }).join('\n'),
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}

function filledConditions(rule: Rule, { ruleSet }: Book): { conditions: Condition; view: FormView } | null {
  if (isOverReport(rule)) return null;
  const layouts = rule.applies?.layouts;
  const forms = [...ruleSet.forms].reverse().filter(({ id }) => layouts?.includes(id) ?? true);
  for (const form of forms) {
    const view = viewOf(form);
    const [bindings] = combinations(rule, view, null);
    if (bindings === undefined) continue;
    try {
      const lookup = lookupOf(bindings, form.years.from, ruleSet.parameters);
      const conditions = substitute(rule.conditions, lookup) as Condition;
      const same = JSON.stringify(conditions) === JSON.stringify(rule.conditions);
      if (!same || JSON.stringify(conditions).includes('"t')) return { conditions, view };
    } catch (error) {
      if (!(error instanceof Untold)) throw error;
    }
  }
  return null;
}

function exampleText(
  rule: Rule,
  test: Rule['tests'][number],
  result: RuleTestResult | undefined,
  book: Book,
): string {
  const { lang, t, ruleSet } = book;
  const failed = result?.outcomes.find(({ verdict }) => verdict === 'fail');
  const [head = '', ...facts] = madeUp(test, ruleSet, lang, t);
  const blamed = failed === undefined ? [] : cellsText(failed, book);
  return [
    `${head}${facts.length > 0 ? t('docs.except') : t('docs.allZero')}`,
    facts.length > 0 ? bullets(facts) : null,
    t('docs.came', { result: resultText(result, book) }),
    blamed.length > 0 ? bullets([t('docs.cells', { cells: blamed.join('、') })]) : null,
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}

function cellsText(outcome: Outcome, { lang, newest }: Book): string[] {
  return outcome.cells.slice(0, 8).map((address) => plain(cellLabel(newest, address, lang)));
}

function resultText(result: RuleTestResult | undefined, { t }: Book): string {
  if (result === undefined) return '';
  const failed = result.outcomes.find(({ verdict }) => verdict === 'fail');
  const open = result.outcomes.find(({ verdict }) => verdict === 'notAssessable');
  const verdict = t(`docs.verdict.${result.actual}`);
  if (result.actual === 'fail' && failed !== undefined) {
    const doubt = failed.suspect === 'extraction' ? t('docs.suspect') : '';
    return `**${verdict}**${doubt} ${plain(failed.message)}${failed.fix === null ? '' : ` ${plain(failed.fix)}`}`;
  }
  if (result.actual === 'notAssessable' && open?.reason != null) {
    return `**${verdict}** ${t(`reason.${open.reason}`)}`;
  }
  return `**${verdict}**`;
}
