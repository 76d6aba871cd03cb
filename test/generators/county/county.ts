import { cellsOfForm } from '../../../src/model/index.js';
import type { ReportInput } from '../../../src/model/report/report-input.js';
import { diceOf, overview, shortcomings, type Dice } from './county-prose.js';
import { editions } from '../form/forms.js';

/** What a body has to report for one year; pairs are those of natural persons and of businesses. */
export interface Book {
  received: [number, number];
  carriedIn: [number, number];
  carriedOut: [number, number];
  norms: { made: number; repealed: number; inForce: number };
  licensing: number;
  penalty: number;
  fees: number;
  review: { upheld: number; pending: number };
  afterReview: number;
  /** Items published on the site. */
  items: number;
  /** What the prose says of the growth of applications. */
  growth: string;
}

export interface Body {
  name: string;
  level: 'county' | 'township';
  kind: 'government' | 'office' | 'department';
  /** What it was called in the first year, where that was something else. */
  alias: string | null;
}

/** One report of the county, told by cells and prose. */
export interface CountyReport {
  agency: string;
  year: number;
  input: ReportInput;
}

export const years = [2021, 2022, 2023] as const;
export const government = '云溪县人民政府';

const bureaus =
  '发展和改革 教育 科学技术 民政 司法 财政 人力资源和社会保障 自然资源 住房和城乡建设 交通运输 水利 农业农村 商务 文化和旅游 卫生健康 退役军人事务 应急管理 市场监督管理 林业 医疗保障 城市管理 公安 粮食和物资储备 体育 广播电视 乡村振兴 畜牧兽医 国有资产监督管理 数据管理 机关事务服务 审计 统计 信访 园林绿化 渔业 房产管理 民族宗教事务 档案';
const towns =
  '城关 东湖 西岭 南沟 北塬 柳林 石桥 青山 双溪 龙泉 白马 清河 大坪 三合 平安 新店 马庄 杨柳 梅园 竹山';

export const bodies: readonly Body[] = [
  { name: government, level: 'county', kind: 'government', alias: null },
  { name: `${government}办公室`, level: 'county', kind: 'office', alias: '云溪县政府办公室' },
  ...bureaus.split(' ').map((each): Body => ({
    name: `云溪县${each}局`,
    level: 'county',
    kind: 'department',
    alias: each === '乡村振兴' ? '云溪县扶贫开发办公室' : null,
  })),
  ...towns.split(' ').map((each): Body => ({
    name: `云溪县${each}镇人民政府`,
    level: 'township',
    kind: 'government',
    alias: null,
  })),
];

/** The roster as an officer keeps it. */
export const roster: string = [
  'name,level,kind,parent,aliases',
  ...bodies.map(({ name, level, kind, alias }) =>
    [name, level, kind, name === government ? '' : government, alias ?? ''].join(','),
  ),
  '',
].join('\n');

export type Books = Map<string, Map<number, Book>>;

export function bookOf(books: Books, agency: string, year: number): Book {
  const book = books.get(agency)?.get(year);
  if (book === undefined) throw new Error(`no book of ${agency} for ${year}`);
  return book;
}

/** Three years of every body but the government, whose stocks and cases carry over from year to year. */
export function soundBooks(seed: number): Books {
  const books: Books = new Map();
  for (const [index, { name }] of bodies.entries()) {
    if (name === government) continue;
    const dice = diceOf(seed * 1000 + index);
    const own = new Map<number, Book>();
    let last = firstBook(dice);
    for (const year of years) {
      own.set(year, last);
      last = nextBook(dice, last);
    }
    books.set(name, own);
  }
  return books;
}

function firstBook(dice: Dice): Book {
  return {
    ...applications(dice, [dice.upTo(1), 0]),
    norms: { made: 0, repealed: 0, inForce: 20 + dice.upTo(10) },
    licensing: 30 + dice.upTo(300),
    penalty: 30 + dice.upTo(60),
    fees: (1 + dice.upTo(400)) / 10,
    review: { upheld: dice.upTo(1), pending: 0 },
    afterReview: 0,
    items: 100 + dice.upTo(800),
    growth: '',
  };
}

function nextBook(dice: Dice, last: Book): Book {
  const [made, repealed] = [dice.upTo(3), dice.upTo(1)];
  return {
    ...applications(dice, last.carriedOut),
    norms: { made, repealed, inForce: last.norms.inForce + made - repealed },
    licensing: last.licensing + 1 + dice.upTo(20),
    penalty: last.penalty + 1 + dice.upTo(9),
    fees: Math.round(last.fees * 10 + 1 + dice.upTo(9)) / 10,
    review: { upheld: dice.upTo(1), pending: 0 },
    afterReview: 0,
    items: last.items + 1 + dice.upTo(40),
    growth: '',
  };
}

