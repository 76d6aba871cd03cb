import type { Qualifier } from '../../../../model/report/claim.js';
import type { Unit } from '../../lexicon/lexicon.js';
import type { Senses } from '../../lexicon/senses.js';

interface Span {
  start: number;
  end: number;
}

export interface NumberToken extends Span {
  kind: 'number';
  value: number;
  decimals: number;
  unit: Unit | null;
  /** From 余, 多, 左右, 以上 … that stand with the number; words before it are weighed later. */
  qualifier: Qualifier;
  chinese: boolean;
}

export type Token =
  | NumberToken
  /** A calendar year. */
  | (Span & { kind: 'year'; year: number })
  /** A month, a span of months or of years: the number is not for the year. */
  | (Span & { kind: 'months' })
  /** Dates, document numbers, ordinals, codes: numbers that count nothing. */
  | (Span & { kind: 'noise' })
  /** 《…》 */
  | (Span & { kind: 'title' })
  | (Span & { kind: 'word'; senses: Senses })
  | (Span & { kind: 'mark'; char: string })
  /** Characters that no list knows. */
  | (Span & { kind: 'rest'; text: string });
