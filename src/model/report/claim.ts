import type { At } from './location.js';

/** `atMost` and `moreThan`-like wordings are approximate; `atLeast` covers 余, 多, 超过, 以上, 不少于. */
export type Qualifier = 'exact' | 'approximate' | 'atLeast';

/**
 * What a reading that does not stand in the words beside its number rests on: `topic`, the noun stands in an earlier sentence; `total`, it
 * was chosen among several numbers for one thing; `several`, wordings of one cell were added up. A finding on it is a hint at most.
 */
export type Inference = 'topic' | 'total' | 'several';

export interface ClaimPart {
  label: string;
  value: number;
  qualifier: Qualifier;
  /** As `Claim.measure`. */
  measure: string | null;
  quote: string;
  at: At;
}

/** A statement of the prose that can be checked. */
export interface Claim {
  /** `c1`, `c2`, … in reading order. */
  id: string;
  kind: 'count' | 'sum' | 'percent' | 'none';
  /**
   * What is counted: a cell (`t3.received.total`), a subtotal of a row group (`t3.denied.total`), a sum of those joined by `+`
   * (`t3.granted.total+t3.partial.total`), or a measure that no table holds (`published.items`, `hotline.items`, …). `null`: not certain.
   * Two prefixes: `change.<measure>` is its growth over another year, negative for a fall (kind `percent`: in per cent; kind `count`: in its
   * unit; `year`: the year compared with, where it is named); `share.<measure>` is what share of a base it makes up (kind `percent`).
   */
  measure: string | null;
  /** 0 for kind `none`. */
  value: number | null;
  unit: string | null;
  qualifier: Qualifier;
  /** Kind `sum`: the parts as read. Kind `percent` of a share: the counted part and its base, where the sentence states both. */
  parts: ClaimPart[];
  /**
   * Kind `sum`: how the parts cover the whole. Absent: exactly (Σ = value). `open`: the list is not complete (Σ ≤ value);
   * `overlapping`: one item may be counted in several parts (largest part ≤ value ≤ Σ).
   */
  cover?: 'open' | 'overlapping';
  /** Measures that the sentence says are contained in the number, e.g. `t3.carriedIn.total` in 含上年结转. */
  includes: string[];
  /** Absent: the words beside the number, its sentence or its heading say what it counts. */
  inferred?: Inference;
  /** 均已办结, 全部答复: the prose says that all of them were finished, with no word of a rest, a carry-over or a time limit beside it. */
  finished?: true;
  /** By how many pieces splitting applications has raised their number, by the prose, so that either number may be meant; `open`: it does not say. */
  split?: number | 'open';
  /** `own`: this agency; `region`: it and its subordinates; `null`: not said. */
  scope: 'own' | 'region' | null;
  /** The year the statement is about when the sentence names one that is not the report's own, else `null`. */
  year: number | null;
  /** Section id where it stands. */
  section: string;
  quote: string;
  at: At;
}
