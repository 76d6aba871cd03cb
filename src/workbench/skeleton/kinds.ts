import type { Category, Localised } from '../../model/index.js';
import type { Rule } from '../../rules/rule.js';

/** What a skeleton can be made to speak of. */
export interface Subject {
  /** Address of the cell that is looked at. */
  cell: string;
  /** Addresses of the cells that add up to it. */
  of: readonly string[];
  /** Part of the report: what it is for, or its ordinal. */
  part: string;
  /** What the form calls it. */
  partLabel: string;
  /** Any of these words is enough. */
  words: readonly string[];
  /** The last number that is allowed. */
  limit: number;
}

type Draft = Pick<Rule, 'conditions' | 'message' | 'fix' | 'note' | 'alwaysAssessable'> & {
  /** The editions are those of the cell. */
  applies?: Omit<NonNullable<Rule['applies']>, 'layouts'>;
  tests: readonly Record<string, unknown>[];
};

/** A rule that is whole and can be made another by changing what it speaks of. */
export interface Kind {
  title: Localised;
  /** What of the subject it takes, with what it is unless told otherwise. */
  usual: Partial<Subject>;
  draft: (subject: Subject) => Draft;
}

const all = (...leaves: Extract<Rule['conditions'], { fact: string }>[]) => ({ all: leaves });

/** Words that stand in a part where something else ought to. */
const idle = ['从略。', '另述。', '如上。', '见后。'];

const without = (words: readonly string[]) =>
  idle.find((text) => !words.some((word) => text.includes(word))) ?? '';

/** A text of so many characters. */
const text = (characters: number) =>
  '公开信息内容翔实'.repeat(Math.ceil(characters / 8)).slice(0, characters);

/** The day so many days after 31 January 2024. */
const dayAfter = (days: number) => new Date(Date.UTC(2024, 0, 31 + days)).toISOString().slice(0, 10);

const region = { agency: { kind: 'government' }, scope: 'region' };

