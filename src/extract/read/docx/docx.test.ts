import { describe, expect, test } from 'vitest';

import { glance, tablesOf } from '../../../../test/fixtures/blocks.js';
import {
  docxFile,
  documentXml,
  para,
  run,
  tbl,
  tc,
  type DocxParts,
} from '../../../../test/fixtures/packages.js';
import { readDocx } from './docx.js';

async function read(parts: DocxParts | string) {
  return readDocx(docxFile(typeof parts === 'string' ? { body: parts } : parts));
}

const shown = async (parts: DocxParts | string) => glance(await read(parts));

const span = (columns: number) => `<w:gridSpan w:val="${String(columns)}"/>`;
const begin = '<w:vMerge w:val="restart"/>';
const goOn = '<w:vMerge/>';

describe('text', () => {
  test('runs, tabs, breaks, hyphens and symbols of a paragraph', async () => {
    const symbols =
      '<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:noBreakHyphen/><w:t>1</w:t><w:softHyphen/><w:sym w:font="Symbol" w:char="F035"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>';
    expect(await shown(para(run('共') + run('收到') + symbols))).toEqual(['共收到甲\t乙\n丙-15\uf0fc']);
  });

  test('tab stops of the paragraph are no text', async () => {
    expect(await shown(para('文', '<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>'))).toEqual(['文']);
  });

  test('field codes are left out, their results kept', async () => {
    const field = (code: string, result: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const simple = `<w:fldSimple w:instr="SUM(ABOVE)">${run('31')}</w:fldSimple>`;
    const nested = `<w:r><w:fldChar w:fldCharType="begin"/></w:r>${field('PAGE', '9')}<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('共7件')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    expect(await shown(para(field('REF a', '甲') + simple + nested))).toEqual(['甲31共7件']);
  });

  test('a field that never ends is told', async () => {
    const document = await read(
      para(`${run('甲')}<w:r><w:fldChar w:fldCharType="begin"/></w:r>${run('乙')}`),
    );
    expect(document.notes).toEqual([{ code: 'lost-text', at: null, values: {} }]);
  });

  test('hidden text is left out, by itself or by style', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:type="character" w:styleId="d"><w:basedOn w:val="c"/></w:style><w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>';
    const body =
      para(
        run('见') +
          run('隐', '<w:vanish/>') +
          run('样', '<w:rStyle w:val="d"/>') +
          run('显', '<w:vanish w:val="0"/>'),
      ) +
      para('段', '<w:pStyle w:val="p"/>') +
      para(run('标记', ''), '<w:rPr><w:vanish/></w:rPr>');
    expect(await shown({ body, styles })).toEqual(['见显', '标记']);
  });

  test('phonetic guides, notes, headers and section breaks are no text', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('gōng')}</w:rt><w:rubyBase>${run('公')}</w:rubyBase></w:ruby></w:r>`;
    const note = '<w:r><w:footnoteReference w:id="2"/></w:r>';
    expect(
      await shown(para(ruby + note + run('开'), '<w:sectPr><w:headerReference r:id="x"/></w:sectPr>')),
    ).toEqual(['公开']);
  });

  test('another prefix for the same namespace', async () => {
    const xml = documentXml(para('文'))
      .replaceAll('w:', 'ns0:')
      .replace('xmlns:ns0:', 'xmlns:w:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    expect(await shown({ body: '', files: { 'word/document.xml': xml } })).toEqual(['文']);
  });
});

describe('paragraphs', () => {
  test('headings by style name, by outline level, by ancestor; their places', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="a"><w:name w:val="章"/><w:basedOn w:val="1"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:name w:val="节"/><w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>';
    const body =
      ['1', 'a', 'b'].map((style) => para(style, `<w:pStyle w:val="${style}"/>`)).join('') +
      '<w:p/>' +
      para('x', '<w:outlineLvl w:val="9"/>');
    const { blocks } = await read({ body, styles });
    expect(blocks).toEqual([
      { kind: 'paragraph', text: '1', at: { paragraph: 1 }, heading: 1 },
      { kind: 'paragraph', text: 'a', at: { paragraph: 2 }, heading: 1 },
      { kind: 'paragraph', text: 'b', at: { paragraph: 3 }, heading: 3 },
      { kind: 'paragraph', text: 'x', at: { paragraph: 5 } },
    ]);
  });

  test('a generated table of contents is left out', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="t"><w:name w:val="toc 1"/></w:style>';
    const body = `<w:sdt><w:sdtContent>${para('一、总体情况\t1', '<w:pStyle w:val="t"/>')}</w:sdtContent></w:sdt>${para('一、总体情况')}`;
    expect(await shown({ body, styles })).toEqual(['一、总体情况']);
  });

  test('a text box is read once, before the paragraph that anchors it', async () => {
    const box = (inside: string) =>
      `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><w:txbxContent>${inside}</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${inside}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await shown(para(run('外') + box(para('内') + tbl([tc('1'), tc('2')]))) + para('后'))).toEqual([
      '内',
      ['0: 1 | 1: 2'],
      '外',
      '后',
    ]);
  });

  test('content controls are transparent, their properties are not text', async () => {
    const control = (content: string) =>
      `<w:sdt><w:sdtPr><w:placeholder><w:docPart w:val="x"/></w:placeholder>${run('题')}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const row = control(`<w:tr>${control(tc('甲'))}${tc(control(para('1')))}</w:tr>`);
    expect(await shown(control(para(control(run('文')))) + `<w:tbl>${row}</w:tbl>`)).toEqual([
      '文',
      ['0: 甲 | 1: 1'],
    ]);
  });

  test('pictures and links to attachments stand in the flow', async () => {
    const picture = '<w:r><w:drawing><a:blip r:embed="i"/></w:drawing></w:r>';
    const relationships =
      '<Relationship Id="h" Type="x/hyperlink" Target="https://example.invalid/%E8%A1%A8.xlsx?v=1" TargetMode="External"/><Relationship Id="k" Type="x/hyperlink" Target="https://example.invalid/a.html" TargetMode="External"/>';
    const body =
      para(picture) +
      para(
        `<w:hyperlink r:id="h">${run('附件')}</w:hyperlink><w:hyperlink r:id="k">${run('网页')}</w:hyperlink>`,
      );
    expect((await read({ body, relationships })).blocks).toEqual([
      { kind: 'aside', what: 'picture', at: { paragraph: 1 } },
      { kind: 'paragraph', text: '附件网页', at: { paragraph: 2 } },
      { kind: 'aside', what: 'attachment', at: { paragraph: 2 } },
    ]);
  });
});

