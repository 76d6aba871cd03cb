import { hasRole } from '../sentence/clauses.js';
import type { Token } from '../sentence/numbers/token.js';
import type { NumberReading, Scope } from './setting.js';

/** 共 52 件，其中区直部门 18 件: wholes in which others have a part are not the agency's own. */
export function sharedWithOthers(readings: readonly NumberReading[]): Set<NumberReading> {
  const shared = new Set<NumberReading>();
  if (!readings.some(({ mention }) => mention.sentence.roles.has('others'))) return shared;
  let next: NumberReading | null = null;
  let others = false;
  for (const reading of readings.toReversed()) {
    const { sentence, leading } = reading.mention;
    if (next?.mention.sentence !== sentence) [next, others] = [null, false];
    if (others && next?.mention.leading.some((token) => hasRole(token, 'breakdown')) === true)
      shared.add(reading);
    others ||= leading.some((token) => hasRole(token, 'others'));
    next = reading;
  }
  return shared;
}

/** Where the text begins to speak of the agency or of the region; what stands in brackets holds up to their end. */
export function scopesOf(tokens: readonly Token[]): Scope[] {
  const scopes: Scope[] = [];
  const outer: (Scope['scope'] | null)[] = [];
  for (const token of tokens) {
    const { start } = token;
    if (token.kind === 'mark' && token.char === '(') outer.push(scopes.at(-1)?.scope ?? null);
    else if (token.kind === 'mark' && token.char === ')') {
      const before = outer.pop();
      if (before !== undefined && before !== scopes.at(-1)?.scope) scopes.push({ start, scope: before });
    } else if (hasRole(token, 'region')) scopes.push({ start, scope: 'region' });
    else if (hasRole(token, 'own')) scopes.push({ start, scope: 'own' });
  }
  return scopes;
}
