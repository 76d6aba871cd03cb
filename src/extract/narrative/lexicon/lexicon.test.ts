import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { YamlError } from '../../../yaml/problem.js';
import { parseLexicon } from './parse-lexicon.js';
import { longestAt } from './words/trie.js';

const text = readFileSync(new URL('../../../../vocabulary/lexicon.yaml', import.meta.url), 'utf8');
const parsed = (changed: string) => parseLexicon({ name: 'lexicon.yaml', text: changed });

function mistakesIn(changed: string): string[] {
  try {
    parsed(changed);
    return [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return error.message.split('\n');
  }
}

test('a wording added to the file is known without any code', () => {
  const added = parsed(text.replace('  received: >-\n', '  received: >-\n    喜收\n'));
  expect(longestAt(added.words, '喜收申请', 0)?.value.aspect).toBe('received');
  expect(longestAt(parsed(text).words, '喜收申请', 0)).toBeNull();
});

test('every mistake is told at once, with its place and what was probably meant', () => {
  const lineOf = (start: string) => text.split('\n').findIndex((each) => each.startsWith(start)) + 1;
  expect(
    mistakesIn(
      text
        .replace('stages: received handled', 'stages: received handeled')
        .replace('failures: corrected revoked', 'failures: corrected revokt'),
    ),
  ).toEqual([
    `lexicon.yaml:${lineOf('stages:')}:9: the lexicon has no aspect \`handeled\`; did you mean \`handled\`?`,
    `lexicon.yaml:${lineOf('failures:')}:11: the lexicon has no aspect \`revokt\`; did you mean \`revoked\`?`,
  ]);
});

test('a key that does not exist and broken YAML are mistakes', () => {
  const line = text.split('\n').length + 1;
  expect(mistakesIn(`${text}\nrolls: 共\n`)).toEqual([
    `lexicon.yaml:${line}:1: unknown key \`rolls\`; did you mean \`roles\`?`,
  ]);
  expect(mistakesIn('topics: [')).not.toEqual([]);
});