describe('tracked changes are read as accepted', () => {
  const change = 'w:id="1" w:author="a"';

  test('insertions, deletions and moves', async () => {
    const body = para(
      `${run('收到')}<w:del ${change}><w:r><w:delText>30</w:delText></w:r></w:del><w:ins ${change}>${run('31')}</w:ins><w:moveFrom ${change}>${run('旧')}</w:moveFrom><w:moveTo ${change}>${run('件')}</w:moveTo>`,
    );
    const document = await read(body);
    expect(glance(document)).toEqual(['收到31件']);
    expect(document.notes).toEqual([{ code: 'changes-pending', at: null, values: { count: '4' } }]);
  });

  test('a deleted paragraph end joins two paragraphs', async () => {
    const gone = `<w:rPr><w:del ${change}/></w:rPr>`;
    expect(await shown(para('上', gone) + para('下') + para('末', gone))).toEqual(['上下', '末']);
  });

  test('text whose paragraph end is deleted does not slip into a table', async () => {
    const gone = `<w:rPr><w:del ${change}/></w:rPr>`;
    expect(await shown(para('上', gone) + tbl([tc('1'), tc('2')]))).toEqual(['上', ['0: 1 | 1: 2']]);
  });

  test('deleted rows and cells, and rows deleted under a merged cell', async () => {
    const body = tbl(
      [tc('甲', begin), tc('1')],
      `<w:tr><w:trPr><w:del ${change}/></w:trPr>${tc('', goOn)}${tc('2')}</w:tr>`,
      [tc('', goOn), tc('3', `<w:cellIns ${change}/>`), tc('4', `<w:cellDel ${change}/>`)],
    );
    const document = await read(body);
    expect(glance(document)).toEqual([['0v2: 甲 | 1: 1', '1: 3']]);
    expect(document.notes).toEqual([{ code: 'changes-pending', at: null, values: { count: '3' } }]);
  });

  test('former properties are not read', async () => {
    const styles = '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>';
    const body = para(
      '文',
      `<w:pPrChange ${change}><w:pPr><w:pStyle w:val="1"/><w:outlineLvl w:val="0"/></w:pPr></w:pPrChange>`,
    );
    expect((await read({ body, styles })).blocks).toEqual([
      { kind: 'paragraph', text: '文', at: { paragraph: 1 } },
    ]);
  });
});

