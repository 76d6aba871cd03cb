import { expect, test } from 'vitest';
import { loadRegisterVocabulary } from '../defaults/defaults.js';
import { readRegisters } from './index.js';

const vocabulary = loadRegisterVocabulary();

const applications = `2023年度依申请公开登记台账,,,,,,
序号,收到日期,申请人,申请人类型,申请内容,答复日期,答复结果
1,2023-01-05,某甲,自然人,批复,2023-01-20,予以公开
2,1月9日,某乙,企业,纪要,2月3日,不予公开（属于国家秘密）
3,2022年12月28日,某丙,公民,批复,2023/1/10,信息不存在
4,20230601,某丁,自然人,批复,,办理中
5,44931,某戊,星际旅行者,批复,2023-02-01,予以公开
6,2023-03-01,某己,自然人,批复,2023-02-01,予以公开
合计,,,,,,6
`;

test('an application is counted in its year by kind and outcome, or wholly left out with the reason', async () => {
  const bytes = new TextEncoder().encode(applications);
  const { cells, unclassified, sheets } = await readRegisters([{ name: 'a.csv', bytes }], 2023, vocabulary);
  const filled = Object.entries(cells)
    .filter(([, { value }]) => value > 0)
    .map(([address, { rows }]) => `${address} ${rows.join(' ')}`);
  expect(filled).toEqual([
    't3.received.naturalPerson 1!3 1!6',
    't3.received.business 1!4',
    't3.received.total 1!3 1!4 1!6',
    't3.carriedIn.naturalPerson 1!5',
    't3.carriedIn.total 1!5',
    't3.granted.naturalPerson 1!3',
    't3.granted.total 1!3',
    't3.denied.stateSecret.business 1!4',
    't3.denied.stateSecret.total 1!4',
    't3.unavailable.notHeld.naturalPerson 1!5',
    't3.unavailable.notHeld.total 1!5',
    't3.totalHandled.naturalPerson 1!3 1!5',
    't3.totalHandled.business 1!4',
    't3.totalHandled.total 1!3 1!4 1!5',
    't3.carriedOut.naturalPerson 1!6',
    't3.carriedOut.total 1!6',
  ]);
  expect(unclassified).toEqual([
    { row: '1!7', column: 'D', field: 'kind', length: 5, why: 'unknown-word', counted: false },
    { row: '1!8', column: 'F', field: 'answered', why: 'answered-before-received', counted: false },
  ]);
  expect(sheets).toEqual([{ sheet: 1, file: 1, kind: 'applications', entries: 6 }]);
});
