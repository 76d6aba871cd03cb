import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Summary } from '../../report/renderer.js';
import { documentNames } from './document-names.js';

const summary = (name: string, agency: string | null, year: number | null = 2023): Summary => ({
  name,
  agency,
  level: 'county',
  kind: 'department',
  year,
  grade: 'A',
  score: 100,
  share: 1,
  counts: { error: 0, warning: 0, info: 0 },
  dismissed: 0,
  reviewed: [],
  rules: [],
  verdictText: '',
});

test('agency and year come first, a hash only where they do not tell reports apart', () => {
  const nameOf = documentNames();
  expect(nameOf(summary('a/1.txt', '临溪县教育局'))).toBe('临溪县教育局-2023');
  expect(nameOf(summary('a/2.txt', '临溪县教育局'))).toMatch(/^临溪县教育局-2023-[0-9a-f]{8}$/);
  expect(nameOf(summary('a/index', null, null))).toMatch(/^index-[0-9a-f]{8}$/);
  expect(nameOf(summary('a/../x.txt', '../../etc/<img>', null))).toBe('etc_img');
});

test('names are unique, safe, short, and the same for the same sources in every folder', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.constantFrom('index', 'CON', 'a', 'A', '', '县'.repeat(300), '..', '/', '\u202egpj'),
  );
  const audits = fc.array(fc.tuple(text, fc.option(text), fc.option(fc.constantFrom(2022, 2023))), {
    maxLength: 12,
  });
  fc.assert(
    fc.property(audits, (all) => {
      const summaries = all.map(([name, agency, year]) => summary(name, agency, year));
      const [one, other] = [documentNames(), documentNames()];
      const names = summaries.map((each) => one(each));
      expect(summaries.map((each) => other(each))).toEqual(names);
      expect(new Set(names.map((each) => each.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(Buffer.byteLength(`${name}.html`)).toBeLessThanOrEqual(150);
        expect(name).toMatch(/^[^\p{C}\s/\\:*?"<>|]+$/u);
        expect(name).not.toMatch(/^(?:\.|index$|con$)/i);
      }
    }),
  );
});
