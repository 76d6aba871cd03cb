import { stringify } from 'yaml';
import * as z from 'zod';
import { alone } from '../../model/index.js';
import { viewForReport } from '../../rules/form/form-view.js';
import { contextOf } from '../../rules/evaluate/context.js';
import { lookupOf, rightFact } from '../../rules/load/compile.js';
import { combinations } from '../../rules/evaluate/evaluate.js';
import { namedDomains } from '../../rules/domains/index.js';
import { axis } from '../../rules/domains/axis.js';
import { list } from '../../rules/domains/list.js';
import { facts } from '../../rules/facts/index.js';
import type { Fact } from '../../rules/facts/fact.js';
import { operators } from '../../rules/operators/index.js';
import { paramsOf } from '../../rules/load/params.js';
import type { Operand, Operator } from '../../rules/operators/operator.js';
import { substitute, Untold } from '../../rules/message/placeholders.js';
import type { Condition, Rule } from '../../rules/rule.js';
import { onEdition, reportOf } from '../../rules/test/test-report.js';
import type { Book } from './book.js';
import { madeUp } from './made-up.js';
import { codeInTable, cut, fenced, page, plain, table } from './markdown.js';

/** A use of a fact in a rule. */
interface Use {
  rule: Rule;
  fact: string;
  params: Record<string, unknown>;
}

const MOST_RULES = 12;

/** Every fact with its params, an example, and what it came to in the tests of the rule that the example is from. */
export function factsPage(book: Book): string {
  const uses = book.ruleSet.rules.flatMap((rule) => usesIn(rule.conditions, rule));
  return page([
    `# ${book.t('docs.facts')}`,
    book.t('docs.generated'),
    book.t('docs.factsIntro'),
    ...[...facts.values()].flatMap((fact) =>
      factParts(
        fact,
        uses.filter((use) => use.fact === fact.name),
        book,
      ),
    ),
  ]);
}

function factParts(fact: Fact, uses: readonly Use[], book: Book): string[] {
  const { lang, t } = book;
  const rules = [...new Set(uses.map(({ rule }) => rule.id))];
  const ran = uses
    .map((use) => ({ use, rows: valuesOf(use, fact, book) }))
    .find(({ rows }) => rows.length > 0);
  return [
    `## ${fact.name}`,
    plain(fact.summary[lang]),
    t('docs.factResult', { type: t(`docs.type.${fact.result}`) }),
    paramsTable(paramsOf(fact), book) ?? '',
    ...(ran === undefined
      ? []
      : [
          t('docs.factExample', { rule: `[${ran.use.rule.id}](${ran.use.rule.id}.md)` }),
          fenced('yaml', stringify({ fact: fact.name, params: ran.use.params }, { lineWidth: 100 })),
          table([t('docs.madeUp'), t('docs.value')], ran.rows),
        ]),
    rules.length === 0
      ? t('docs.unused')
      : t('docs.usedBy', {
          rules:
            rules
              .slice(0, MOST_RULES)
              .map((id) => `[${id}](${id}.md)`)
              .join('、') + (rules.length > MOST_RULES ? t('docs.andMore', { count: rules.length }) : ''),
        }),
  ];
}

/** What the fact comes to in the tests of the rule, for the first combination of its variables. */
function valuesOf({ rule, params }: Use, fact: Fact, { ruleSet, lang, t }: Book): string[][] {
  const rows: string[][] = [];
  for (const test of rule.tests) {
    const report = reportOf(onEdition(test, ruleSet), ruleSet.forms);
    const view = viewForReport(ruleSet.forms, report.layout, report.year);
    const context = contextOf(report, view, alone);
    const [bindings] = combinations(rule, view, context);
    if (bindings === undefined) continue;
    try {
      const filled = substitute(params, lookupOf(bindings, report.year, ruleSet.parameters));
      const value = fact.prepare(filled, view)?.(context);
      if (value === undefined) continue;
      const told = madeUp(test, ruleSet, lang, t).slice(1).join('；') || t('docs.allZero');
      const came = value.known
        ? codeInTable(String(value.value))
        : t('docs.unknown', { reason: t(`reason.${value.reason}`) });
      if (!rows.some(([, other]) => other === came)) rows.push([told.replaceAll('|', '\\|'), came]);
    } catch (error) {
      if (!(error instanceof Untold)) throw error;
    }
  }
  return rows;
}

