import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { audit } from '../../properties/reading/reading.js';

const sample = readFileSync(new URL('../../../samples/01-clean-tab-rows.txt', import.meta.url), 'utf8');

/** Severities of the findings of prose where the sound report says this of applications; its table has 6 received and 5 handled. */
async function severitiesOf(applications: string): Promise<string[]> {
  const text = sample.replace(/（二）依申请公开。[^\n]*/, `（二）依申请公开。${applications}`);
  const { findings } = await audit(text);
  return findings
    .filter(({ rule }) => rule === 'N-RECV' || rule === 'N-HANDLED')
    .map(({ rule, severity }) => `${rule} ${severity}`);
}

test.for([
  ['收到政府信息公开申请6件。办结2件。', ['N-HANDLED info']],
  ['收到政府信息公开申请6件，均为自然人提出。全年网络运行平稳。答复2件。', ['N-HANDLED info']],
  ['收到政府信息公开申请9件，撤件5件，受理4件。', ['N-RECV info']],
  ['收到政府信息公开申请6件，办结2件。', ['N-HANDLED warning']],
  ['收到政府信息公开申请9件。', ['N-RECV warning']],
] as const)('a finding on an inherited noun or a chosen total is a hint: %s', async ([text, severities]) => {
  expect(await severitiesOf(text)).toEqual(severities);
});
