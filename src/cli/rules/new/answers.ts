import type { MessageKey, Translate } from '../../../report/translate.js';
import { UsageError } from '../../usage-error.js';

/** Where what a command needs comes from: the option if given, else the person at the terminal, else what is usual. */
export interface Answers {
  /** `read` throws a UsageError at what it cannot take; a person is then asked again. */
  to: <T>(
    question: MessageKey,
    given: string | undefined,
    usual: string,
    read: (text: string) => T,
    choices?: readonly string[],
  ) => Promise<T>;
  close: () => void;
}

/** Nobody is asked. */
export const unasked: Answers = {
  to: (_, given, usual, read) => Promise.resolve().then(() => read(given ?? usual)),
  close: () => undefined,
};

/** Asks at a terminal; an empty line takes what is usual. The end of the input is a refusal. */
export function askedAt(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, t: Translate): Answers {
  const { createInterface } = process.getBuiltinModule('node:readline/promises');
  const lines = createInterface({ input, output, terminal: 'isTTY' in input && input.isTTY === true });
  // Keeps lines that are typed ahead of their question.
  const typed = lines[Symbol.asyncIterator]();
  const ask = async (prompt: string): Promise<string> => {
    lines.setPrompt(prompt);
    lines.prompt();
    const line: IteratorResult<string, unknown> = await typed.next();
    if (line.done === true) throw new UsageError('usage.unanswered');
    return line.value.trim();
  };
  return {
    to: async (question, given, usual, read, choices) => {
      if (given !== undefined) return read(given);
      const among = choices === undefined ? '' : t('new.choices', { choices: choices.join('|') });
      for (;;) {
        const answer = await ask(t('new.ask', { question: t(question), choices: among, usual }));
        try {
          return read(answer === '' ? usual : answer);
        } catch (error) {
          if (!(error instanceof UsageError)) throw error;
          output.write(`${t(error.key, error.values)}\n`);
        }
      }
    },
    close: () => lines.close(),
  };
}
