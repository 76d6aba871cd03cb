import type { DomainSpec } from '../rule.js';
import { axis } from './axis.js';
import { claims } from './claims.js';
import type { Domain } from './domain.js';
import { group } from './group.js';
import { list } from './list.js';
import { matches } from './matches.js';
import { mentions } from './mentions.js';
import { relation } from './relation.js';
import { sections } from './sections.js';
import { subtotals } from './subtotals.js';

/** Domains written as a mapping with their name as the only key, e.g. `{ claims: { kind: count } }`. */
const named: ReadonlyMap<string, Domain> = new Map(
  [claims, group, matches, mentions, relation, sections, subtotals].map((domain) => [domain.name, domain]),
);

export const namedDomains: readonly Domain[] = [...named.values()];

/** The domain that a specification means, with its params; `null` when it means none. */
export function domainOf(spec: DomainSpec): { domain: Domain; params: unknown } | null {
  if (typeof spec === 'string') return { domain: axis, params: spec };
  if (Array.isArray(spec)) return { domain: list, params: spec };
  const [name, ...rest] = Object.keys(spec);
  const domain = name === undefined || rest.length > 0 ? undefined : named.get(name);
  return domain === undefined || name === undefined ? null : { domain, params: spec[name] };
}

export const domainNames: readonly string[] = [...named.keys()];
