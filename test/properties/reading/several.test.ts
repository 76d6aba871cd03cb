import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditTogether, type Audited } from '../../../src/audit/audit-many.js';
import { loadRegisterVocabulary } from '../../../src/defaults/defaults.js';
import type { Audit } from '../../../src/model/index.js';
import { examples } from '../../depth.js';
import { bindings } from '../../generators/compilation.js';
import { resources } from './reading.js';

const all = { ...resources, registers: loadRegisterVocabulary() };

async function auditsOf(bytes: Uint8Array): Promise<Audited[]> {
  const found: Audited[] = [];
  for await (const each of auditTogether([{ name: 'file', bytes }], all, { lang: 'zh-CN' })) found.push(each);
  return found;
}

/** What an audit says, apart from places and from what names the file. */
function saidBy(each: Audited): unknown {
  if ('error' in each) return each.error.message;
  const { agency, year, layout, cells, claims, findings, repairs, notAssessable, grade, score }: Audit =
    each.audit;
  return {
    ...{ agency, year, layout: layout.id, grade, score, repairs, notAssessable },
    cells: Object.entries(cells).map(([address, { value, raw, state, evidence }]) =>
      [address, value, raw, state, evidence].join(' '),
    ),
    claims: claims.map(({ measure, value, quote }) => [measure, value, quote].join(' ')),
    findings: findings.map(({ rule, severity, message, cells: of }) =>
      [rule, severity, message, ...of].join(' '),
    ),
  };
}

describe.each(bindings)('$name', ({ compile }) => {
  test('reports put together give the audits that they give alone', () =>
    fc.assert(
      fc.asyncProperty(compile, async (made) => {
        const { together, alone } = await made();
        const singles = await Promise.all(alone.map(auditsOf));
        expect((await auditsOf(together)).map(saidBy)).toEqual(singles.flat().map(saidBy));
        expect(singles.map((each) => each.length)).toEqual(alone.map(() => 1));
      }),
      { numRuns: examples(10) },
    ));
});
