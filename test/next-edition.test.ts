import { readdirSync, readFileSync } from 'node:fs';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditReport } from '../src/audit/audit.js';
import { extract } from '../src/extract/index.js';
import { loadDefaultRules } from '../src/defaults/defaults.js';
import type { Audit, SectionRole } from '../src/model/index.js';
import { formXlsx } from '../src/report/formats/sheets/form-xlsx.js';
import { html } from '../src/report/formats/html.js';
import { pretty } from '../src/report/pretty/index.js';
import { testRules } from '../src/rules/index.js';
import { viewOf } from '../src/web/view.js';
import { examples } from './depth.js';
import { contextOf, documentOf } from './fixtures/context.js';
import { edition2027, formsOf2027 } from './fixtures/editions/edition-2027.js';
import { formats } from './generators/print/index.js';
import { reports, type ReportModel } from './generators/report.js';
import { misread } from './properties/compare.js';
import { audit as auditToday } from './properties/reading/reading.js';
import { lexicon, vocabulary } from './fixtures/defaults.js';

const resources = {
  forms: formsOf2027,
  rules: loadDefaultRules(formsOf2027),
  lexicon,
  vocabulary,
};

const audit = (text: string, name = 'report'): Promise<Audit> =>
  auditReport(new TextEncoder().encode(text), resources, { name, lang: 'zh-CN' });

const onNextForm = (shape?: 'full') =>
  reports({ edition: edition2027, ...(shape === undefined ? {} : { shape }) });

const found = ({ findings }: Audit): string[] =>
  findings.filter(({ severity }) => severity !== 'info').map(({ rule, message }) => `${rule}: ${message}`);

describe.each(formats)('$name', (format) => {
  test('a right report on the new form is read cell for cell, is an A and has nothing to find', () =>
    fc.assert(
      fc.asyncProperty(
        onNextForm().chain((report) => format.print(report, 'plain')),
        async (printed) => {
          const result = await audit(printed.text);
          expect(misread(printed, result.cells)).toEqual([]);
          expect(found(result)).toEqual([]);
          if (printed.fidelity !== 'exact') return;
          expect(result.layout).toEqual({ id: '2027', status: 'current' });
          // What the sums had to place they do not vouch for: that may cost the A.
          const isPlacedBySums = Object.values(result.cells).some(({ evidence }) => evidence === 'proven');
          if (!isPlacedBySums) expect(result.grade).toBe('A');
        },
      ),
      { numRuns: examples(20) },
    ));
});

/** A report in which no cell is zero, always the same. */
const [right] = fc.sample(onNextForm('full'), { seed: 2027, numRuns: 1 });
if (right === undefined) throw new Error('no report');
const [tabs] = formats;

function printed(report: ReportModel): string {
  const [text] = fc.sample(tabs?.print(report, 'plain') ?? fc.constant(null), { seed: 1, numRuns: 1 });
  return text?.text ?? '';
}

const audited = (report: ReportModel): Promise<Audit> => audit(printed(report));

const withSentence = (sentence: string): ReportModel => ({
  ...right,
  parts: right.parts.map((part, index) =>
    index === 0 ? { ...part, paragraphs: [...part.paragraphs, sentence] } : part,
  ),
});

const valueOf = (address: string) => right.values[address] ?? 0;

test.each([
  ['t3.received.soleTrader', ['T3-COL', 'T3-BALANCE']],
  ['t3.carriedOut.soleTrader', ['T3-COL', 'T3-BALANCE']],
  ['t3.unavailable.archived.soleTrader', ['T3-COL', 'T3-HSUM']],
  ['t3.unavailable.archived.total', ['T3-COL', 'T3-HSUM']],
])('one too many in %s is found, and where', async (address, rules) => {
  const result = await audited({ ...right, values: { ...right.values, [address]: valueOf(address) + 1 } });
  const blaming = result.findings.filter(({ cells }) => cells.includes(address));
  expect(blaming.map(({ rule }) => rule)).toEqual(expect.arrayContaining(rules));
  expect(result.repairs.map(({ cells }) => cells)).toContainEqual([
    { cell: address, from: valueOf(address) + 1, to: valueOf(address) },
  ]);
  expect([...new Set(blaming.map(({ basis }) => basis.document))]).toEqual(['国办公开办函〔2027〕9号']);
});

