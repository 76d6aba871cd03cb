import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { claimsOf, wantedOf } from '../labels.js';

const entries = z
  .array(
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
  )
  .parse(parse(readFileSync(new URL('regions.yaml', import.meta.url), 'utf8')));

const keyOf = (label: string): string => {
  const { measure, value } = wantedOf(label);
  return `${measure} ${value}`;
};

const verdicts = entries.map(({ text, heading, year, agency, cells, maybe, sums, maybeSums }) => {
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
});

const sum = (count: (verdict: (typeof verdicts)[number]) => number): number =>
  verdicts.reduce((all, each) => all + count(each), 0);

test('paragraphs of many regions are read with a precision of at least 99 % and a recall of at least 93 %', () => {
  const wrong = sum((each) => each.wrong.length);
  const missed = sum((each) => each.missed.length);
  console.info(verdicts.filter((each) => each.wrong.length + each.missed.length > 0));
  expect(entries.filter(({ trap }) => trap !== undefined).length).toBeGreaterThanOrEqual(50);
  expect(sum((each) => each.right) / (sum((each) => each.right) + wrong)).toBeGreaterThanOrEqual(0.99);
  expect(sum((each) => each.hit) / (sum((each) => each.hit) + missed)).toBeGreaterThanOrEqual(0.93);
});

test('four of five of their lists are found, and none is held to be wrong', () => {
  const lists = entries.reduce((all, { sums }) => all + sums.length, 0);
  expect(sum((each) => each.sums) / lists).toBeGreaterThanOrEqual(0.8);
  expect(verdicts.flatMap((each) => each.wrongSums)).toEqual([]);
});
