import { describe, expect, test } from 'vitest';
import { assessedForm, outcomeWith, reportWith, type Reading } from '../../test/generators/assessed.js';
import { editions } from '../../test/generators/form/forms.js';
import {
  cellsOfForm,
  type Audit,
  type Cell,
  type Claim,
  type GradingPolicy,
  type Outcome,
  type Report,
} from '../model/index.js';
import { conclude } from './index.js';

const form = editions['2021'];

const grading: GradingPolicy = {
  penalties: { error: 12, warning: 4, info: 0.5 },
  caps: { error: 60, warning: 30, info: 5 },
  weights: {},
  extractionFactor: 0,
  thresholds: { A: 90, B: 80, C: 65, D: 50 },
  gates: [
    {
      id: 'error',
      when: { severity: 'error', causes: 1 },
      cap: 'B',
      reason: { 'zh-CN': '存在错误', en: 'there is an error' },
    },
    {
      id: 'unexplained',
      when: { category: 'arithmetic', severity: 'error', unexplained: true, causes: 1 },
      cap: 'D',
      reason: { 'zh-CN': '勾稽错误原因不明', en: 'an unexplained arithmetic error' },
    },
  ],
  notApplicable: ['no-claim'],
  coverageFloor: 0.5,
  verdict: { severities: ['error', 'warning'], correct: ['arithmetic'], verify: ['continuity'] },
};

/** 28 + 3 applications received, 2 carried in; 30 handled, 3 carried out; 4 reviews. Every equation holds. */
const balanced: Reading = {
  ...Object.fromEntries(cellsOfForm(form).map(({ address }) => [address, 0])),
  't3.received.naturalPerson': 28,
  't3.received.business': 3,
  't3.received.total': 31,
  't3.carriedIn.naturalPerson': 2,
  't3.carriedIn.total': 2,
  't3.granted.naturalPerson': 8,
  't3.granted.total': 8,
  't3.partial.naturalPerson': 9,
  't3.partial.business': 2,
  't3.partial.total': 11,
  't3.unavailable.notHeld.naturalPerson': 10,
  't3.unavailable.notHeld.business': 1,
  't3.unavailable.notHeld.total': 11,
  't3.totalHandled.naturalPerson': 27,
  't3.totalHandled.business': 3,
  't3.totalHandled.total': 30,
  't3.carriedOut.naturalPerson': 3,
  't3.carriedOut.total': 3,
  't4.review.upheld': 3,
  't4.review.pending': 1,
  't4.review.total': 4,
};

interface Case {
  change?: Reading;
  report?: Partial<Report>;
  cells?: Record<string, Partial<Cell>>;
  more?: Outcome[];
  lang?: 'zh-CN' | 'en';
}

function audit({ change = {}, report: rest = {}, cells = {}, more = [], lang = 'zh-CN' }: Case): Audit {
  const reading = { ...balanced, ...change };
  const plain = reportWith(form, reading, rest);
  const changed = Object.entries(cells).map(([address, cell]) => [
    address,
    { ...plain.cells[address], ...cell },
  ]);
  const report: Report = { ...plain, cells: { ...plain.cells, ...Object.fromEntries(changed) } };
  return conclude(report, [...assessedForm(form, reading), ...more], { grading, forms: [form], lang });
}

/** `r1 granted.total 9→8 (f1 f2) unique: why`, one line a repair. */
function told({ repairs }: Audit): string[] {
  return repairs.map(({ id, cells, explains, why, unique, alternativeTo }) => {
    const steps = cells.map(({ cell, from, to }) => `${cell} ${from ?? ''}→${to}`).join(', ');
    const status = alternativeTo === null ? (unique ? 'unique' : 'preferred') : `instead of ${alternativeTo}`;
    return `${id} ${steps} (${explains.join(' ')}) ${status}: ${why}`;
  });
}

function claim(of: Partial<Claim>): Claim {
  return {
    id: 'c1',
    kind: 'count',
    measure: null,
    value: null,
    unit: '件',
    qualifier: 'exact',
    parts: [],
    includes: [],
    scope: null,
    year: null,
    section: '一',
    quote: '',
    at: {},
    ...of,
  };
}

