import { expect, test } from 'vitest';
import type { BlockReading, Layout } from '../../model/index.js';
import { isSelector, parseTerm, selectCells } from './address.js';
import { axisOf, viewForReport, viewOf } from './form-view.js';
import { cellLabel, namesOfCells, shortLabel, termLabel } from './labels.js';
import { forms } from '../../../test/fixtures/defaults.js';

const view = (id: string) => viewForReport(forms, { id, status: 'current', blocks: [] }, null);
const block = (edition: string, table: string, name: string): BlockReading => ({
  table,
  block: name,
  edition,
  found: true,
  at: null,
  oddLabels: [],
  missingLabels: [],
  extraLabels: [],
});

test('a group of rows is the sum of its items, on each form by its own rows', () => {
  expect(selectCells(view('2021'), 't3.other.total')).toEqual([
    't3.other.uncorrected.total',
    't3.other.unpaid.total',
    't3.other.misc.total',
  ]);
  expect(selectCells(view('2019'), 't3.other.total')).toEqual(['t3.other.total']);
});

test('a star stands for one or more words', () => {
  expect(selectCells(view('2021'), 't4.*.total')).toEqual([
    't4.review.total',
    't4.litigationDirect.total',
    't4.litigationAfterReview.total',
  ]);
  expect(selectCells(view('2021'), 't3.*')).toHaveLength(175);
  expect(selectCells(view('2019'), 't3.*.total')).toHaveLength(23);
  expect(selectCells(view('2021'), 't2.fees.priorItems')).toEqual([]);
});

test.each([
  ['t3.received.total', { cell: 't3.received.total', coefficient: 1 }],
  ['-t3.other.misc.total', { cell: 't3.other.misc.total', coefficient: -1 }],
  ['0.35*t3.received.total', { cell: 't3.received.total', coefficient: 0.35 }],
  ['-10*t3.received.total', { cell: 't3.received.total', coefficient: -10 }],
  ['t3', null],
  ['3 t3.received.total', null],
])('term %s', (text, term) => expect(parseTerm(text)).toEqual(term));

test('what is a selector', () => {
  expect(['t3.*', 't2.fees.amount', 't3', 'licensing', 't3..x'].map(isSelector)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
});

test('rows, columns and groups of a table', () => {
  expect(axisOf(view('2021'), 't2', 'rows').map(({ id }) => id)).toEqual([
    'regulations',
    'normativeDocs',
    'licensing',
    'penalty',
    'coercion',
    'fees',
  ]);
  expect(axisOf(view('2021'), 't3', 'rowGroups').map(({ id }) => id)).toEqual([
    'denied',
    'unavailable',
    'rejected',
    'other',
  ]);
  expect(axisOf(view('2021'), 't4', 'columnGroups').map(({ id }) => id)).toEqual([
    'review',
    'litigationDirect',
    'litigationAfterReview',
  ]);
  expect(axisOf(view('2021'), 't3', 'columns')).toHaveLength(7);
});

test('cells and groups are named by their official labels', () => {
  const own = view('2021');
  expect(cellLabel(own, 't3.denied.stateSecret.total', 'zh-CN')).toBe(
    '表三“（三）不予公开1.属于国家秘密”“总计”',
  );
  expect(cellLabel(own, 't4.review.upheld', 'en')).toBe('Table 4 “行政复议—结果维持”');
  expect(shortLabel(own, 't3.received.otherOrg')).toBe(
    '一、本年新收政府信息公开申请数量／法人或其他组织—其他',
  );
  expect(termLabel(own, 't3.denied.total')).toBe('“（三）不予公开”');
  expect(termLabel(own, 't3.denied.business')).toBe('“（三）不予公开／商业企业”');
  expect(termLabel(own, 't3.totalHandled.total')).toBe('“（七）总计”');
});

test('many cells are named by the whole columns and rows that they fill', () => {
  const own = view('2021');
  const cells = (...selectors: string[]) => selectors.flatMap((each) => [...selectCells(own, each)]);
  expect(namesOfCells(own, cells('t4.review.*'), 'zh-CN')).toHaveLength(5);
  const blank = cells(
    't3.received.*',
    't3.granted.*',
    't3.*.*.research',
    't3.*.research',
    't3.partial.business',
  );
  expect(namesOfCells(own, blank, 'zh-CN')).toEqual([
    '表三“科研机构”整列、“一、本年新收政府信息公开申请数量”等2行全部、另有1个',
  ]);
  expect(namesOfCells(own, [...cells('t3.*'), ...cells('t4.review.upheld')], 'en')).toEqual([
    'all of Table 3',
    'Table 4: 1 more',
  ]);
});

test('a mixed report takes each sub-table from the edition whose labels it carries', () => {
  const layout: Layout = {
    id: 'mixed',
    status: 'mixed',
    blocks: [
      block('2019', 't2', 'article20-5'),
      block('2019', 't2', 'article20-9'),
      block('2021', 't3', 'applications'),
    ],
  };
  const own = viewForReport(forms, layout, 2021);
  expect([own.cells.has('t2.licensing.priorItems'), own.editionOf('t2.licensing.decisions')]).toEqual([
    true,
    '2019',
  ]);
  expect([own.cells.has('t2.procurement.amount'), own.cells.has('t2.regulations.made')]).toEqual([
    true,
    true,
  ]);
});

test('without any table the form is that of the year, or the newest', () => {
  const layout: Layout = { id: null, status: 'unknown', blocks: [] };
  expect([2016, 2020, 2030, null].map((year) => viewForReport(forms, layout, year).edition.id)).toEqual([
    '2014',
    '2019',
    '2021',
    '2021',
  ]);
  expect(viewOf(viewForReport(forms, layout, 2020).edition).cells.size).toBe(198);
});
