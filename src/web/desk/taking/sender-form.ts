import { byId } from '../../dom.js';
import type { Sender } from '../requests.js';

const fields = [
  'issuer',
  'number',
  'date',
  'deadline',
  'contact',
] as const satisfies readonly (keyof Sender)[];

const inputOf = (name: keyof Sender) => byId(`sender-${name}`, HTMLInputElement);

/** What the office says of itself in its notices; `onChange` is told every change. */
export function startSender(kept: Sender | undefined, onChange: (sender: Sender) => void): () => Sender {
  const read = () =>
    Object.fromEntries(fields.map((name) => [name, inputOf(name).value.trim()])) as unknown as Sender;
  for (const name of fields) {
    inputOf(name).value = kept?.[name] ?? '';
    inputOf(name).oninput = () => onChange(read());
  }
  return read;
}

/** The number of the next document in a series: 〔2026〕12号 → 〔2026〕13号; what has no number of its own stays. */
export const numberAfter = (number: string, count: number): string =>
  number.replace(/\d+(?=\D*$)/, (digits) => String(Number(digits) + count).padStart(digits.length, '0'));