describe('repairs', () => {
  test('a report in which everything adds up has no finding and the best grade', () => {
    expect(audit({})).toMatchObject({
      findings: [],
      repairs: [],
      notAssessable: [],
      coverage: { applicable: 42, assessed: 42, share: 1 },
      grade: 'A',
      score: 100,
      gradeReason: null,
      subscores: { arithmetic: 100 },
    });
  });

  test('one wrong cell that breaks two sums is one root cause', () => {
    const result = audit({ change: { 't3.granted.naturalPerson': 18 } });
    expect(told(result)).toEqual([
      'r1 t3.granted.naturalPerson 18→8 (f1 f2) unique: 只改动1个单元格，即可使所涉2项勾稽关系全部成立；疑多录一位数字（8误作18）',
    ]);
    expect(result.findings.map(({ id, rootCause, suspect }) => [id, rootCause, suspect])).toEqual([
      ['f1', 'r1', 'report'],
      ['f2', 'r1', 'report'],
    ]);
    expect(result).toMatchObject({ grade: 'B', score: 88, gradeReason: null, subscores: { arithmetic: 88 } });
  });

  test('the slip is told in English, too', () => {
    expect(told(audit({ change: { 't3.received.naturalPerson': 82 }, lang: 'en' }))).toEqual([
      'r1 t3.received.naturalPerson 82→28 (f1 f2) unique: Changing only 1 cell(s) makes all 2 equation(s) involved hold; digits may have been transposed (82 for 28)',
    ]);
  });

  test('what is carried over is counted in the total', () => {
    expect(told(audit({ change: { 't3.totalHandled.total': 33 } }))).toEqual([
      'r1 t3.totalHandled.total 33→30 (f1 f2 f3) unique: 只改动1个单元格，即可使所涉3项勾稽关系全部成立；多出的3恰为“结转下年度继续办理”的数字，疑将其计入',
    ]);
  });

  test('a part is counted twice, or left out', () => {
    expect(told(audit({ change: { 't3.partial.total': 13 } }))).toEqual([
      'r1 t3.partial.total 13→11 (f1 f2) unique: 只改动1个单元格，即可使所涉2项勾稽关系全部成立；多出的2恰为“商业企业”的数字，疑重复计算',
    ]);
    expect(told(audit({ change: { 't3.received.total': 3 } }))).toEqual([
      'r1 t3.received.total 3→31 (f1 f2) unique: 只改动1个单元格，即可使所涉2项勾稽关系全部成立；少计的28恰为“自然人”的数字，疑漏计',
    ]);
  });

  test.each([
    [288, '疑数字重复录入（28误作288）'],
    [286, '疑多录一位数字（28误作286）'],
    [39, null],
    [128, '疑多录一位数字（28误作128）'],
    [8, '疑漏录一位数字（28误作8）'],
    [23, '疑错录一位数字（28误作23）'],
    [30, '多出的2恰为“上年结转政府信息公开申请数量”的数字，疑将其计入'],
    [47, null],
  ])('28 received, written as %i: %s', (wrong, slip) => {
    const [repair, ...others] = audit({ change: { 't3.received.naturalPerson': wrong } }).repairs;
    expect(others).toEqual([]);
    expect(repair?.why.split('；')[1] ?? null).toBe(slip);
  });

  test('the items of a group are counted twice', () => {
    const [repair] = audit({
      change: {
        't3.granted.naturalPerson': 3,
        't3.granted.total': 3,
        't3.denied.stateSecret.naturalPerson': 2,
        't3.denied.stateSecret.total': 2,
        't3.denied.otherLaw.naturalPerson': 3,
        't3.denied.otherLaw.total': 3,
        't3.totalHandled.total': 35,
      },
    }).repairs;
    expect(repair?.cells).toEqual([{ cell: 't3.totalHandled.total', from: 35, to: 30 }]);
    expect(repair?.why).toContain('多出的5恰为“不予公开”的数字，疑重复计算');
  });

  test('independent errors are root causes of their own', () => {
    const result = audit({ change: { 't3.granted.total': 9, 't3.carriedOut.naturalPerson': 5 } });
    expect(result.repairs.map(({ cells, explains, unique }) => ({ cells, explains, unique }))).toEqual([
      { cells: [{ cell: 't3.granted.total', from: 9, to: 8 }], explains: ['f1', 'f4'], unique: true },
      {
        cells: [{ cell: 't3.carriedOut.naturalPerson', from: 5, to: 3 }],
        explains: ['f2', 'f3'],
        unique: true,
      },
    ]);
    expect(result.score).toBe(78);
  });

  test('where the equations do not tell which cell is wrong, all possibilities are listed in the order of the form', () => {
    const result = audit({ change: { 't4.review.total': 5 } });
    expect(told(result)).toEqual([
      'r1 t4.review.total 5→4 (f1) preferred: 只改动1个单元格，即可使所涉1项勾稽关系全部成立；多出的1恰为“尚未审结”的数字，疑重复计算；改动同样少的其他改法共4种',
      'r2 t4.review.upheld 3→4 (f1) instead of r1: 只改动1个单元格，即可使所涉1项勾稽关系全部成立',
      'r3 t4.review.corrected 0→1 (f1) instead of r1: 只改动1个单元格，即可使所涉1项勾稽关系全部成立',
      'r4 t4.review.otherResult 0→1 (f1) instead of r1: 只改动1个单元格，即可使所涉1项勾稽关系全部成立',
      'r5 t4.review.pending 1→2 (f1) instead of r1: 只改动1个单元格，即可使所涉1项勾稽关系全部成立',
    ]);
    expect(result.findings.map(({ rootCause }) => rootCause)).toEqual(['r1']);
  });

  test('the prose decides between them', () => {
    const claims = [claim({ measure: 't4.review.upheld', value: 4, quote: '维持原决定4件' })];
    const [first] = told(audit({ change: { 't4.review.total': 5 }, report: { claims } }));
    expect(first).toBe(
      'r1 t4.review.upheld 3→4 (f1) preferred: 只改动1个单元格，即可使所涉1项勾稽关系全部成立；改后与正文“维持原决定4件”一致；改动同样少的其他改法共4种',
    );
  });

  test('prose that already agrees speaks against a change, and prose about others says nothing', () => {
    const agreeing = [claim({ measure: 't4.review.total', value: 5, quote: '行政复议5件' })];
    const preferred = ({ repairs }: Audit) => repairs[0]?.cells[0]?.cell;
    expect(preferred(audit({ change: { 't4.review.total': 5 }, report: { claims: agreeing } }))).toBe(
      't4.review.upheld',
    );
    const elsewhere = [
      claim({ measure: 't4.review.corrected', value: 1, scope: 'region' }),
      claim({ measure: 't4.review.corrected', value: 1, year: 2019 }),
      claim({ measure: 't4.review.corrected', value: 1, qualifier: 'approximate' }),
      claim({ measure: 'hotline.items', value: 1 }),
      claim({ kind: 'percent', measure: 't4.review.corrected', value: 1 }),
    ];
    expect(preferred(audit({ change: { 't4.review.total': 5 }, report: { claims: elsewhere } }))).toBe(
      't4.review.total',
    );
  });

  test('a subtotal of the prose, and a number with what it includes, agree with the sum of their cells', () => {
    const claims = [
      claim({ measure: 't3.unavailable.total', value: 11, quote: '无法提供11件' }),
      claim({
        measure: 't3.received.total',
        includes: ['t3.carriedIn.total'],
        value: 33,
        quote: '收到33件（含上年结转2件）',
      }),
    ];
    const result = audit({
      change: { 't3.unavailable.notHeld.total': 21, 't3.received.total': 13 },
      report: { claims },
    });
    expect(result.repairs.map(({ why }) => why.split('；')[1])).toEqual([
      '改后与正文“收到33件（含上年结转2件）”一致',
      '改后与正文“无法提供11件”一致',
    ]);
  });

  test('numbers put into each other’s column come before other changes of two cells', () => {
    const { repairs, score } = audit({
      change: {
        't3.totalHandled.naturalPerson': 20,
        't3.totalHandled.business': 10,
        't3.received.naturalPerson': 21,
        't3.received.business': 10,
      },
    });
    expect(repairs.map(({ cells }) => cells)).toEqual([
      [
        { cell: 't3.partial.naturalPerson', from: 9, to: 2 },
        { cell: 't3.partial.business', from: 2, to: 9 },
      ],
      [
        { cell: 't3.granted.naturalPerson', from: 8, to: 1 },
        { cell: 't3.granted.business', from: 0, to: 7 },
      ],
      [
        { cell: 't3.unavailable.notHeld.naturalPerson', from: 10, to: 3 },
        { cell: 't3.unavailable.notHeld.business', from: 1, to: 8 },
      ],
    ]);
    expect(repairs.map(({ why }) => why.split('；')[1])).toEqual([
      '两格数字互换',
      '疑将数字填入相邻单元格',
      '疑将数字填入相邻单元格',
    ]);
    expect(score).toBe(78);
  });

  test('of many alternatives ten are listed', () => {
    const onlyTotals = Object.fromEntries(
      Object.keys(balanced)
        .filter((cell) => cell.startsWith('t3.') && !cell.endsWith('.total'))
        .map((cell) => [cell, 'unreadable' as const]),
    );
    const { repairs } = audit({ change: { ...onlyTotals, 't3.granted.total': 6 } });
    expect(repairs).toHaveLength(11);
    expect(repairs[0]?.why).toContain('改动同样少的其他改法共20种，列出其中10种');
    expect(new Set(repairs.slice(1).map(({ alternativeTo }) => alternativeTo))).toEqual(new Set(['r1']));
  });

  test('a cell that could not be read is no zero and no step of a repair', () => {
    const { repairs, notAssessable } = audit({
      change: { 't3.granted.naturalPerson': 'unreadable', 't3.partial.total': 12 },
    });
    expect(repairs.map(({ cells }) => cells)).toEqual([[{ cell: 't3.partial.total', from: 12, to: 11 }]]);
    expect(notAssessable).toEqual([
      { rule: 'SUM-3', title: '', reason: 'cell-unreadable', cells: ['t3.granted.naturalPerson'] },
      { rule: 'SUM-33', title: '', reason: 'cell-unreadable', cells: ['t3.granted.naturalPerson'] },
    ]);
  });

  test('a number left out is filled in, which is one change and the likeliest one', () => {
    const { cells, repairs } = audit({ change: { 't3.partial.total': null } });
    expect(repairs.map(({ cells }) => cells)).toEqual([[{ cell: 't3.partial.total', from: null, to: 11 }]]);
    expect(cells['t3.partial.total']).toMatchObject({ value: null, state: 'blank' });
    const { repairs: several } = audit({ change: { 't4.review.total': null } });
    expect(several[0]?.cells).toEqual([{ cell: 't4.review.total', from: null, to: 4 }]);
  });

  test('a table in which everything is wrong has findings, but no repair', () => {
    const wrong = Object.fromEntries(
      Object.keys(balanced)
        .filter((cell) => cell.startsWith('t3.'))
        .map((cell, index) => [cell, (index * index * 7) % 101]),
    );
    const result = audit({ change: wrong });
    expect(result.repairs).toEqual([]);
    expect(result.findings.every(({ rootCause }) => rootCause === null)).toBe(true);
    expect(result).toMatchObject({ grade: 'E', score: 40 });
  });
});

