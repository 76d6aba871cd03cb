import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { claimsOf, wantedOf } from '../labels.js';

const schema = z.array(
  z.strictObject({
    text: z.string(),
    heading: z.string().optional(),
    year: z.int().default(2023),
    agency: z.string().default('云溪县水利局'),
    trap: z.string().optional(),
    /** What the tables may be held against; other claims are not judged. */
    cells: z.array(z.string()),
    maybe: z.array(z.string()).default([]),
    sums: z.array(z.array(z.number())).default([]),
    maybeSums: z.array(z.array(z.number())).default([]),
  }),
);

/** Files of paragraphs, with the least precision, recall and share of the lists found. */
const files = [
  ['regions.yaml', 0.99, 0.93, 0.8],
  ['free-wording.yaml', 0.99, 0.85, 0.7],
  ['bureaus.yaml', 0.99, 0.88, 0.8],
] as const;

type Entry = z.infer<typeof schema>[number];

const entriesOf = (name: string): Entry[] =>
  schema.parse(parse(readFileSync(new URL(name, import.meta.url), 'utf8')));

const keyOf = (label: string): string => {
  const { measure, value } = wantedOf(label);
  return `${measure} ${value}`;
};

function judge({ text, heading, year, agency, cells, maybe, sums, maybeSums }: Entry) {
  const claims = claimsOf([...(heading === undefined ? [] : [heading]), text], year, agency);
  const read = new Set(
    claims
      .filter(
        ({ kind, measure, year: of }) =>
          kind !== 'sum' && kind !== 'percent' && of === null && measure !== null,
      )
      .filter(({ measure }) => /^(?:t[234]|fees)\./.test(measure ?? ''))
      .map(({ measure, value, scope }) => ({ key: `${measure} ${value}`, scope })),
  );
  const keys = new Set([...read].map(({ key }) => key));
  const wanted = new Set(cells.map(keyOf));
  const allowed = new Set([...wanted, ...maybe.map(keyOf)]);
  const lists = claims
    .filter(({ kind }) => kind === 'sum')
    .map(({ value, parts, cover, qualifier }) => ({
      list: [value ?? 0, ...parts.map((part) => part.value)],
      asserted: cover === undefined && qualifier === 'exact',
    }));
  const listed = new Set(lists.map(({ list }) => list.join()));
  const excused = new Set([...sums, ...maybeSums].map((list) => list.join()));
  return {
    text,
    right: [...keys].filter((key) => allowed.has(key)).length,
    wrong: [...read]
      .filter(({ key, scope }) => scope !== 'region' && !allowed.has(key))
      .map(({ key }) => key),
    hit: [...wanted].filter((key) => keys.has(key)).length,
    missed: [...wanted].filter((key) => !keys.has(key)),
    sums: sums.filter((list) => listed.has(list.join())).length,
    wrongSums: lists.filter(
      ({ list, asserted }) =>
        asserted &&
        !excused.has(list.join()) &&
        list.slice(1).reduce((all, each) => all + each, 0) !== list[0],
    ),
  };
}

const sum = (
  list: readonly ReturnType<typeof judge>[],
  count: (verdict: ReturnType<typeof judge>) => number,
): number => list.reduce((all, each) => all + count(each), 0);

test.for(files)('paragraphs as a careful auditor reads them: %s', ([name, precision, recall, lists]) => {
  const entries = entriesOf(name);
  const verdicts = entries.map(judge);
  const wrong = sum(verdicts, (each) => each.wrong.length);
  const right = sum(verdicts, (each) => each.right);
  const hit = sum(verdicts, (each) => each.hit);
  const missed = sum(verdicts, (each) => each.missed.length);
  console.info(verdicts.filter((each) => each.wrong.length + each.missed.length > 0));
  expect(entries.filter(({ trap }) => trap !== undefined).length).toBeGreaterThanOrEqual(50);
  expect(right / (right + wrong)).toBeGreaterThanOrEqual(precision);
  expect(hit / (hit + missed)).toBeGreaterThanOrEqual(recall);
  const stated = entries.reduce((all, { sums }) => all + sums.length, 0);
  expect(sum(verdicts, (each) => each.sums) / stated).toBeGreaterThanOrEqual(lists);
  expect(verdicts.flatMap((each) => each.wrongSums)).toEqual([]);
});
