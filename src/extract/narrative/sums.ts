import { hasRole } from './clauses.js';
import type { Reading } from './resolve.js';

/** A whole and the parts that the prose says it is made of. */
export interface SumReading {
  whole: Reading;
  parts: Reading[];
  open: boolean;
}

const family = (reading: Reading): string => reading.mention.number.unit?.family ?? 'none';
const opens = (reading: Reading): boolean => reading.mention.leading.some((token) => hasRole(token, 'breakdown') || hasRole(token, 'nested'));
const totals = (reading: Reading): boolean => reading.mention.leading.some((token) => hasRole(token, 'total'));
const isOpen = (reading: Reading): boolean => [...reading.mention.leading, ...reading.mention.trailing].some((token) => hasRole(token, 'open'));
const isCount = (reading: Reading): boolean => reading.change === 0 && !reading.share && reading.mention.number.unit?.kind === 'count';
const value = (reading: Reading): number => reading.mention.number.value;

/** Whether parts of these kinds make up the whole: outcomes make up what was handled, not what was received. */
function makesUp(whole: Reading, parts: readonly Reading[]): boolean {
  return whole.time.span === 'year' && parts.every((part) => part.aspects.length === 0 || part.aspects.join() === whole.aspects.join() || !whole.aspects.includes('received'));
}

/** Sums of a sentence: 共N条，其中A a条，B b条. */
export function sumsOf(readings: readonly Reading[]): SumReading[] {
  const sums: SumReading[] = [];
  const counts = readings.filter(isCount);
  for (let at = 1; at < counts.length; at += 1) {
    const first = counts[at];
    const whole = counts[at - 1];
    if (first === undefined || whole === undefined || !opens(first) || family(first) !== family(whole)) continue;
    const parts: Reading[] = [first];
    let next = at + 1;
    for (; next < counts.length; next += 1) {
      const part = counts[next];
      if (part === undefined || family(part) !== family(first) || opens(part) || totals(part)) break;
      parts.push(part);
    }
    if (parts.length > 1 && makesUp(whole, parts)) sums.push({ whole, parts, open: parts.some(isOpen) });
    at = next - 1;
  }
  return sums.filter((sum) => value(sum.whole) > 0);
}