describe('findings that state no equation', () => {
  const about = (of: Partial<Outcome>): Outcome =>
    outcomeWith({ rule: 'OTHER', category: 'narrative', severity: 'warning', verdict: 'fail', ...of });
  const claims = [claim({ measure: 't3.received.total', value: 31, quote: '共收到31件' })];
  const against = (value: number): Outcome =>
    about({
      cells: ['t3.received.total'],
      claims: ['c1'],
      left: { value, cells: [] },
      right: { value: 41, cells: ['t3.received.total'] },
    });

  test('prose that a repaired cell contradicted joins the root cause', () => {
    const result = audit({ change: { 't3.received.total': 41 }, report: { claims }, more: [against(31)] });
    expect(result.findings.map(({ rule, rootCause }) => [rule, rootCause])).toEqual([
      ['SUM-1', 'r1'],
      ['SUM-32', 'r1'],
      ['OTHER', 'r1'],
    ]);
    expect(result.repairs[0]?.explains).toEqual(['f1', 'f2', 'f3']);
    expect(result.score).toBe(88);
  });

  test('prose of which another reading was compared last joins, too', () => {
    const twoReadings = about({
      cells: ['t3.carriedIn.total'],
      claims: ['c1'],
      left: { value: 31, cells: [] },
      right: { value: 2, cells: ['t3.carriedIn.total'] },
    });
    const result = audit({ change: { 't3.received.total': 41 }, report: { claims }, more: [twoReadings] });
    expect(result.findings.at(-1)).toMatchObject({ rule: 'OTHER', rootCause: 'r1' });
  });

  test('prose that contradicts the repaired number as well is a cause of its own', () => {
    const result = audit({
      change: { 't3.received.total': 41 },
      report: { claims: [claim({ measure: 't3.received.total', value: 36 })] },
      more: [against(36)],
    });
    expect(result.findings.at(-1)).toMatchObject({ rule: 'OTHER', rootCause: null });
    expect(result.score).toBe(85);
  });

  test('an impossible number joins the repair that replaces it', () => {
    const negative = about({
      category: 'impossible',
      severity: 'error',
      cells: ['t3.granted.business'],
      left: { value: -1, cells: ['t3.granted.business'] },
      right: { value: 0, cells: [] },
    });
    const result = audit({ change: { 't3.granted.business': -1 }, more: [negative] });
    expect(result.repairs.map(({ cells, unique }) => ({ cells, unique }))).toEqual([
      { cells: [{ cell: 't3.granted.business', from: -1, to: 0 }], unique: true },
    ]);
    expect(result.findings.map(({ rootCause }) => rootCause)).toEqual(['r1', 'r1', 'r1']);
    expect(result.score).toBe(88);
  });

  test('a count of impossible numbers joins when all of them are replaced', () => {
    const counted = (cells: string[]): Outcome =>
      about({
        category: 'impossible',
        severity: 'error',
        cells,
        left: { value: cells.length, cells },
        right: { value: 0, cells: [] },
      });
    const rootCause = (cells: string[]) =>
      audit({
        change: { 't3.granted.business': -1, 't4.review.pending': -2 },
        more: [counted(cells)],
      }).findings.at(-1)?.rootCause;
    expect(rootCause(['t3.granted.business'])).toBe('r1');
    expect(rootCause(['t3.granted.business', 't4.review.pending'])).toBe('r1');
    expect(rootCause(['t2.regulations.made', 't4.review.pending'])).toBeNull();
  });

  test('a rule that depends on a repaired cell without comparing it has lost its ground', () => {
    const nothingReceived = about({
      category: 'impossible',
      severity: 'error',
      cells: ['t3.received.total', 't3.granted.total'],
      left: { value: 8, cells: ['t3.granted.total'] },
      right: { value: 0, cells: [] },
    });
    const result = audit({ change: { 't3.received.total': 0 }, more: [nothingReceived] });
    expect(result.findings.map(({ rootCause }) => rootCause)).toEqual(['r1', 'r1', 'r1']);
  });

  test('a finding about other cells does not join', () => {
    const other = about({ category: 'impossible', cells: ['t2.regulations.made'] });
    const result = audit({ change: { 't3.granted.total': 9 }, more: [other] });
    expect(result.findings.at(-1)).toMatchObject({ rootCause: null });
  });

  test('findings come by severity, then as the rules gave them', () => {
    const result = audit({
      change: { 't3.granted.total': 9 },
      more: [
        about({ rule: 'Z', severity: 'info' }),
        about({ rule: 'B' }),
        about({ rule: 'A', severity: 'error' }),
      ],
    });
    expect(result.findings.map(({ id, rule }) => `${id} ${rule}`)).toEqual([
      'f1 SUM-3',
      'f2 SUM-39',
      'f3 A',
      'f4 B',
      'f5 Z',
    ]);
  });
});