describe('tables', () => {
  test('merged columns and rows, with the place of every cell', async () => {
    const { blocks } = await read(
      tbl([tc('题', span(2) + begin), tc('总计')], [tc('', span(2) + goOn), tc('5')]),
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
          [{ text: '5', at: { table: 1, row: 2, cell: 2 }, column: 2, columnSpan: 1, rowSpan: 1 }],
        ],
      },
    ]);
  });

  test('merges begun anew, and a merge that goes on from nothing', async () => {
    expect(
      await shown(tbl([tc('甲', begin), tc('1')], [tc('乙', begin), tc('2')], [tc('', goOn), tc('3', goOn)])),
    ).toEqual([['0: 甲 | 1: 1', '0v2: 乙 | 1: 2', '1: 3']]);
  });

  test('old horizontal merges', async () => {
    expect(
      await shown(
        tbl(
          [tc('题', '<w:hMerge w:val="restart"/>'), tc('', '<w:hMerge/>'), tc('1')],
          [tc('a'), tc('b'), tc('c')],
        ),
      ),
    ).toEqual([['0+2: 题 | 2: 1', '0: a | 1: b | 2: c']]);
  });

  test('rows that begin or end inside the grid keep their columns', async () => {
    const indented = `<w:tr><w:trPr><w:gridBefore w:val="1"/><w:gridAfter w:val="1"/></w:trPr>${tc('乙')}</w:tr>`;
    expect(
      await shown(
        tbl(
          [tc('甲'), tc('1', begin), tc('2')],
          indented.replace('<w:tc>', `<w:tc><w:tcPr>${goOn}</w:tcPr>`),
          [tc('丙'), tc('3'), tc('4')],
        ),
      ),
    ).toEqual([['0: 甲 | 1v2: 1 | 2: 2', '', '0: 丙 | 1: 3 | 2: 4']]);
  });

  test('hidden rows are left out', async () => {
    expect(
      await shown(tbl([tc('甲'), tc('1')], `<w:tr><w:trPr><w:hidden/></w:trPr>${tc('乙')}${tc('2')}</w:tr>`)),
    ).toEqual([['0: 甲 | 1: 1']]);
  });

  test('paragraphs of a cell are lines of its text', async () => {
    expect(await shown(tbl([tc(para('结果') + para('维持')), tc('总计')]))).toEqual([
      ['0: 结果\n维持 | 1: 总计'],
    ]);
  });

  test('a table inside a cell of figures is a table of its own', async () => {
    const inner = tbl([tc('a'), tc('b')], [tc('c'), tc('d')]);
    const outer = tbl(
      [tc('甲'), tc('乙'), tc('丙')],
      [tc('1'), tc('2'), tc(`${para('3')}${inner}${para('')}`)],
      [tc('4'), tc('5'), tc('6')],
    );
    expect(await shown(outer)).toEqual([
      ['0: 甲 | 1: 乙 | 2: 丙', '0: 1 | 1: 2 | 2: 3', '0: 4 | 1: 5 | 2: 6'],
      ['0: a | 1: b', '0: c | 1: d'],
    ]);
  });

  test('a table that only lays out the page is taken apart', async () => {
    const inner = tbl([tc('a'), tc('b')], [tc('c'), tc('d')]);
    const long = '字'.repeat(400);
    expect(await shown(tbl([tc('栏目'), tc(`${para('一、总体情况')}${inner}${para(long)}`)]))).toEqual([
      '栏目',
      '一、总体情况',
      ['0: a | 1: b', '0: c | 1: d'],
      long,
    ]);
    expect(await shown(tbl([tc('标题')], [tc(long)]))).toEqual(['标题', long]);
  });

  test('prose over the full width stands between the parts of a table', async () => {
    const prose = '年'.repeat(80);
    const body = tbl(
      [tc('甲'), tc('乙'), tc('丙')],
      [tc('1'), tc('2'), tc('3')],
      [tc(prose, span(3))],
      [tc('4'), tc('5'), tc('6')],
    );
    expect(await shown(body)).toEqual([
      ['0: 甲 | 1: 乙 | 2: 丙', '0: 1 | 1: 2 | 2: 3'],
      prose,
      ['0: 4 | 1: 5 | 2: 6'],
    ]);
  });

  test('a caption over the full width stays in its table', async () => {
    const body = tbl(
      [tc('第二十条第（五）项', span(2))],
      [tc('行政许可'), tc('3')],
      [tc('第二十条第（六）项', span(2))],
      [tc('行政处罚'), tc('4')],
    );
    expect(tablesOf((await read(body)).blocks)).toHaveLength(1);
  });
});

