import { expect, test } from 'vitest';
import { loadRegisterVocabulary } from '../defaults/defaults.js';
import { readRegisters } from './index.js';

const vocabulary = loadRegisterVocabulary();

/** Figures above none with their rows, then what could not be classified. */
async function read(text: string): Promise<{ figures: Record<string, string>; open: string[] }> {
  const bytes = new TextEncoder().encode(text);
  const { cells, fees, unclassified } = await readRegisters([{ name: 'a.csv', bytes }], 2023, vocabulary);
  const figures = Object.entries({ ...cells, ...fees }).filter(([, { value }]) => value > 0);
  return {
    figures: Object.fromEntries(
      figures.map(([address, { value, rows }]) => [address, `${value}: ${rows.join(' ')}`]),
    ),
    open: unclassified.map(({ row, field, why }) => `${row} ${field ?? ''} ${why}`),
  };
}

const onlyTotals = ({ figures }: { figures: Record<string, string> }) =>
  Object.fromEntries(Object.entries(figures).filter(([address]) => !/\.(?!total)\w+$/.test(address)));

test('kinds and outcomes to tick, the latter by groups with the detail beside them', async () => {
  const found = await read(`2023年度申请处理明细
序号,收到申请时间,公民,商业企业,法律服务机构,其他,予以公开,不予公开,不予处理,其他处理,具体情形,答复时间
1,2023.1.12,√,,,,√,,,,,2023.2.3
2,2023.4.4,,√,,,,√,,,属于国家秘密,2023.4.26
3,2023.8.8,,,,√,,,√,,重复申请,2023.8.30
4,2023.10.16,,,√,,,,,√,撤回,2023.11.7`);
  expect(found.open).toEqual([]);
  expect(onlyTotals(found)).toEqual({
    't3.received.total': '4: 1!3 1!4 1!5 1!6',
    't3.granted.total': '1: 1!3',
    't3.denied.stateSecret.total': '1: 1!4',
    't3.rejected.repeat.total': '1: 1!5',
    't3.other.misc.total': '1: 1!6',
    't3.totalHandled.total': '4: 1!3 1!4 1!5 1!6',
  });
  expect(found.figures).toMatchObject({
    't3.received.otherOrg': '1: 1!5',
    't3.received.legalService': '1: 1!6',
  });
});

test('heads in plain words, classes with their member, and numbers before the words', async () => {
  const found = await read(`柳塘镇依申请公开台账
收件日,谁申请的,申请人是什么类型,怎么答复的,哪天答复
23.03.03,某,法人/其他组织-商业企业,不属于本机关公开范围,23.03.24
23.06.06,某,群众,3-4.保护第三方合法权益,23.06.28
23.09.09,某,村委会,当场提供,23.09.09`);
  expect(found.open).toEqual([]);
  expect(found.figures).toMatchObject({
    't3.unavailable.notHeld.business': '1: 1!3',
    't3.denied.thirdParty.naturalPerson': '1: 1!4',
    't3.granted.otherOrg': '1: 1!5',
  });
});

test('fees are summed in the year of notice or payment, and left open where that is not known', async () => {
  const found = await read(`收费登记台账
受理号,申请日期,申请人类型,答复日期,答复结果,收费通知日期,应收（元）,缴费日期,实收（元）
依1,2023-02-01,自然人,2023-03-20,予以公开,2023-02-10,380,2023-02-20,380
依2,2022-12-20,自然人,2023-01-31,予以公开,2022-12-29,"1,200",2023-01-05,1200元
依3,2023-05-08,自然人,2023-06-19,逾期未缴费,2023-05-10,100,,0
依4,2023-12-20,自然人,2024-01-10,予以公开,,260,,
依5,2023-08-01,自然人,2023-08-20,予以公开,,免收,,
依6,2023-09-01,自然人,2023-09-20,予以公开,2023-09-05,按页,,`);
  expect(found.figures).toMatchObject({
    'fees.notices': '3: 1!3 1!5 1!8',
    'fees.billed': '480: 1!3 1!5',
    'fees.amount': '1580: 1!3 1!4',
  });
  expect(found.open).toEqual(['1!6 billedDay no-date', '1!8 billed unreadable-number']);
});

test('a register without a column for fees says nothing of fees', async () => {
  const { figures } = await read(
    '编号,收到日期,申请人类型,答复日期,答复结果\nA,2023-01-05,公民,2023-02-01,公开',
  );
  expect(Object.keys(figures).filter((address) => address.startsWith('fees'))).toEqual([]);
});

test('of the stages of licences those granted are decisions, and those refused are listed', async () => {
  const wide = await read(`行政许可办理情况（2023年）
事项名称,申请,受理,准予,不予许可,撤回
食品经营许可,88,80,77,3,0
小作坊登记,12,12,12,0,0
合计,100,92,89,3,0`);
  expect(wide).toEqual({
    figures: { 't2.licensing.decisions': '89: 1!3 1!4' },
    open: ['1!3 refused licence-refused'],
  });
  const listed = await read(`2023年行政执法决定公示台账
行政相对人,执法决定类型,决定文书号,作出决定日期,决定内容
某店,行政许可,许1,2023/4/3,准予许可
某店,行政许可,许2,2023/4/6,不予许可
某店,行政处罚,罚1,2023/5/5,罚款`);
  expect(listed).toEqual({
    figures: { 't2.licensing.decisions': '1: 1!3', 't2.penalty.decisions': '1: 1!5' },
    open: ['1!4 refused licence-refused'],
  });
});

test('a document is in force where its column for that says yes, and sums of a year stand behind its quarters', async () => {
  const documents = await read(`行政规范性文件管理台账
文号,发文日期,有效期至,是否现行有效,废止或失效日期
1号,2018-10-10,2023-11-10,否,2023-11-10
2号,2023-02-20,长期,是,`);
  expect(documents).toEqual({
    figures: {
      't2.normativeDocs.made': '1: 1!4',
      't2.normativeDocs.repealed': '1: 1!3',
      't2.normativeDocs.inForce': '1: 1!4',
    },
    open: [],
  });
  const statistic = await read(`2023年行政执法情况统计
执法类别,一季度,二季度,全年合计
行政许可,10,12,22
行政处罚,3,0,3`);
  expect(statistic.figures).toEqual({
    't2.licensing.decisions': '22: 1!3',
    't2.penalty.decisions': '3: 1!4',
  });
});

test('the procedure and how a case was closed tell of reviews and suits', async () => {
  const found = await read(`信息公开类复议诉讼案件登记表（2023年）
案号,程序,立案时间,结案时间,结案方式
1,行政复议,2023-01-09,2023-03-01,确认违法
2,复议后起诉,2023-07-01,2023-11-11,撤诉`);
  expect(found).toEqual({
    figures: {
      't4.review.corrected': '1: 1!3',
      't4.review.total': '1: 1!3',
      't4.litigationAfterReview.otherResult': '1: 1!4',
      't4.litigationAfterReview.total': '1: 1!4',
    },
    open: [],
  });
});