const organisations = ['business', 'research', 'nonprofit', 'soleTrader', 'legalService', 'otherOrg'].reduce(
  (sum, column) => sum + valueOf(`t3.received.${column}`),
  0,
);

test.each([
  ['N-WHO', '全年收到个体工商户提出的政府信息公开申请', valueOf('t3.received.soleTrader')],
  ['N-WHO-ORG', '全年收到法人或其他组织提出的政府信息公开申请', organisations],
  ['N-OUT-ITEM', '全年政府信息公开申请中，已移交国家档案馆', valueOf('t3.unavailable.archived.total')],
])('%s holds the prose against the new cells', async (rule, words, count) => {
  const said = async (number: number) => found(await audited(withSentence(`${words}${String(number)}件。`)));
  expect(await said(count)).toEqual([]);
  expect((await said(count + 1000)).map((each) => each.split(':')[0])).toContain(rule);
});

const partFor = (role: SectionRole): number => edition2027.sections.findIndex((each) => each.role === role);
const [problems, others] = [partFor('problems'), partFor('others')];

const withPart = (at: number, part: Partial<ReportModel['parts'][number]>): ReportModel => ({
  ...right,
  parts: right.parts.map((each, index) => (index === at ? { ...each, ...part } : each)),
});

test('parts go by what they are for, whatever their number and name', async () => {
  const { sections } = await extract(new TextEncoder().encode(printed(right)), {
    ...resources,
    name: 'report',
  });
  expect(sections.map(({ id, role }) => ({ id, role: role ?? null }))).toEqual([
    { id: 'preface', role: null },
    { id: '一', role: 'overview' },
    { id: '二', role: null },
    { id: '三', role: null },
    { id: '四', role: null },
    { id: '五', role: null },
    { id: '六', role: 'others' },
    { id: '七', role: 'problems' },
  ]);
});

test.each([
  ['C-S5', () => withPart(problems, { paragraphs: ['无。'] })],
  ['C-S6', () => withPart(others, { paragraphs: ['无。'] })],
  ['L-ORDINAL', () => withPart(problems, { heading: '五、工作短板与补足方向' })],
])('%s holds the part for its purpose against what is asked of it', async (rule, report) => {
  const { findings } = await audited(report());
  expect(findings.map((each) => each.rule)).toContain(rule);
});

test('every test of every rule holds as it stands', async () => {
  const broken = (await testRules(resources.rules)).filter(({ faults }) => faults.length > 0);
  expect(broken.map(({ rule, test: name, faults }) => ({ rule, name, faults }))).toEqual([]);
});

test('the form is drawn with the new column and the new row', async () => {
  const result = await audited(right);
  const context = contextOf('zh-CN', { forms: formsOf2027, columns: 160 });
  const { t } = context;
  const book = new ExcelJS.Workbook();
  const bytes = await formXlsx({ reports: [result], forms: formsOf2027, lang: 'zh-CN', t });
  await book.xlsx.load(bytes.buffer as ArrayBuffer);
  const sheet: string[] = [];
  book.worksheets[0]?.eachRow((row) => row.eachCell((cell) => sheet.push(cell.text)));
  const drawn = {
    pretty: await documentOf(pretty, [result], context),
    html: html.part(result, context),
    xlsx: sheet.join('\n'),
    page: JSON.stringify(viewOf(result, { context, prior: null, around: undefined, fillable: 0 }).tables),
  };
  for (const [name, text] of Object.entries(drawn)) {
    const flat = text.replace(/<[^>]*>|\s/g, '');
    expect({ name, column: flat.includes('个体工商户'), row: flat.includes('已移交国家档案馆') }).toEqual({
      name,
      column: true,
      row: true,
    });
  }
});

test.each(readdirSync('samples').filter((name) => /\.(txt|html)$/.test(name)))(
  'a report of today is judged as before: %s',
  async (name) => {
    const text = readFileSync(`samples/${name}`, 'utf8');
    const { layout, ...before } = await auditToday(text);
    const { layout: now, ...after } = await audit(text);
    expect(after).toEqual(before);
    // The form of 2021 has been replaced since.
    expect(now.id).toBe(layout.id);
  },
);
