import { expect, test } from 'vitest';
import { describeProblem, YamlError } from '../rules/index.js';
import { loadWaivers, sortOut } from './waivers.js';

const entry = (fingerprint: string, more = '') => `  - fingerprint: ${fingerprint}
    verdict: dismissed
    reason: 经核对，一件申请分两次答复
    reviewer: 林某
${more}`;

/** Every mistake as `line:column: text`. */
function mistakes(text: string): string[] {
  try {
    loadWaivers('w.yaml', text);
    return [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return error.problems.map((each) => `${each.line}:${each.column}: ${describeProblem(each, 'en')}`);
  }
}

test('a waiver has a fingerprint that may look like a number, and may expire', () => {
  const text = `waivers:\n${entry('0123456789012345')}${entry('12345678901234e5', '    expiry: 2025-06-30\n')}`;
  const review = { verdict: 'dismissed', reason: '经核对，一件申请分两次答复', reviewer: '林某' };
  expect(loadWaivers('w.yaml', text)).toEqual({
    name: 'w.yaml',
    waivers: [
      {
        waiver: { fingerprint: '0123456789012345', ...review, date: null, expiry: null },
        line: 2,
        column: 18,
      },
      {
        waiver: { fingerprint: '12345678901234e5', ...review, date: null, expiry: '2025-06-30' },
        line: 6,
        column: 18,
      },
    ],
    replies: [],
  });
});

test('every mistake is told with its place', () => {
  expect(
    mistakes(`waivers:
  - fingerprint: xyz
    verdict: refused
    reason: ''
    reviewer: 林某
    expiry: 2025-02-30
  - fingerprint: 0123456789abcdef
    verdict: confirmed
    raeson: 属实
    reviewer: 林某
`),
  ).toEqual([
    '2:18: `fingerprint` is not in the right form: 16 × 0-9a-f',
    '3:14: `verdict` cannot be `refused`; allowed: confirmed, dismissed',
    expect.stringMatching(/^4:13: `reason` is not in the right form: /),
    expect.stringMatching(/^6:13: `expiry` is not in the right form: /),
    '7:5: missing key `reason`',
    '9:5: unknown key `raeson`; did you mean `reason`?',
  ]);
  expect(mistakes('- 1')).toEqual(['1:1: expected a mapping']);
  expect(mistakes('waivers: [')).toEqual([expect.stringMatching(/^1:\d+: YAML syntax: /)]);
});

test('a finding is reviewed once', () => {
  const once = entry('0123456789abcdef');
  expect(mistakes(`waivers:\n${once}${entry('1123456789abcdef')}${once}`)).toEqual([
    '10:18: finding `0123456789abcdef` was reviewed before, at 2:18',
  ]);
});

test('a waiver holds to the end of its last day', () => {
  const { waivers } = loadWaivers(
    'w.yaml',
    `waivers:\n${entry('0123456789abcdef', '    expiry: 2025-06-30\n')}${entry('1123456789abcdef')}`,
  );
  const sorted = (today: string) => {
    const { inForce, expired } = sortOut(waivers, today);
    return [inForce, expired].map((each) => each.map(({ waiver }) => waiver.fingerprint[0]));
  };
  expect(sorted('2025-06-30')).toEqual([['0', '1'], []]);
  expect(sorted('2025-07-01')).toEqual([['1'], ['0']]);
});
