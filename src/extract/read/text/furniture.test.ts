import { expect, test } from 'vitest';
import { withoutFurniture } from './furniture.js';
import { splitLines } from './lines.js';

const kept = (...lines: string[]): string[] =>
  withoutFurniture(splitLines(lines.join('\n')))
    .map(({ text }) => text.trim())
    .filter((text) => text !== '');

test('page numbers joined to other lines are told by their dress and their count', () => {
  expect(kept('规章 0 0 0 — 1 —', '行政许可 5', '— 2 — 行政处罚 6')).toEqual([
    '规章 0 0 0',
    '行政许可 5',
    '行政处罚 6',
  ]);
});

test('page numbers in words that were joined to other lines count on', () => {
  expect(kept('规章 0 0 0 第 1 页', '行政许可 5', '第 2 ⻚ 共 4 ⻚ 行政处罚 6')).toEqual([
    '规章 0 0 0',
    '行政许可 5',
    '行政处罚 6',
  ]);
  const prose = ['见公报第3页。', '又见第3页，再见第9页。'];
  expect(kept(...prose)).toEqual(prose);
});

test('strokes beside a figure are cells where they do not count on, or stand elsewhere too', () => {
  const repeated = ['规章 - 1 -', '行政规范性文件 - 1 -'];
  const elsewhere = ['规章 - 1 -', '行政规范性文件 - 2 -', '行政许可 -'];
  expect([kept(...repeated), kept(...elsewhere)]).toEqual([repeated, elsewhere]);
});

test('a page number in the middle of its page is told where all pages have one between empty lines', () => {
  const around = ['春夏秋冬', '东南西北', '甲乙丙丁'].map((each) => [...each]);
  const pages = (...numbers: string[]) =>
    kept(
      numbers
        .map((number, i) => [...(around[i] ?? []), '', number, '', ...(around[i] ?? [])].join('\n'))
        .join('\f'),
    );
  expect(pages('1', '2', '3')).toEqual(around.flatMap((each) => [...each, ...each]));
  expect(pages('1', '2', '4')).toContain('4');
  expect(pages('1', '2')).toContain('2');
});

test('a title that pages repeat stays where it stands first; twice it may be that of another report', () => {
  const title = '云溪县水利局2023年政府信息公开工作年度报告';
  expect(kept(title, '甲', title, '乙', title)).toEqual([title, '甲', '乙']);
  expect(kept(title, '甲', title)).toEqual([title, '甲', title]);
});

test('numbers beside the titles of the pages go with them where they count on, else the titles stay', () => {
  const title = '云溪县水利局2023年政府信息公开工作年度报告';
  expect(kept(title, '规章 0 0', title, '1', '甲', title, '2', '乙')).toEqual([
    title,
    '规章 0 0',
    '甲',
    '乙',
  ]);
  const other = [title, '规章 0 0', title, '4', '甲', title, '2'];
  expect(kept(...other)).toEqual(other);
});

test('the year of a running head on a line of its own is no figure', () => {
  const head = ['2023', '', '年云溪县水利局政府信息公开工作年度报告'];
  const page = (text: string) => [...head, text, '2023', '0'].join('\n');
  expect(kept([page('甲'), page('乙')].join('\f'))).toEqual(['甲', '2023', '0', '乙', '2023', '0']);
  expect(kept(page('甲'))).toContain('2023');
});

test('pages that are counted with their number, dressed or not, and as browsers print them', () => {
  expect(kept('甲', '1 / 3', '乙', '2 / 3', '丙')).toEqual(['甲', '乙', '丙']);
  expect(kept('甲', '1 / 5', '乙', '1 / 5')).toEqual(['甲', '1 / 5', '乙', '1 / 5']);
  expect(kept('甲', '第 2 ⻚ 共 4 ⻚', '乙')).toEqual(['甲', '乙']);
});

test('decimals that a line break cut off stand behind their number again', () => {
  expect(kept('行政事业性收费 0', '.01', '政府集中采购 3')).toEqual([
    '行政事业性收费 0.01',
    '政府集中采购 3',
  ]);
});

test('counts of pages that were joined to figures are told where all are there, one on a line of its own', () => {
  expect(kept('规章 0 0 0', '1 / 3', '公开 6 0 0 6 2 / 3', '甲', '3 / 3 行政处罚 6')).toEqual([
    '规章 0 0 0',
    '公开 6 0 0 6',
    '甲',
    '行政处罚 6',
  ]);
  expect(kept('规章 0 0 0', '1 / 3', '公开 12 / 34 6 2 / 3', '3 / 3')).toEqual([
    '规章 0 0 0',
    '公开 12 / 34 6',
  ]);
  const lacking = ['规章 0 0 0', '1 / 3', '公开 6 0 0 6 2 / 3'];
  const cells = ['公开 5 1 / 3', '公开 5 2 / 3', '公开 5 3 / 3'];
  expect([kept(...lacking), kept(...cells)]).toEqual([lacking, cells]);
});

test('where page breaks are lost, numbers alone on their lines are those of pages when they count through to the end', () => {
  expect(kept('规章 0 0 0', '1', '公开 6 0', '2', '甲', '3')).toEqual(['规章 0 0 0', '公开 6 0', '甲']);
  const figure = ['规章 0 0 0', '1', '行政处罚', '2', '公开 6 0', '2', '甲', '3'];
  const goesOn = ['规章 0 0 0', '1', '公开 6 0', '2', '甲'];
  const skips = ['规章 0 0 0', '2', '甲', '3'];
  expect([kept(...figure), kept(...goesOn), kept(...skips)]).toEqual([figure, goesOn, skips]);
});
