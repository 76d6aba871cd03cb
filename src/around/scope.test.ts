import { expect, test } from 'vitest';
import { scopeOf } from './scope.js';

const scope = (text: string, id = 'preface') =>
  scopeOf({
    sections: [
      {
        id,
        heading: null,
        printedOrdinal: null,
        at: null,
        passages: [{ text, source: text, offsets: [], at: {} }],
        asides: [],
      },
    ],
  });

test.each([
  ['本报告数据涵盖县政府办公室和各部门、各乡镇。', 'region'],
  ['本报告综合各区和市政府各部门的年度报告编制，数据来自全市有关单位。', 'region'],
  ['报告所列数据为全县汇总数据，包括各乡镇、各部门。', 'region'],
  ['本报告数据仅统计本机关产生的信息。', 'own'],
  ['统计数据不含各乡镇和各部门。', 'own'],
  ['本报告数据统计范围为本级。', 'own'],
  ['本报告由县政府办公室根据各乡镇、各部门报送的年度报告汇总编制。', 'region'],
  ['建成大数据平台，涵盖全县各部门业务系统，汇总分析统计信息。', null],
  ['本报告由县政府办公室编制。', null],
  ['加强对各乡镇、各部门的业务指导。', null],
  ['统计期限为2023年1月1日至12月31日。', null],
])('%s', (text, expected) => {
  expect(scope(text)).toBe(expected);
});

test('what stands in other parts says nothing of the whole', () => {
  expect(scope('本报告数据涵盖各部门、各乡镇。', '五')).toBe(null);
});
