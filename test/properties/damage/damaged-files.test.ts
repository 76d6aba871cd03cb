import { utils, write, type BookType } from '@e965/xlsx';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { zipSync } from 'fflate';

import { expandInput, readDocument } from '../../../src/extract/read/index.js';
import { InputError } from '../../../src/model/index.js';
import { examples } from '../../depth.js';
import { docxFile, odtFile, para, tbl, tc } from '../../fixtures/packages.js';
import { damaged } from '../../generators/damage/damage-bytes.js';

/** Damaged copies of each sample. */
const runs = examples(200);

function spreadsheet(bookType: BookType): Uint8Array {
  const sheet = utils.aoa_to_sheet([
    ['某局2022年政府信息公开工作年度报告'],
    ['二、主动公开政府信息情况'],
    ['规章', 1, 2.5],
    ['总计', null, 31],
  ]);
  sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 2 } }];
  sheet['!rows'] = [{}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '表');
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const merge = '<w:vMerge w:val="restart"/>';
const docx = docxFile({
  styles:
    '<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>',
  numbering:
    '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  body:
    para('总体情况', '<w:pStyle w:val="1"/>') +
    tbl(
      [tc('规章', merge), tc('1', '<w:gridSpan w:val="2"/>')],
      [tc('', '<w:vMerge/>'), tc(tbl([tc('a'), tc('b')])), tc('31')],
    ),
});
const odt = odtFile(
  '<text:list text:style-name="L"><text:list-item><text:p>总体情况</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell table:number-columns-spanned="2"><text:p>规章</text:p></table:table-cell><table:covered-table-cell/><table:table-cell table:number-columns-repeated="2"><text:p>1</text:p></table:table-cell></table:table-row></table:table>',
  '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一" style:num-suffix="、"/></text:list-style>',
);
const ascii = (text: string) => new TextEncoder().encode(text);
const mail = ascii(
  'Mime-Version: 1.0\r\nContent-Type: multipart/mixed; boundary="B"\r\n\r\n--B\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td>=E8=A7=84=E7=AB=A0<td>1</table>\r\n--B\r\nContent-Disposition: attachment; filename="=?gbk?B?uau/qg==?=.txt"\r\nContent-Transfer-Encoding: base64\r\n\r\n6KeE56ug\r\n--B--',
);

const samples: Record<string, Uint8Array> = {
  DOCX: docx,
  XLSX: spreadsheet('xlsx'),
  XLS: spreadsheet('biff8'),
  'Excel 2003 XML': spreadsheet('xlml'),
  ODT: odt,
  RTF: ascii(
    "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 S;}}{\\stylesheet{\\s1 heading 1;}}\\pard\\s1 \\'b9\\'e6\\par\\trowd\\clvmgf\\cellx900\\cellx1800\\pard\\intbl a\\cell\\itap2 b\\nestcell{\\*\\nesttableprops\\trowd\\cellx900\\nestrow}\\itap1 \\u20844?\\cell\\row}",
  ),
  mail,
  'web page': ascii(
    '<html><body><table><tr><td rowspan=2>规章<td colspan=2>1<tr><td>2<td>3</table><p>x</body></html>',
  ),
  archive: zipSync({ '甲.docx': docx, 'b.eml': mail, 'c.zip': zipSync({ 'd.odt': odt }) }),
};

test.each(Object.entries(samples))('damaged %s is read or refused', async (_, sample) => {
  await fc.assert(
    fc.asyncProperty(damaged(sample), async (bytes) => {
      for (const input of await expandInput(bytes, 'damaged')) await readOrRefuse(input.bytes);
    }),
    { numRuns: runs },
  );
  expect(await expandInput(sample, 'sound')).not.toEqual([]);
});

async function readOrRefuse(bytes: Uint8Array): Promise<void> {
  try {
    await readDocument(bytes, 'damaged');
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}
