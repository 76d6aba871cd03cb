import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { LexiconError, parseLexicon } from './parse-lexicon.js';
import { longestAt } from './trie.js';

const text = readFileSync(new URL('../../../lexicon.yaml', import.meta.url), 'utf8');

function mistakesIn(changed: string): string[] {
  try {
    parseLexicon(changed);
    return [];
  } catch (error) {
    if (!(error instanceof LexiconError)) throw error;
    return error.mistakes.map(({ path, message }) => `${path}: ${message}`);
  }
}

test('a wording added to the file is known without any code', () => {
  const added = parseLexicon(text.replace('  received: >-\n', '  received: >-\n    喜收\n'));
  expect(longestAt(added.words, '喜收申请', 0)?.value.aspect).toBe('received');
  expect(longestAt(parseLexicon(text).words, '喜收申请', 0)).toBeNull();
});

test('every mistake is reported at once, with its place', () => {
  expect(
    mistakesIn(
      text
        .replace('stages: received handled', 'stages: received handeled')
        .replace('failures: corrected revoked', 'failures: corrected revokt'),
    ),
  ).toEqual(['stages: unknown aspect handeled', 'failures: unknown aspect revokt']);
  const [first] = (() => {
    try {
      parseLexicon(text.replace('stages: received handled', 'stages: received handeled'));
      return [];
    } catch (error) {
      return error instanceof LexiconError ? error.mistakes : [];
    }
  })();
  const line = text.split('\n').findIndex((each) => each.startsWith('stages:')) + 1;
  expect(first).toEqual({ path: 'stages', line, column: 9, message: 'unknown aspect handeled' });
});

test('a key that does not exist and broken YAML are mistakes', () => {
  expect(mistakesIn(`${text}\nrolls: 共\n`)).toEqual([': Unrecognized key: "rolls"']);
  expect(mistakesIn('topics: [')).not.toEqual([]);
});
