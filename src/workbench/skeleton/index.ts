import { stringify } from 'yaml';
import type { Localised } from '../../model/index.js';
import type { Rule } from '../../rules/rule.js';
import { kinds, type Kind, type KindName, type Subject } from './kinds.js';

export { kinds, usualKind, type KindName, type Subject } from './kinds.js';

/** What a new rule is to be. */
export interface Sketch extends Pick<Rule, 'id' | 'category' | 'severity' | 'title'> {
  fact: KindName;
  subject: Subject;
  basis: { document: string; article: string };
  /** What the document and its clause are called in a file that has to describe them; `null`: they are known. */
  described: { title: Localised; says: Localised } | null;
  /** The edition that has the cells. */
  edition: string;
}

/** A file of rules with one rule and its tests, which `gouji rules check` and `gouji rules test` accept as it is. */
export function skeleton(sketch: Sketch): string {
  const { id, category, severity, title, fact, subject, basis, described, edition } = sketch;
  const kind: Kind = kinds[fact];
  const { note, applies, conditions, message, fix, alwaysAssessable, tests } = kind.draft(subject);
  const limits = { ...applies, ...('cell' in kind.usual ? { layouts: `from ${edition}` } : {}) };
  const rule = {
    id,
    category,
    severity,
    title,
    basis,
    note,
    ...(Object.keys(limits).length === 0 ? {} : { applies: limits }),
    conditions,
    message,
    fix,
    ...(alwaysAssessable === undefined ? {} : { alwaysAssessable }),
    tests,
  };
  const documents = described && [
    {
      name: basis.document,
      title: described.title,
      clauses: [{ article: basis.article, says: described.says }],
    },
  ];
  return stringify(
    { ...(documents === null ? {} : { documents }), rules: [rule] },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}