describe('extraction suspects', () => {
  const suspects = ({ findings }: Audit) => [...new Set(findings.map(({ suspect }) => suspect))];
  const split: Reading = {
    't3.unavailable.notHeld.naturalPerson': 1,
    't3.unavailable.notHeld.business': 0,
    't3.unavailable.notHeld.total': 10,
    't3.totalHandled.business': 2,
    't3.totalHandled.total': 29,
    't3.received.business': 2,
    't3.received.total': 30,
  };
  const shift: Reading = {
    't3.partial.naturalPerson': 0,
    't3.partial.business': 9,
    't3.partial.research': 2,
    't3.partial.total': 0,
  };
  const placed = (row: string): Record<string, Partial<Cell>> =>
    Object.fromEntries(
      Object.keys(balanced)
        .filter((cell) => cell.startsWith(row))
        .map((cell, index) => [cell, { at: { table: 2, row: 5, cell: index + 1 } }]),
    );

  test('a cell that was not read with certainty', () => {
    const result = audit({
      change: { 't3.granted.total': 6 },
      cells: { 't3.granted.total': { confidence: 0.6 } },
    });
    expect(suspects(result)).toEqual(['extraction']);
    expect(result).toMatchObject({ grade: 'A', score: 100, coverage: { applicable: 42, assessed: 40 } });
    expect(result.repairs[0]?.why).toContain('所涉单元格未能可靠识读');
  });

  test('two neighbouring digits that are one number', () => {
    const result = audit({ change: split });
    expect(suspects(result)).toEqual(['extraction']);
    expect(result.repairs[0]?.why).toContain('疑识读时误拆单元格');
    expect(result.score).toBe(100);
  });

  test('a row shifted by one column', () => {
    const result = audit({ change: shift });
    expect(result.repairs[0]?.cells.map(({ to }) => to)).toEqual([9, 2, 0, 11]);
    expect(suspects(result)).toEqual(['extraction']);
    expect(result.repairs[0]?.why).toContain('疑整行数字错位一列');
  });

  test('the one row of Table 4 shifted by one column, with three sums as witnesses', () => {
    const row = [3, 0, 0, 1, 4, 1, 0, 1, 0, 2, 0, 0, 1, 0, 1];
    const cells = Object.keys(balanced).filter((cell) => cell.startsWith('t4.'));
    const change = Object.fromEntries(cells.map((cell, index) => [cell, row[index - 1] ?? 0]));
    const result = audit({ change });
    expect(result.findings).toHaveLength(3);
    expect(suspects(result)).toEqual(['extraction']);
    expect(result.score).toBe(100);
  });

  test('where the document has real cells, the agency filled them in', () => {
    for (const [change, row] of [
      [split, 't3.unavailable.notHeld'],
      [shift, 't3.partial'],
    ] as const) {
      const result = audit({ change, cells: placed(row) });
      expect(suspects(result)).toEqual(['report']);
      expect(result.score).toBeLessThan(90);
    }
  });

  test('another reading that would break an equation that holds is no excuse', () => {
    // 1 and 2 read as 12 make the row add up, but both columns say 1 and 2.
    const result = audit({
      change: {
        't3.granted.total': 18,
        't3.granted.naturalPerson': 1,
        't3.granted.business': 8,
        't3.totalHandled.naturalPerson': 20,
        't3.totalHandled.business': 11,
        't3.totalHandled.total': 31,
        't3.received.naturalPerson': 21,
        't3.received.business': 11,
        't3.received.total': 32,
      },
    });
    expect(suspects(result)).toEqual(['report']);
  });

  test('what the rules found suspect stays so', () => {
    const more = [outcomeWith({ rule: 'X', category: 'impossible', verdict: 'fail', suspect: 'extraction' })];
    expect(audit({ more })).toMatchObject({ findings: [{ suspect: 'extraction' }], score: 100, grade: 'A' });
  });
});

