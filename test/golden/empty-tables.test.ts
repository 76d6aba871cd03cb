import { expect, test } from 'vitest';
import { auditReport } from '../../src/audit/audit.js';
import { pretty } from '../../src/report/pretty/index.js';
import { cellsOfForm, type Audit, type Lang } from '../../src/model/index.js';
import { contextOf } from '../fixtures/context.js';
import { editions, type EditionId } from '../generators/form/forms.js';
import { withSigns, type Sign } from '../generators/damage/left-out.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { officialWording, sheetsOf } from '../generators/print/sheet.js';
import type { ReportModel } from '../generators/report.js';
import { resources } from '../properties/reading/reading.js';

/** Four applications, three of them answered in full, one carried over. */
const values = {
  't3.received.naturalPerson': 4,
  't3.received.total': 4,
  't3.granted.naturalPerson': 3,
  't3.granted.total': 3,
  't3.totalHandled.naturalPerson': 3,
  't3.totalHandled.total': 3,
  't3.carriedOut.naturalPerson': 1,
  't3.carriedOut.total': 1,
};

const overview =
  '本机关依法主动公开政府信息，办理依申请公开，严格执行信息发布审查和规范性文件管理制度，维护门户网站和查阅点等平台，' +
  '开展培训、考核和社会评议，监督保障到位，未发生责任追究情形。全年在门户网站公开各类信息120条，发布政策解读12篇，' +
  '举办培训2次，参加人员60人次，答复网民留言35条。全年收到政府信息公开申请4件。';

function reportOf(edition: EditionId, year: number): ReportModel {
  const form = editions[edition];
  const paragraphs: Record<string, string[]> = {
    一: [overview],
    五: [
      '存在的主要问题：个别栏目更新不够及时，政策解读形式单一。改进情况：上年指出的答复文书不规范问题已整改；已明确栏目责任人，按月检查并通报。',
    ],
    六: ['本年度未收取信息处理费。没有其他需要报告的事项。'],
  };
  return {
    form,
    agency: {
      name: '禾屿县档案局',
      self: '我局',
      level: 'county',
      kind: 'department',
      scope: { regulations: false, normativeDocs: false, busyWithDecisions: false, maxFees: 0 },
    },
    year,
    title: `禾屿县档案局${year}年政府信息公开工作年度报告`,
    preface: [
      `本报告依据《中华人民共和国政府信息公开条例》编制，数据统计期限为${year}年1月1日至${year}年12月31日。电子版可在本机关门户网站下载。`,
    ],
    parts: form.sections.map(({ ordinal, heading }) => ({
      heading: `${ordinal}、${heading}`,
      paragraphs: paragraphs[ordinal] ?? [],
    })),
    values,
  };
}

const current = reportOf('2021', 2023);

function pageOf(report: ReportModel, left: (address: string) => boolean = () => false, sign: Sign = ''): string {
  const addresses = cellsOfForm(report.form).map(({ address }) => address);
  const filling = withSigns(report, new Set(addresses.filter(left)), sign);
  return htmlPage(report, sheetsOf(report.form, filling, officialWording), plainHtml, 'utf-8');
}

/** The page with characters that no program can make out in place of the figures of Table 4. */
const garbled = htmlPage(
  current,
  sheetsOf(
    current.form,
    Object.fromEntries(
      Object.entries(withSigns(current, new Set(), '')).map(([address, cell]) => [
        address,
        address.startsWith('t4.') ? { text: '\u{fffd}\u{fffd}', state: 'unreadable', value: null } : cell,
      ]),
    ),
    officialWording,
  ),
  plainHtml,
  'utf-8',
);

/** The page with something else in place of a table. */
const instead = (number: number, markup: string): string => {
  let seen = 0;
  return pageOf(current).replace(/<table[^]*?<\/table>/g, (table) => ((seen += 1) === number ? markup : table));
};

const unread = JSON.stringify({
  schema: 'gouji.report/1',
  agency: { name: '禾屿县档案局' },
  year: 2023,
  form: '2021',
  cells: {},
  sections: [{ heading: '一、总体情况', paragraphs: [overview] }],
});

const cases: Record<string, string> = {
  'table-missing': instead(3, ''),
  'table-blank': pageOf(current, (address) => address.startsWith('t4.')),
  'table-marked': pageOf(current, (address) => address.startsWith('t4.'), '/'),
  'table-contradicted': pageOf(current, (address) => address.startsWith('t3.')),
  'table-picture': instead(3, '<p><img src="table4.png" alt=""></p>'),
  'table-unreadable': garbled,
  'tables-pictures': pageOf(current).replace(/<table[^]*?<\/table>/g, '<p><img src="table.png" alt=""></p>'),
  'tables-missing': unread,
  'total-left-out': pageOf(current, (address) => address === 't3.received.total'),
  'year-2019': pageOf(reportOf('2019', 2019)),
  'year-2020': pageOf(reportOf('2019', 2020), (address) => address === 't4.review.pending'),
  'year-2021': pageOf(reportOf('2021', 2021), (address) => address === 't4.review.pending'),
  'year-2023': pageOf(current),
};

const audited = (text: string, lang: Lang): Promise<Audit> =>
  auditReport(new TextEncoder().encode(text), resources, { name: 'report', lang });

test.each(Object.keys(cases).flatMap((name) => (['zh-CN', 'en'] as const).map((lang) => ({ name, lang }))))(
  '$name in $lang',
  async ({ name, lang }) => {
    const text = pretty.part(await audited(cases[name] ?? '', lang), contextOf(lang));
    await expect(text).toMatchFileSnapshot(`empty-tables/${name}.${lang}.txt`);
  },
);
