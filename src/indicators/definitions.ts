import * as z from 'zod';
import { localised } from '../model/form.js';
import { cellsOfForm, type FormEdition, type IndicatorDefinitions } from '../model/index.js';
import { YamlError } from '../yaml/problem.js';
import { readYaml } from '../yaml/read.js';
import type { YamlSource } from '../yaml/source.js';
import { suggest } from '../yaml/suggest.js';
import { matches } from './terms.js';

const terms = z
  .array(
    z.string().regex(/^-?t\d+(?:\.(?:[a-z][A-Za-z0-9]*|\*))+$/, '[-]t3.granted.total, [-]t3.denied.*.total'),
  )
  .min(1)
  .describe(
    'cells that are added up, or with - before them taken away; * stands for one word; of cells of several editions those that the report has',
  );

const indicator = z.strictObject({
  id: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'a-z A-Z 0-9'),
  title: localised,
  note: localised.optional().describe('how it is defined, in words'),
  unit: localised.optional(),
  of: terms,
  per: terms.optional().describe('what it is a share of; without, it is a sum'),
  parts: z
    .enum(['cells', 'terms'])
    .optional()
    .describe('each cell, or each term of `of`, by itself, as parts of their sum'),
});

export const definitionsSchema = z.strictObject({
  $schema: z.string().optional(),
  minimum: z.strictObject({
    cases: z.int().min(1).describe('a share of fewer cases is told by its counts only'),
    reports: z.int().min(3).describe('median, P10-P90 and outliers of fewer reports are not told'),
  }),
  outliers: z
    .number()
    .positive()
    .describe('how many interquartile ranges beyond the quartiles an outlier lies'),
  top: z.int().min(1).describe('parts that are told one by one where people read'),
  indicators: z.array(indicator).min(1),
});

/**
 * Reads what an office counts.
 * @throws YamlError with every mistake and its place
 */
export function loadDefinitions(text: YamlSource, forms: readonly FormEdition[]): IndicatorDefinitions {
  const { data, source } = readYaml(text, definitionsSchema);
  const addresses = [...new Set(forms.flatMap(cellsOfForm).map(({ address }) => address))];
  const first = new Map<string, number>();
  const problems = data.indicators.flatMap((each, index) => {
    const path = ['indicators', index];
    const before = first.get(each.id);
    first.set(each.id, before ?? index);
    const strange = (['of', 'per'] as const).flatMap((key) =>
      (each[key] ?? []).flatMap((term, place) => {
        const pattern = term.replace(/^-/, '');
        if (addresses.some((address) => matches(pattern, address))) return [];
        const at = [...path, key, place];
        return [source.problem('unknown-cell', at, { value: pattern }, suggest(pattern, addresses))];
      }),
    );
    const twice =
      before === undefined ? [] : [source.problem('duplicate-indicator', [...path, 'id'], { id: each.id })];
    return [...twice, ...strange];
  });
  if (problems.length > 0) throw new YamlError(problems);
  return data;
}
