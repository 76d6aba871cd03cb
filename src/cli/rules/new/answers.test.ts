import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { translator } from '../../../report/translate.js';
import { UsageError } from '../../usage-error.js';
import { askedAt, unasked, type Answers } from './answers.js';

const even = (text: string): number => {
  if (Number(text) % 2 !== 0) throw new UsageError('usage.noChoice', { value: text, choices: '2|4' });
  return Number(text);
};

/** What three questions are answered with when a person types these lines, and what the person sees. */
async function conversation(typed: string): Promise<{ answers: unknown; seen: string }> {
  const [input, output] = [new PassThrough(), new PassThrough()];
  const { to, close } = askedAt(input, output, translator('en'));
  const asked = async ({ to: put }: Pick<Answers, 'to'>): Promise<number[]> => [
    await put('new.limit', undefined, '8', even),
    await put('new.limit', '6', '8', even),
    await put('new.limit', undefined, '8', even, ['2', '4']),
  ];
  const answers = asked({ to }).catch((error: unknown) => error);
  input.end(typed);
  const result = await answers;
  close();
  return { answers: result, seen: String(output.read()) };
}

test('what is not given is asked for, again where it cannot be taken; an empty line takes what is usual', async () => {
  expect(await conversation('\n3\n4\n')).toEqual({
    answers: [8, 6, 4],
    seen: 'Limit [8]: Limit (2|4) [8]: 3 is none of the choices: 2|4.\nLimit (2|4) [8]: ',
  });
});

test('the end of the input is told as such', async () => {
  expect(await conversation('2\n')).toMatchObject({ answers: { key: 'usage.unanswered' } });
});

test('without a terminal nobody is asked', async () => {
  expect(await unasked.to('new.limit', undefined, '8', even)).toBe(8);
  await expect(unasked.to('new.limit', '3', '8', even)).rejects.toThrow(UsageError);
});