function usesIn(condition: Condition, rule: Rule): Use[] {
  if ('all' in condition) return condition.all.flatMap((each) => usesIn(each, rule));
  if ('any' in condition) return condition.any.flatMap((each) => usesIn(each, rule));
  if ('not' in condition) return usesIn(condition.not, rule);
  const right = rightFact(condition.value);
  return [
    { rule, fact: condition.fact, params: condition.params ?? {} },
    ...(right === null ? [] : [{ rule, fact: right.fact, params: right.params ?? {} }]),
  ];
}

interface JsonSchema {
  properties?: Record<string, JsonSchema>;
  required?: string[];
  type?: string | string[];
  enum?: unknown[];
  anyOf?: JsonSchema[];
  items?: JsonSchema;
}

/** Params with their types, as the schema that checks them has it; `null`: none. */
function paramsTable(schema: z.ZodType, { t }: Book): string | null {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema;
  const rows = Object.entries(properties).map(([name, own]) => [
    codeInTable(name),
    plain(typeText(own)),
    required.includes(name) ? t('docs.required') : t('docs.optional'),
  ]);
  return rows.length === 0 ? null : table([t('docs.param'), t('docs.type'), t('docs.need')], rows);
}

function typeText({ type, enum: values, anyOf, items, properties }: JsonSchema): string {
  if (values !== undefined) return values.map(String).join(' / ');
  if (anyOf !== undefined) return [...new Set(anyOf.map(typeText))].join(' | ');
  if (items !== undefined) return `[${typeText(items)}]`;
  if (properties !== undefined) return `{ ${Object.keys(properties).join(', ')} }`;
  return [type ?? 'any'].flat().join(' | ');
}

const samples: readonly (readonly [Operand, Operand])[] = [
  [exactly(1), exactly(2)],
  [exactly(2), exactly(2)],
  [exactly(3), exactly(2)],
  [exactly(20), exactly(10)],
  [{ ...exactly(2), atLeast: true }, exactly(3)],
  [{ ...exactly(4), atLeast: true }, exactly(3)],
];

function exactly(value: number): Operand {
  return { value, atLeast: false, tolerance: 0 };
}

/** Every operator with what it says of sample operands. */
export function operatorsPage(book: Book): string {
  const { t, lang, ruleSet } = book;
  return page([
    `# ${t('docs.operators')}`,
    t('docs.generated'),
    t('docs.operatorsIntro'),
    ...[...operators.values()].flatMap((operator) => [
      `## ${operator.name}`,
      plain(operator.summary[lang]),
      table([t('docs.left'), t('docs.right'), t('docs.holds')], sampleRows(operator, book)),
      t('docs.usedBy', {
        rules: ruleSet.rules
          .filter((rule) => JSON.stringify(rule.conditions).includes(`"operator":"${operator.name}"`))
          .slice(0, MOST_RULES)
          .map(({ id }) => `[${id}](${id}.md)`)
          .join('、'),
      }),
    ]),
  ]);
}

function sampleRows(operator: Operator, { t }: Book): string[][] {
  const text = ({ value, atLeast }: Operand): string =>
    atLeast ? t('docs.atLeast', { value: String(value) }) : String(value);
  const answer = (holds: boolean): string => t(holds ? 'docs.yes' : 'docs.no');
  if (operator.right === 'list') {
    return [2, 4].map((value) => [
      String(value),
      '[1, 2, 3]',
      answer(operator.holds(exactly(value), [1, 2, 3])),
    ]);
  }
  return samples.map(([left, right]) => [text(left), text(right), answer(operator.holds(left, right))]);
}

/** What a variable of `each` may run over. */
export function domainsPage(book: Book): string {
  const { t, lang, ruleSet } = book;
  return page([
    `# ${t('docs.domains')}`,
    t('docs.generated'),
    t('docs.domainsIntro'),
    ...[axis, list, ...namedDomains].flatMap((domain) => {
      const using = ruleSet.rules.find((rule) =>
        Object.values(rule.each ?? {}).some((spec) =>
          typeof spec === 'string'
            ? domain === axis
            : Array.isArray(spec)
              ? domain === list
              : Object.keys(spec)[0] === domain.name,
        ),
      );
      return [
        `## ${domain.name}`,
        plain(domain.summary[lang]),
        namedDomains.includes(domain) ? paramsTable(paramsOf(domain), book) : null,
        using === undefined
          ? null
          : `${t('docs.factExample', { rule: `[${using.id}](${using.id}.md)` })}\n\n${fenced('yaml', cut(stringify({ each: using.each }, { lineWidth: 100 }), 600))}`,
      ];
    }),
  ]);
}
