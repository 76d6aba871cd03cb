import { describe, expect, test } from 'vitest';

import { glance } from '../../../../test/fixtures/blocks.js';
import { odtFile, odtXml, packed } from '../../../../test/fixtures/packages.js';
import { readOdt } from './odt.js';

const read = (text: string, styles?: string, files?: Record<string, string>) =>
  readOdt(odtFile(text, styles, files));
const shown = (text: string, styles?: string) => glance(read(text, styles));

const p = (text: string, style = 'P') => `<text:p text:style-name="${style}">${text}</text:p>`;
const cell = (text: string, more = '') =>
  `<table:table-cell${more}>${text === '' ? '' : p(text)}</table:table-cell>`;
const covered = '<table:covered-table-cell/>';
const table = (...rows: string[]) =>
  `<table:table>${rows.map((row) => (row.startsWith('<table:table-row') ? row : `<table:table-row>${row}</table:table-row>`)).join('')}</table:table>`;

describe('text', () => {
  test('white space of the file, spaces, tabs and breaks', () => {
    expect(
      shown(
        p('\n  共<text:span>收到</text:span> \n 31<text:s text:c="2"/>件<text:tab/>甲<text:line-break/>乙'),
      ),
    ).toEqual(['共收到 31  件\t甲\n乙']);
  });

  test('what is left out: notes, comments, phonetic guides, indexes, hidden text', () => {
    const styles =
      '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style><style:style style:name="H" style:family="paragraph"><style:text-properties/></style:style><style:style style:name="Q" style:family="paragraph"><style:text-properties text:display="none"/></style:style>';
    const text =
      p(
        '甲<text:note><text:note-body><text:p>注</text:p></text:note-body></text:note><office:annotation><text:p>批</text:p></office:annotation>',
      ) +
      p(
        '<text:ruby><text:ruby-base>公</text:ruby-base><text:ruby-text>gōng</text:ruby-text></text:ruby>开<text:span text:style-name="H">隐</text:span>',
        'H',
      ) +
      p('隐', 'Q') +
      '<text:table-of-content><text:index-body><text:p>一、总体情况 1</text:p></text:index-body></text:table-of-content><text:section text:display="none"><text:p>隐</text:p></text:section><text:section><text:p>节</text:p></text:section>';
    expect(shown(text, styles)).toEqual(['甲', '公开', '节']);
  });

  test('tracked changes are read as accepted', () => {
    const document = read(
      `<text:tracked-changes><text:changed-region><text:deletion><text:p>30</text:p></text:deletion></text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>${p('收到<text:change/><text:change-start/>31<text:change-end/>件')}`,
    );
    expect(glance(document)).toEqual(['收到31件']);
    expect(document.notes).toEqual([{ code: 'changes-pending', at: null, values: { count: '2' } }]);
  });

  test('headings, places, pictures, attachments and text boxes', () => {
    const { blocks } = read(
      `<text:h text:outline-level="2">题</text:h>${p('')}${p('外<draw:frame><draw:text-box><text:p>内</text:p></draw:text-box></draw:frame>')}${p('<draw:frame><draw:image/></draw:frame>')}${p('<text:a xlink:href="a/b.pdf">附件</text:a>')}`,
    );
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '题', at: { paragraph: 1 }, heading: 2 },
      { kind: 'paragraph', text: '内', at: { paragraph: 4 } },
      { kind: 'paragraph', text: '外', at: { paragraph: 3 } },
      { kind: 'aside', what: 'picture', at: { paragraph: 5 } },
      { kind: 'paragraph', text: '附件', at: { paragraph: 6 } },
      { kind: 'aside', what: 'attachment', at: { paragraph: 6 } },
    ]);
  });
});

describe('tables', () => {
  test('spans with covered cells, and the place of every cell', () => {
    const { blocks } = read(
      table(
        cell('题', ' table:number-columns-spanned="2" table:number-rows-spanned="2"') +
          covered +
          cell('总计'),
        `<table:table-row><table:covered-table-cell table:number-columns-repeated="2"/>${cell('5')}</table:table-row>`,
      ),
    );
    expect(blocks).toEqual([
      {
        kind: 'table',
        grid: true,
        at: { table: 1 },
        rows: [
          [
            { text: '题', at: { table: 1, row: 1, cell: 1 }, column: 0, columnSpan: 2, rowSpan: 2 },
            { text: '总计', at: { table: 1, row: 1, cell: 2 }, column: 2, columnSpan: 1, rowSpan: 1 },
          ],
          [{ text: '5', at: { table: 1, row: 2, cell: 1 }, column: 2, columnSpan: 1, rowSpan: 1 }],
        ],
      },
    ]);
  });

  test('header rows, repeated cells and rows', () => {
    const text = `<table:table><table:table-header-rows><table:table-row>${cell('甲')}${cell('0', ' table:number-columns-repeated="3"')}</table:table-row></table:table-header-rows><table:table-row table:number-rows-repeated="2">${cell('乙')}${cell('', ' table:number-columns-repeated="3"')}</table:table-row></table:table>`;
    expect(shown(text)).toEqual([
      ['0: 甲 | 1: 0 | 2: 0 | 3: 0', '0: 乙 | 1:  | 2:  | 3: ', '0: 乙 | 1:  | 2:  | 3: '],
    ]);
  });

  test('a table inside a cell that only lays out the page', () => {
    const inner = table(cell('a') + cell('b'), cell('c') + cell('d'));
    expect(shown(table(`<table:table-cell>${p('前')}${inner}${p('后')}</table:table-cell>`))).toEqual([
      '前',
      ['0: a | 1: b', '0: c | 1: d'],
      '后',
    ]);
  });
});