function applications(
  dice: Dice,
  carriedIn: [number, number],
): Pick<Book, 'received' | 'carriedIn' | 'carriedOut'> {
  const received: [number, number] = [4 + dice.upTo(8), dice.upTo(4)];
  return { received, carriedIn: [...carriedIn], carriedOut: [dice.upTo(2), 0] };
}

const columns = ['naturalPerson', 'business'] as const;

/** All cells of the form for the book. */
export function cellsOf(book: Book): Record<string, number> {
  const cells = Object.fromEntries(cellsOfForm(editions['2021']).map(({ address }) => [address, 0]));
  const add = (row: string, column: string, value: number) => {
    for (const each of [column, 'total'])
      cells[`t3.${row}.${each}`] = (cells[`t3.${row}.${each}`] ?? 0) + value;
  };
  for (const [index, column] of columns.entries()) {
    const [received, carriedIn, carriedOut] = [book.received, book.carriedIn, book.carriedOut].map(
      (pair) => pair[index] ?? 0,
    ) as [number, number, number];
    const handled = received + carriedIn - carriedOut;
    const granted = Math.ceil(handled * 0.6);
    add('received', column, received);
    add('carriedIn', column, carriedIn);
    add('granted', column, granted);
    add('unavailable.notHeld', column, handled - granted);
    add('totalHandled', column, handled);
    add('carriedOut', column, carriedOut);
  }
  const { norms, review } = book;
  return {
    ...cells,
    't2.normativeDocs.made': norms.made,
    't2.normativeDocs.repealed': norms.repealed,
    't2.normativeDocs.inForce': norms.inForce,
    't2.licensing.decisions': book.licensing,
    't2.penalty.decisions': book.penalty,
    't2.fees.amount': book.fees,
    't4.review.upheld': review.upheld,
    't4.review.pending': review.pending,
    't4.review.total': review.upheld + review.pending,
    't4.litigationAfterReview.upheld': book.afterReview,
    't4.litigationAfterReview.total': book.afterReview,
  };
}

/** The county's own figures: those of all its members together. */
export function summed(members: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {};
  for (const cells of members)
    for (const [address, value] of Object.entries(cells))
      sum[address] = Math.round(((sum[address] ?? 0) + value) * 10) / 10;
  return sum;
}

/** How the report of the body for the year reads. */
export function reportFor(
  seed: number,
  { name, kind, alias }: Body,
  year: number,
  cells: Record<string, number>,
  said: { items: number; growth: string },
): CountyReport {
  const place = bodies.findIndex((each) => each.name === name);
  const dice = diceOf(seed * 100_000 + place * 100 + (year - 2000));
  const called = alias !== null && year === years[0] ? alias : name;
  const self = kind === 'government' ? '本机关' : '我单位';
  const received = cells['t3.received.total'] ?? 0;
  const facts = [
    `全年通过门户网站公开信息${said.items}条。`,
    received === 0 ? '全年未收到政府信息公开申请。' : `全年收到政府信息公开申请${received}件${said.growth}。`,
  ];
  const scope = name === government ? '本报告数据涵盖县政府办公室和各部门、各乡镇。' : '';
  return {
    agency: name,
    year,
    input: {
      schema: 'gouji.report/1',
      agency: { name: called },
      year,
      form: '2021',
      title: `${called}${year}年政府信息公开工作年度报告`,
      cells,
      preface: [
        `本报告根据《中华人民共和国政府信息公开条例》编制。${scope}统计期限为${year}年1月1日至${year}年12月31日。电子版可在门户网站下载，联系电话0000-6210458。`,
      ],
      sections: [
        { heading: '一、总体情况', paragraphs: overview(dice, self, facts) },
        { heading: '二、主动公开政府信息情况', paragraphs: [] },
        { heading: '三、收到和处理政府信息公开申请情况', paragraphs: [] },
        { heading: '四、政府信息公开行政复议、行政诉讼情况', paragraphs: [] },
        { heading: '五、存在的主要问题及改进情况', paragraphs: shortcomings(dice, self) },
        {
          heading: '六、其他需要报告的事项',
          paragraphs: ['本年度未收取信息处理费，没有其他需要报告的事项。'],
        },
      ],
    },
  };
}

/** All reports of the county that the books lead to. */
export function reportsOf(seed: number, books: Books): CountyReport[] {
  return years.flatMap((year) => {
    const own = bodies
      .filter(({ name }) => name !== government)
      .map((body) => {
        const book = bookOf(books, body.name, year);
        return reportFor(seed, body, year, cellsOf(book), book);
      });
    const [top] = bodies;
    if (top === undefined) return own;
    const items = 2000 + diceOf(seed + year).upTo(900);
    const sum = summed(own.map((each) => each.input.cells as Record<string, number>));
    return [reportFor(seed, top, year, sum, { items, growth: '' }), ...own];
  });
}