describe('grade', () => {
  const absent: Partial<Cell> = { value: null, raw: '', state: 'absent' };
  const everywhere = (cell: Partial<Cell>): Record<string, Partial<Cell>> =>
    Object.fromEntries(Object.keys(balanced).map((address) => [address, cell]));
  const leftOut = (which: (address: string, value: Reading[string]) => boolean): Reading =>
    Object.fromEntries(
      Object.entries(balanced).flatMap(([cell, value]) => (which(cell, value) ? [[cell, null]] : [])),
    );

  test('withheld when no table was read although there is a sign of one', () => {
    const hidden = outcomeWith({
      category: 'layout',
      bindings: { table: 't3' },
      verdict: 'fail',
      suspect: 'extraction',
    });
    const blocks = reportWith(form, {}).layout.blocks.map((block) => ({ ...block, found: false }));
    const layout = { ...reportWith(form, {}).layout, blocks };
    expect(
      audit({ change: leftOut(() => true), cells: everywhere(absent), report: { layout }, more: [hidden] }),
    ).toMatchObject({
      grade: 'U',
      score: null,
      gradeReason: '未能读出统一格式规定的任何表格，不予评定等级',
      verdict: 'verify',
      subscores: {},
    });
  });

  test('withheld when too few cells could be read', () => {
    const unread = Object.fromEntries(
      Object.keys(balanced)
        .filter((cell) => !cell.startsWith('t2.') && !cell.includes('denied'))
        .map((cell) => [cell, 'unreadable' as const]),
    );
    expect(audit({ change: unread })).toMatchObject({
      findings: [],
      grade: 'U',
      score: null,
      verdict: 'verify',
    });
  });

  test('zeros left out leave every sum as it is', () => {
    const zeros = leftOut((_, value) => value === 0);
    expect(audit({ change: zeros })).toMatchObject({
      findings: [],
      coverage: { applicable: 42, assessed: 42, share: 1 },
      grade: 'A',
      score: 100,
      verdict: 'clear',
      gradeSteps: [{ cost: 0 }],
    });
  });

  test('a number left out costs as much as a wrong one, and the finding says on what it rests', () => {
    const wrong = audit({ change: { 't4.review.total': 5 } });
    const blank = audit({ change: { 't4.review.total': null } });
    expect([wrong.score, blank.score]).toEqual([88, 88]);
    expect(blank).toMatchObject({
      findings: [{ assuming: ['t4.review.total'] }],
      gradeReason: null,
      verdict: 'correct',
      verdictText: '建议更正1处',
    });
  });

  test('rules that hold with blanks as none are listed with the cells', () => {
    expect(audit({ change: { 't4.review.corrected': null } })).toMatchObject({
      findings: [],
      assumptions: [{ rule: 'SUM-40', cells: ['t4.review.corrected'] }],
    });
  });

  test('a cell that could not be read costs nothing, but the report is not clear', () => {
    expect(audit({ change: { 't4.review.total': 'unreadable' } })).toMatchObject({
      grade: 'A',
      score: 100,
      verdict: 'verify',
    });
  });

  test('what the report need not tell does not count as applicable', () => {
    const more = [
      outcomeWith({ category: 'narrative', verdict: 'notAssessable', reason: 'no-claim' }),
      outcomeWith({ category: 'layout', verdict: 'notAssessable', reason: 'no-year' }),
    ];
    expect(audit({ more }).coverage).toEqual({ applicable: 43, assessed: 42, share: 0.97 });
  });
});

test('what could not be assessed is listed once for each rule and reason, cells in the order of the form', () => {
  const lacking = (cells: string[]): Outcome =>
    outcomeWith({ rule: 'R', verdict: 'notAssessable', reason: 'cell-blank', cells, category: 'impossible' });
  const { notAssessable } = audit({
    more: [lacking(['t3.granted.total']), lacking(['t2.fees.amount', 't3.granted.total'])],
  });
  expect(notAssessable).toEqual([
    { rule: 'R', title: '', reason: 'cell-blank', cells: ['t2.fees.amount', 't3.granted.total'] },
  ]);
});