/** Skeletons by the fact that they are about. */
export const kinds = {
  cell: {
    title: { 'zh-CN': '数字偏大', en: 'A large number' },
    usual: { cell: 't3.other.misc.total', limit: 20 },
    draft: ({ cell, limit }) => ({
      note: { 'zh-CN': '恰为限值的不算。', en: 'The limit itself is allowed.' },
      conditions: all({ fact: 'cell', params: { cell }, operator: 'greaterThan', value: limit }),
      message: { 'zh-CN': '{cells}，超过{right}。', en: '{cells}: more than {right}.' },
      fix: { 'zh-CN': '对照台账核实该数字。', en: 'Check the number against the register.' },
      tests: [
        { name: 'just within the limit', cells: { [cell]: limit }, expect: 'pass' },
        { name: 'one too many', cells: { [cell]: limit + 1 }, expect: 'fail', blames: [cell] },
        { name: 'could not be read', unreadable: [cell], expect: 'notAssessable' },
      ],
    }),
  },
  sum: {
    title: { 'zh-CN': '总数不等于各项之和', en: 'A total is not the sum of its items' },
    usual: {
      cell: 't4.review.total',
      of: ['upheld', 'corrected', 'otherResult', 'pending'].map((each) => `t4.review.${each}`),
    },
    draft: ({ cell, of }) => ({
      note: { 'zh-CN': '空白的按0计。', en: 'Blanks count as none.' },
      conditions: all({
        fact: 'cell',
        params: { cell },
        operator: 'notEqual',
        value: { fact: 'sum', params: { of: [...of] } },
      }),
      message: {
        'zh-CN': '总数为{left}，各项合计为{right}，相差{difference}。',
        en: 'The total is {left}, its items add up to {right}, a difference of {difference}.',
      },
      fix: {
        'zh-CN': '核对各项和总数，更正有误的一处。',
        en: 'Correct the total or the item that is wrong.',
      },
      tests: [
        { name: 'the sum', cells: { [cell]: 5, [of[0] ?? '']: 5 }, expect: 'pass' },
        { name: 'one too many', cells: { [cell]: 6, [of[0] ?? '']: 5 }, expect: 'fail', blames: [cell] },
        { name: 'could not be read', unreadable: [cell], expect: 'notAssessable' },
      ],
    }),
  },
  claims: {
    title: { 'zh-CN': '正文未写明表中的数字', en: 'Prose does not state the number of the table' },
    usual: { cell: 't2.normativeDocs.made' },
    draft: ({ cell }) => ({
      note: { 'zh-CN': '表中为0的不要求写明。', en: 'Where the table has 0, prose need not say so.' },
      conditions: all(
        { fact: 'cell', params: { cell }, operator: 'greaterThan', value: 0 },
        { fact: 'claims', params: { measure: cell }, operator: 'equal', value: 0 },
      ),
      message: { 'zh-CN': '{cells}，正文没有写明。', en: '{cells}: prose does not say so.' },
      fix: { 'zh-CN': '在正文写明该数字。', en: 'State the number in the prose.' },
      tests: [
        {
          name: 'stated',
          cells: { [cell]: 3 },
          claims: [{ measure: cell, value: 3 }],
          expect: 'pass',
        },
        { name: 'not stated', cells: { [cell]: 3 }, expect: 'fail', blames: [cell] },
        { name: 'could not be read', unreadable: [cell], expect: 'notAssessable' },
      ],
    }),
  },
  section: {
    title: { 'zh-CN': '缺少规定的部分', en: 'A part is missing' },
    usual: { part: 'problems' },
    draft: ({ part, partLabel }) => ({
      note: {
        'zh-CN': '全文没有识别出任何部分的，不作判断。',
        en: 'Not assessed where no part was recognised at all.',
      },
      conditions: all({ fact: 'section', params: { section: part }, operator: 'equal', value: false }),
      message: {
        'zh-CN': `报告缺少规定的部分（${partLabel}）。`,
        en: `The report lacks the part ${partLabel}.`,
      },
      fix: { 'zh-CN': '按统一格式补上该部分。', en: 'Add the part as the form has it.' },
      tests: [
        { name: 'it is there', expect: 'pass' },
        { name: 'it is missing', sections: { [part]: null }, expect: 'fail' },
        { name: 'no part was recognised', order: [], expect: 'notAssessable' },
      ],
    }),
  },
  matches: {
    title: { 'zh-CN': '未写明规定的内容', en: 'Required content is not stated' },
    usual: { part: 'overview', words: ['政策解读'] },
    draft: ({ part, partLabel, words }) => ({
      note: { 'zh-CN': '写有所列任一词语即可。', en: 'Any of the words is enough.' },
      conditions: all({
        fact: 'matches',
        params: { words: [...words], in: [part] },
        operator: 'equal',
        value: 0,
      }),
      message: {
        'zh-CN': `该部分（${partLabel}）没有写明“${words.join('”或者“')}”。`,
        en: `The part ${partLabel} does not state “${words.join('” or “')}”.`,
      },
      fix: { 'zh-CN': '补充相应内容。', en: 'Add it.' },
      tests: [
        { name: 'stated', sections: { [part]: `${words[0] ?? ''}。` }, expect: 'pass' },
        { name: 'not stated', sections: { [part]: without(words) }, expect: 'fail' },
        { name: 'no such part', sections: { [part]: null }, expect: 'notAssessable' },
      ],
    }),
  },
  length: {
    title: { 'zh-CN': '该部分篇幅过短', en: 'A part is too short' },
    usual: { part: 'problems', limit: 30 },
    draft: ({ part, partLabel, limit }) => ({
      note: { 'zh-CN': '空白不计入字数。', en: 'White space is not counted.' },
      conditions: all({ fact: 'length', params: { in: [part] }, operator: 'lessThan', value: limit }),
      message: {
        'zh-CN': `该部分（${partLabel}）只有{left}个字，少于{right}个字。`,
        en: `The part ${partLabel} has only {left} characters, less than {right}.`,
      },
      fix: { 'zh-CN': '补充实质内容。', en: 'Add what is of substance.' },
      tests: [
        { name: 'long enough', sections: { [part]: text(limit) }, expect: 'pass' },
        { name: 'one character too few', sections: { [part]: text(limit - 1) }, expect: 'fail' },
        { name: 'no such part', sections: { [part]: null }, expect: 'notAssessable' },
      ],
    }),
  },
  prior: {
    title: { 'zh-CN': '数字少于上年度', en: 'Less than the year before' },
    usual: { cell: 't2.normativeDocs.inForce' },
    draft: ({ cell }) => ({
      applies: { given: 'prior' },
      note: { 'zh-CN': '机关合并分立、口径改变的，不作判断。', en: 'Not assessed where the scope changed.' },
      conditions: all({
        fact: 'cell',
        params: { cell },
        operator: 'lessThan',
        value: { fact: 'prior', params: { of: cell } },
      }),
      message: {
        'zh-CN': '本年度为{left}，少于{previousYear}年度的{right}。',
        en: 'It is {left}, less than the {right} of {previousYear}.',
      },
      fix: { 'zh-CN': '核实两年的数字，在正文说明原因。', en: 'Check both years and say why.' },
      tests: [
        { name: 'as many', cells: { [cell]: 3 }, prior: [{ cells: { [cell]: 3 } }], expect: 'pass' },
        {
          name: 'one less',
          cells: { [cell]: 2 },
          prior: [{ cells: { [cell]: 3 } }],
          expect: 'fail',
          blames: [cell],
        },
        { name: 'no earlier report', cells: { [cell]: 2 }, prior: [], expect: 'notAssessable' },
      ],
    }),
  },
  members: {
    title: { 'zh-CN': '汇总数少于所属单位之和', en: 'A total is less than the sum of the members' },
    usual: { cell: 't3.received.total' },
    draft: ({ cell }) => ({
      applies: { given: 'roster', kinds: ['government'] },
      note: {
        'zh-CN': '数据不涵盖所属单位，或者所属单位报告不齐的，不作判断。',
        en: 'Only where the report covers its members and all of them have reported.',
      },
      conditions: all(
        {
          fact: 'cell',
          params: { cell },
          operator: 'lessThan',
          value: { fact: 'members', params: { of: cell, statistic: 'sum' } },
        },
        { fact: 'scope', operator: 'equal', value: 'region' },
      ),
      message: {
        'zh-CN': '汇总数为{left}，各单位报告合计{right}（{items}）。',
        en: 'The total is {left}; the members’ reports add up to {right} ({items}).',
      },
      fix: { 'zh-CN': '按各单位报告重新汇总。', en: 'Add the members up again.' },
      tests: [
        {
          name: 'the sum',
          ...region,
          cells: { [cell]: 5 },
          members: [{ name: '甲局', cells: { [cell]: 5 } }],
          expect: 'pass',
        },
        {
          name: 'one less',
          ...region,
          cells: { [cell]: 4 },
          members: [{ name: '甲局', cells: { [cell]: 5 } }],
          expect: 'fail',
          blames: [cell],
        },
        {
          name: 'a member has not reported',
          ...region,
          cells: { [cell]: 4 },
          members: [{ name: '甲局', cells: null }],
          expect: 'notAssessable',
        },
      ],
    }),
  },
  publishedAfter: {
    title: { 'zh-CN': '发布过晚', en: 'Published late' },
    usual: { limit: 10 },
    draft: ({ limit }) => ({
      applies: { given: 'date' },
      note: {
        'zh-CN': '自次年1月31日起算，恰为限值的不算。',
        en: 'From 31 January; the limit itself is allowed.',
      },
      conditions: all({
        fact: 'publishedAfter',
        params: { day: '01-31' },
        operator: 'greaterThan',
        value: limit,
      }),
      message: {
        'zh-CN': '{year}年度报告于{items}发布，比{nextYear}年1月31日晚{left}日。',
        en: 'The report for {year} was published on {items}, {left} days after 31 January {nextYear}.',
      },
      fix: { 'zh-CN': '说明逾期原因。', en: 'Say why it was late.' },
      tests: [
        { name: 'on the last day', year: 2023, published: dayAfter(limit), expect: 'pass' },
        { name: 'a day late', year: 2023, published: dayAfter(limit + 1), expect: 'fail' },
        { name: 'no date', year: 2023, expect: 'notAssessable' },
      ],
    }),
  },
  notes: {
    title: { 'zh-CN': '文书有文字缺损', en: 'Text was lost' },
    usual: {},
    draft: () => ({
      note: { 'zh-CN': '只提示核对原件。', en: 'Only a reason to look at the document.' },
      conditions: all({ fact: 'notes', params: { codes: ['lost-text'] }, operator: 'greaterThan', value: 0 }),
      message: {
        'zh-CN': '文书有文字缺损，请对照原件核实。',
        en: 'Text was lost; check it in the document.',
      },
      fix: { 'zh-CN': '以原件重新审核。', en: 'Audit the original document.' },
      alwaysAssessable: { 'zh-CN': '读取情况总是已知', en: 'what the reading met is always known' },
      tests: [
        { name: 'complete', expect: 'pass' },
        { name: 'lost', notes: ['lost-text'], expect: 'fail', suspect: 'extraction' },
      ],
    }),
  },
} as const satisfies Record<string, Kind>;

export type KindName = keyof typeof kinds;

/** The skeleton that a rule of the category begins with unless another is asked for. */
export const usualKind: Readonly<Record<Category, KindName>> = {
  arithmetic: 'sum',
  impossible: 'cell',
  narrative: 'claims',
  layout: 'section',
  completeness: 'matches',
  continuity: 'prior',
  rollup: 'members',
  timeliness: 'publishedAfter',
  quality: 'length',
  extraction: 'notes',
};