describe('automatic numbering', () => {
  const level = (depth: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${String(depth)}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const list = (id: number, ...levels: string[]) =>
    `<w:abstractNum w:abstractNumId="${String(id)}">${levels.join('')}</w:abstractNum>`;
  const use = (id: number, abstract: number, more = '') =>
    `<w:num w:numId="${String(id)}"><w:abstractNumId w:val="${String(abstract)}"/>${more}</w:num>`;
  const item = (text: string, list: number, depth = 0) =>
    para(text, `<w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="${String(list)}"/></w:numPr>`);

  test('levels count, show and restart', async () => {
    const numbering =
      list(
        0,
        level(0, 'chineseCounting', '%1、', '<w:suff w:val="nothing"/>'),
        level(1, 'chineseCounting', '（%2）', '<w:suff w:val="nothing"/>'),
        level(2, 'decimal', '%1.%3', '<w:isLgl/><w:suff w:val="space"/>'),
      ) + use(1, 0);
    const body =
      item('甲', 1) +
      item('乙', 1, 1) +
      item('丙', 1, 1) +
      item('丁', 1) +
      item('戊', 1, 1) +
      item('己', 1, 2);
    expect(await shown({ body, numbering })).toEqual([
      '一、甲',
      '（一）乙',
      '（二）丙',
      '二、丁',
      '（一）戊',
      '2.1 己',
    ]);
  });

  test('lists that share a definition go on; an override begins anew', async () => {
    const numbering =
      list(0, level(0, 'decimal', '%1.')) +
      use(1, 0) +
      use(2, 0) +
      use(3, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>');
    expect(
      await shown({
        body: item('甲', 1) + item('乙', 2) + item('丙', 3) + item('丁', 3) + item('无', 0) + item('缺', 9),
        numbering,
      }),
    ).toEqual(['1.\t甲', '2.\t乙', '1.\t丙', '2.\t丁', '无', '缺']);
  });

  test('a level that never restarts', async () => {
    const numbering =
      list(0, level(0, 'decimal', '%1'), level(1, 'lowerLetter', '%2)', '<w:lvlRestart w:val="0"/>')) +
      use(1, 0);
    expect(
      await shown({ body: item('甲', 1) + item('乙', 1, 1) + item('丙', 1) + item('丁', 1, 1), numbering }),
    ).toEqual(['1\t甲', 'a)\t乙', '2\t丙', 'b)\t丁']);
  });

  test('numbering through paragraph styles, by the level that names the style', async () => {
    const numbering =
      list(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="h1"/>'),
        level(1, 'decimal', '%2.', '<w:pStyle w:val="h2"/>'),
      ) + use(5, 0);
    const style = (id: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr></w:pPr></w:style>`;
    const body =
      para('甲', '<w:pStyle w:val="h1"/>') +
      para('乙', '<w:pStyle w:val="h2"/>') +
      para('丙', '<w:pStyle w:val="h1"/>');
    expect(await shown({ body, numbering, styles: style('h1') + style('h2') })).toEqual([
      '一、\t甲',
      '1.\t乙',
      '二、\t丙',
    ]);
  });

  test('numbered cells, bullets and deleted items', async () => {
    const numbering =
      list(0, level(0, 'decimal', '%1')) + use(1, 0) + list(1, level(0, 'bullet', '\uf06c')) + use(2, 1);
    const deleted = para(
      '删',
      '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr><w:del w:id="1"/></w:rPr>',
    ).replace(run('删'), '');
    const body =
      tbl([tc(item('', 1)), tc('甲')]) + deleted + tbl([tc(item('', 1)), tc('乙')]) + item('点', 2);
    expect(await shown({ body, numbering })).toEqual([['0: 1\t | 1: 甲'], ['0: 2\t | 1: 乙'], '点']);
  });
});

describe('packages', () => {
  test('a part in HTML that stands for content', async () => {
    const relationships = '<Relationship Id="c" Type="x/aFChunk" Target="chunk.htm"/>';
    const files = { 'word/chunk.htm': '<html><body><p>中</p><table><tr><td>甲<td>1</table></body></html>' };
    expect(
      await shown({ body: `${para('前')}<w:altChunk r:id="c"/>${para('后')}`, relationships, files }),
    ).toEqual(['前', '中', ['0: 甲 | 1: 1'], '后']);
  });

  test('the single-file form, with styles after the text', async () => {
    const part = (name: string, xml: string) =>
      `<pkg:part pkg:name="${name}"><pkg:xmlData>${xml.replace(/^<\?.*\n/, '')}</pkg:xmlData></pkg:part>`;
    const styles =
      '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style></w:styles>';
    const flat = `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part('/word/document.xml', documentXml(para('文', '<w:pStyle w:val="1"/>')))}${part('/word/header1.xml', documentXml(para('眉')))}${part('/word/styles.xml', styles)}</pkg:package>`;
    expect((await readDocx(new TextEncoder().encode(flat))).blocks).toEqual([
      { kind: 'paragraph', text: '文', at: { paragraph: 1 }, heading: 1 },
    ]);
  });

  test('Word 2003 XML', async () => {
    const xml = `<?xml version="1.0"?><?mso-application progid="Word.Document"?><w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint"><w:styles/><w:body><wx:sect><w:p><w:pPr><w:listPr><w:ilvl w:val="0"/><wx:t wx:val="一、"/></w:listPr></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:vmerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:vmerge/></w:tcPr><w:p/></w:tc><w:tc><w:p><w:r><w:t>2</w:t></w:r></w:p></w:tc></w:tr></w:tbl></wx:sect></w:body></w:wordDocument>`;
    expect(glance(await readDocx(new TextEncoder().encode(xml)))).toEqual([
      '一、总体情况',
      ['0v2: 甲 | 1: 1', '1: 2'],
    ]);
  });

  test('a package without its document is damaged', async () => {
    const { packed } = await import('../../../../test/fixtures/packages.js');
    await expect(readDocx(packed({ 'word/styles.xml': '<a/>' }))).rejects.toMatchObject({ code: 'damaged' });
  });
});

describe('hostile documents', () => {
  const nested = (depth: number) =>
    `${'<w:tbl><w:tr><w:tc>'.repeat(depth)}${para('内')}${'</w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>'.repeat(depth)}`;

  test('tables nested too deep, or just not', async () => {
    await expect(read(nested(10_000))).rejects.toMatchObject({ code: 'too-deep' });
    expect(await shown(nested(300))).toEqual([['0: 内 | 1: ']]);
  });

  test('senseless numbers', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1e300"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const body =
      para('甲', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      tbl(
        [tc('1', span(4_000_000_000)), tc('2')],
        `<w:tr><w:trPr><w:gridBefore w:val="-5"/></w:trPr>${tc('3')}${tc('4')}</w:tr>`,
      );
    expect(await shown({ body, numbering })).toEqual(['1e+300\t甲', ['0+63: 1 | 63: 2', '0: 3 | 1: 4']]);
  });

  test('a label longer than any label', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:lvlText w:val="${'长'.repeat(1_000_000)}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
    const body = para('甲', '<w:numPr><w:numId w:val="1"/></w:numPr>').repeat(2000);
    const [first] = (await read({ body, numbering })).blocks;
    expect(first?.kind === 'paragraph' && first.text.length < 200).toBe(true);
  });

  test('styles and lists that refer to themselves', async () => {
    const styles =
      '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>';
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="x"/><w:numStyleLink w:val="x"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    expect(
      await shown({
        body: para('甲', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>'),
        styles,
        numbering,
      }),
    ).toEqual(['甲']);
  });
});