describe('automatic numbering', () => {
  const number = (level: number, more: string) =>
    `<text:list-level-style-number text:level="${String(level)}" ${more}/>`;
  const styles = `<text:list-style style:name="L">${number(1, 'style:num-format="一, 二, 三, ..." style:num-suffix="、"')}${number(2, 'style:num-prefix="（" style:num-format="1" style:num-suffix="）"')}${number(3, 'style:num-format="1" text:display-levels="2"')}</text:list-style><text:list-style style:name="B"><text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>`;
  const list = (items: string, more = '') => `<text:list text:style-name="L"${more}>${items}</text:list>`;
  const item = (content: string, more = '') => `<text:list-item${more}>${content}</text:list-item>`;

  test('levels count; a list goes on only when it says so', () => {
    const text =
      list(
        item(
          p('甲') +
            p('续') +
            `<text:list>${item(p('乙'))}${item(p('丙') + `<text:list>${item(p('丁'))}</text:list>`)}</text:list>`,
        ) + item(p('戊')),
        ' xml:id="one"',
      ) +
      list(item(p('己')), ' text:continue-numbering="true"') +
      list(item(p('庚'))) +
      list(item(p('辛')), ' text:continue-list="one"') +
      list(item(p('壬'), ' text:start-value="7"')) +
      list(`<text:list-header>${p('头')}</text:list-header>`);
    expect(shown(text, styles)).toEqual([
      '一、\t甲',
      '续',
      '（1）\t乙',
      '（2）\t丙',
      '2.1\t丁',
      '二、\t戊',
      '三、\t己',
      '一、\t庚',
      '四、\t辛',
      '七、\t壬',
      '头',
    ]);
  });

  test('bullets have no label', () => {
    expect(shown(`<text:list text:style-name="B">${item(p('点'))}</text:list>`, styles)).toEqual(['点']);
  });

  test('headings numbered by the outline', () => {
    const sheet = odtXml('document-content', '', '').replace(
      '<office:automatic-styles></office:automatic-styles>',
      '<office:styles><text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"><style:list-level-properties><style:list-level-label-alignment text:label-followed-by="nothing"/></style:list-level-properties></text:outline-level-style><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style></office:styles>',
    );
    const document = read(
      '<text:h text:outline-level="1">甲</text:h><text:h text:outline-level="2">乙</text:h><text:h text:outline-level="1" text:is-list-header="true">丙</text:h><text:h text:outline-level="1">丁</text:h>',
      '',
      { 'styles.xml': sheet },
    );
    expect(glance(document)).toEqual(['一、甲', '乙', '丙', '二、丁']);
  });
});

describe('packages', () => {
  test('one XML file', () => {
    expect(glance(readOdt(new TextEncoder().encode(odtXml('document', p('文')))))).toEqual(['文']);
  });

  test('encrypted and damaged', () => {
    const manifest =
      '<manifest:manifest xmlns:manifest="m"><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
    expect(() => read('', '', { 'META-INF/manifest.xml': manifest })).toThrow(
      expect.objectContaining({ code: 'encrypted' }),
    );
    expect(() => readOdt(packed({ mimetype: 'x' }))).toThrow(expect.objectContaining({ code: 'damaged' }));
  });

  test('false repetitions cost nothing', () => {
    const text = `<table:table><table:table-row table:number-rows-repeated="1048576">${cell('1', ' table:number-columns-repeated="16384" table:number-columns-spanned="99999999"')}${covered}</table:table-row></table:table>${p('<text:s text:c="999999999"/>x')}`;
    const [first, second] = read(text).blocks;
    expect(
      first?.kind === 'table' && first.rows.length <= 100 && first.rows.every((row) => row.length <= 256),
    ).toBe(true);
    expect(second?.kind === 'paragraph' && second.text.length <= 101).toBe(true);
    const row = text.slice('<table:table>'.length, text.indexOf('</table:table>'));
    expect(() => read(`<table:table>${row.repeat(100)}</table:table>`)).toThrow(
      expect.objectContaining({ code: 'too-large' }) as Error,
    );
  });
});
