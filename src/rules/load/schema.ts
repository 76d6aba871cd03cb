import * as z from 'zod';
import type { FormEdition } from '../../model/index.js';
import { axis } from '../domains/axis.js';
import { namedDomains } from '../domains/index.js';
import type { Domain } from '../domains/domain.js';
import { facts } from '../facts/index.js';
import type { Fact } from '../facts/fact.js';
import { viewOf } from '../form/form-view.js';
import { operators } from '../operators/index.js';
import { rule, ruleFile } from '../rule.js';
import { paramsOf } from './params.js';

/** A value that a placeholder may stand for. */
const PLACEHOLDER = /^\{[a-zA-Z][^{}]*\}$/;
const placeholder = z.string().regex(PLACEHOLDER);
const scalar = z.union([z.number(), z.string(), z.boolean()]);

/** The JSON Schema of a file of rules: editors complete fields, cells, facts, operators and their params from it. */
export function rulesSchema(forms: readonly FormEdition[]): Record<string, unknown> {
  const schema = z.toJSONSchema(fileSchema(), { io: 'input', target: 'draft-7', unrepresentable: 'any' });
  const addresses = [...new Set(forms.flatMap((form) => [...viewOf(form).measures.keys()]))];
  const axes = forms.flatMap((form) =>
    form.tables.flatMap(({ id }) =>
      ['rows', 'columns', 'rowGroups', 'columnGroups'].map((name) => `${id}.${name}`),
    ),
  );
  const layouts = forms.map((form) => form.id);
  const namesOf = (name: string) => {
    const domain = namedDomains.find((each) => each.name === name);
    const names = forms.flatMap((form) => domain?.names?.of(viewOf(form)) ?? []);
    return { anyOf: [{ enum: [...new Set(names)] }, { type: 'string' }] };
  };
  return {
    ...(withCompletions(schema) as Record<string, unknown>),
    definitions: {
      ...(withCompletions(schema.definitions ?? {}) as Record<string, unknown>),
      cell: { anyOf: [{ enum: addresses }, { type: 'string' }] },
      axis: { enum: [...new Set(axes)] },
      placeholder: { type: 'string', pattern: PLACEHOLDER.source },
      relation: namesOf('relation'),
      group: namesOf('group'),
      layout: { anyOf: [{ enum: layouts }, { type: 'string' }] },
    },
  };
}

function fileSchema(): z.ZodType {
  const references = new Map([...facts.values()].map((fact) => [fact, referenceTo(fact)]));
  const leaves = [...facts.values()].map((fact) => leafOf(fact, references));
  const condition: z.ZodType = z.lazy(() => z.union([all, any, not, ...leaves])).meta({ id: 'condition' });
  const all = z.strictObject({ all: z.array(condition).min(1) });
  const any = z.strictObject({ any: z.array(condition).min(1) });
  const not = z.strictObject({ not: condition });
  const reference = z.union([...references.values()]);
  const domain = z.union([
    paramsOf(axis),
    z.array(z.string().meta({ complete: 'cell' })).min(1),
    ...namedDomains.map((each) => z.strictObject({ [each.name]: paramsOf(each) }).describe(summaryOf(each))),
  ]);
  const full = rule.extend({
    each: z.record(z.string(), domain).optional(),
    conditions: z.union([all, any, not]),
    shows: z.strictObject({ left: reference, right: reference }).optional(),
  });
  return ruleFile.extend({ rules: z.array(full).optional() });
}

function leafOf(fact: Fact, references: ReadonlyMap<Fact, z.ZodType>): z.ZodType {
  const names = [...operators.values()]
    .filter((each) => each.accepts.includes(fact.result))
    .map((each) => each.name);
  const others = [...references]
    .filter(([each]) => each.result === fact.result)
    .map(([, reference]) => reference);
  return z
    .strictObject({
      ...referenceShape(fact),
      operator: z.enum(names),
      value: z.union([scalar, z.array(scalar), placeholder, ...others]),
    })
    .describe(summaryOf(fact));
}

function referenceTo(fact: Fact): z.ZodType {
  return z.strictObject(referenceShape(fact)).meta({ id: `fact-${fact.name}` });
}

function referenceShape(fact: Fact): { fact: z.ZodType; params: z.ZodType } {
  const params = paramsOf(fact);
  return { fact: z.literal(fact.name), params: params.safeParse({}).success ? params.optional() : params };
}

function summaryOf({ summary }: Fact | Domain): string {
  return `${summary['zh-CN']}\n${summary.en}`;
}

/** Where a text of the schema is to be completed with addresses or editions, refers to the list of them; lets placeholders stand for params. */
function withCompletions(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(withCompletions);
  if (!isObject(node)) return node;
  const { complete, ...rest } = node;
  if (typeof complete === 'string') return { $ref: `#/definitions/${complete}` };
  return Object.fromEntries(
    Object.entries(rest).map(([key, value]) => {
      const inner = withCompletions(value);
      return [key, takesPlaceholders(key) ? orPlaceholders(inner) : inner];
    }),
  );
}

function takesPlaceholders(key: string): boolean {
  return key === 'params' || namedDomains.some((domain) => domain.name === key);
}

/** Params whose fields may each be a placeholder, too. */
function orPlaceholders(params: unknown): unknown {
  if (!isObject(params)) return params;
  const { properties, anyOf } = params;
  return {
    ...params,
    ...(Array.isArray(anyOf) ? { anyOf: anyOf.map(orPlaceholders) } : {}),
    ...(isObject(properties)
      ? {
          properties: Object.fromEntries(
            Object.entries(properties).map(([key, value]) => [
              key,
              { anyOf: [value, { $ref: '#/definitions/placeholder' }] },
            ]),
          ),
        }
      : {}),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
