import { expect, test } from 'vitest';
import { troubledAudit } from '../../../test/fixtures/audits.js';
import { contextOf } from '../../../test/fixtures/context.js';
import type { Audit, Finding } from '../../model/index.js';
import { comparisonOf } from './comparison.js';
import { cellNames } from '../labels.js';

const audit: Audit = troubledAudit();
const { forms, t } = contextOf();
const names = cellNames(forms, '2021', t);
const [balance, , prose, blank] = audit.findings as [Finding, Finding, Finding, Finding];

test('cells of one column are told apart by their rows', () => {
  expect(comparisonOf(balance, audit, names)).toEqual({
    shared: '表三 总计',
    left: {
      terms: [
        { cell: 't3.received.total', name: '一、本年新收政府信息公开申请数量', value: 13 },
        { cell: 't3.carriedIn.total', name: '二、上年结转政府信息公开申请数量', value: 2 },
      ],
      zeros: 0,
      adds: true,
      stated: false,
      earlier: false,
      value: 15,
    },
    right: {
      terms: [
        { cell: 't3.totalHandled.total', name: '（七）总计', value: 11 },
        { cell: 't3.carriedOut.total', name: '四、结转下年度继续办理', value: 1 },
      ],
      zeros: 0,
      adds: true,
      stated: false,
      earlier: false,
      value: 12,
    },
    sign: '≠',
  });
});

test('cells that add nothing are only counted', () => {
  const sum = { value: 11, cells: ['t3.granted.total', 't3.partial.total', 't3.denied.internal.total'] };
  const handled = { value: 11, cells: ['t3.totalHandled.total'] };
  expect(comparisonOf({ ...balance, left: sum, right: handled }, audit, names)).toMatchObject({
    left: { terms: [{ cell: 't3.granted.total', name: '（一）予以公开', value: 11 }], zeros: 2, adds: true },
    sign: '|',
  });
});

test('a number of the prose stands alone; the only cell keeps its whole name', () => {
  expect(comparisonOf(prose, audit, names)).toEqual({
    shared: '',
    left: { terms: [], zeros: 0, adds: false, stated: true, earlier: false, value: 10 },
    right: {
      terms: [{ cell: 't3.received.total', name: '表三 一、本年新收政府信息公开申请数量 · 总计', value: 13 }],
      zeros: 0,
      adds: true,
      stated: false,
      earlier: false,
      value: 13,
    },
    sign: '≠',
  });
});

test('cells that do not add up to the value are not written as a sum', () => {
  const product = { value: 26, cells: ['t3.received.total', 't3.carriedIn.total'] };
  expect(comparisonOf({ ...balance, left: product }, audit, names)?.left).toMatchObject({
    terms: [{ value: 13 }, { value: 2 }],
    adds: false,
    value: 26,
  });
});

test('nothing is compared where no cell is', () => {
  expect(comparisonOf(blank, audit, names)).toBeNull();
});
