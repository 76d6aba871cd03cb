import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../model/index.js';
import { openReports, type Opened } from '../index.js';
import { readDocument } from '../read/index.js';
import { partReports } from './index.js';
import { forms, vocabulary } from '../../../test/fixtures/defaults.js';

const sample = (name: string) => readFileSync(new URL(`../../../samples/${name}`, import.meta.url), 'utf8');

const parts = async (text: string): Promise<Document[]> =>
  partReports(await readDocument(new TextEncoder().encode(text), 'file'), forms, vocabulary);

/** What the reports of a file are called and how each begins; `whole`: the document as it was read. */
const partsOf = async (text: string) =>
  (await parts(text)).map(({ part, notes }) => [
    part === undefined ? 'whole' : `${String(part.agency)} ${String(part.year)}: ${part.mark}`,
    ...notes.map(({ code }) => code),
  ]);

const body = (page: string) => page.replace(/^[^]*?<body[^>]*>/i, '').replace(/<\/body>[^]*$/i, '');
const page = (...bodies: string[]) =>
  `<html><head><meta charset="utf-8"></head><body>${bodies.join('<hr>')}</body></html>`;

const village = sample('06-arithmetic.html');
const street = sample('07-impossible-values.html');
const traffic = sample('08-prose-contradicts-tables.html');

describe('several reports', () => {
  test('each begins with its own title', async () => {
    expect(await partsOf(page(body(village), body(street), body(traffic)))).toEqual([
      ['棠溪县青禾乡人民政府 2022: title'],
      ['泽安市鹭坪区云麓街道办事处 2023: title'],
      ['泽安市禾屿县交通运输局 2022: title'],
    ]);
  });

  test('a list of their titles before and links after them begin none', async () => {
    const list = ['棠溪县青禾乡人民政府2022', '泽安市鹭坪区云麓街道办事处2023', '泽安市禾屿县民政局2022']
      .map((each) => `<p>${each}年政府信息公开工作年度报告</p>`)
      .join('');
    const found = await parts(page(list, body(village), body(street), list));
    expect(found.map(({ part }) => part?.agency)).toEqual([
      '棠溪县青禾乡人民政府',
      '泽安市鹭坪区云麓街道办事处',
    ]);
  });
});

describe('the cells of a text, a line each,', () => {
  const written = (text: string, cell: (text: string, index: number) => string, ...end: string[]) =>
    text.replaceAll(/^.*\t.*$/gm, (line) => [...line.trim().split('\t').map(cell), ...end].join('\n'));
  const one = sample('01-clean-tab-rows.txt');
  const framed = written(one, (each, index) => (index === 2 && each === '0' ? '　　 |' : `${each} |`));
  const ended = written(one.replaceAll('教育局', '民政局'), (each) => `| ${each}`, '|');
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const textsOf = ({ document }: Opened) =>
    document.blocks.map((block) => {
      if (block.kind === 'table') return block.rows.map((row) => row.map(({ text }) => text));
      return block.kind === 'paragraph' ? block.text : block.kind;
    });
  const read = async (text: string) =>
    (await openReports(bytesOf(text), { name: 'file', forms, vocabulary })).map(textsOf);

  test.each([
    ['before', [framed, ended]],
    ['behind', [ended, framed]],
  ])('are read as if the report %s them were not there', async (_, texts) => {
    const alone = await Promise.all(texts.map(read));
    expect(await read(texts.join('\n\n'))).toEqual(alone.flat());
  });
});

describe('one report', () => {
  test('whose prose counts under the labels of its tables is one', async () => {
    const counts = `<p>行政规范性文件本年制发件数3件、本年废止件数1件、现行有效件数12件，行政许可7件，行政处罚2件，行政强制0件。
      本年新收政府信息公开申请数量5件，予以公开2件，部分公开1件，属于国家秘密0件，其他法律行政法规禁止公开0件，危及“三安全一稳定”0件，
      保护第三方合法权益1件，属于三类内部事务信息0件，属于四类过程性信息0件，属于行政执法案卷0件，属于行政查询事项0件，
      本机关不掌握相关政府信息1件，没有现成信息需要另行制作0件，补正后申请内容仍不明确0件，信访举报投诉类申请0件，重复申请0件，
      结转下年度继续办理0件。未经复议直接起诉1件，复议后起诉2件，其中结果维持1件、结果纠正1件、其他结果1件、尚未审结0件。</p>`;
    const text = body(village).replace('<p>一、总体情况</p>', (heading) => heading + counts.repeat(2));
    expect(await partsOf(page(text))).toEqual([['whole']]);
  });

  test('printed twice it is one, and that is said', async () => {
    expect(await partsOf(page(body(village), body(village)))).toEqual([['whole', 'repeated-report']]);
  });

  test('an annex with a second Table 2 begins none', async () => {
    const second = (/<table border[^]*?<\/table>/.exec(body(village))?.[0] ?? '').replaceAll('>3<', '>5<');
    expect(await partsOf(page(body(village), `<p>附件：所属单位主动公开情况</p>${second}`))).toEqual([
      ['whole'],
    ]);
  });

  test('titles of others that it quotes or links to begin none', async () => {
    const quoting = body(village).replace(
      '</p>',
      '</p><p>青禾乡人民政府2021年政府信息公开工作年度报告</p><p>一、总体情况</p><p>二、主动公开政府信息情况</p>',
    );
    expect(await partsOf(page(quoting, '<p>上一篇：棠溪县民政局2022年政府信息公开工作年度报告</p>'))).toEqual(
      [['whole']],
    );
  });
});

test('what nothing parts is refused', async () => {
  const untitled = (text: string) =>
    body(text)
      .replace(/<h1[^]*?<\/h1>/, '')
      .replace(/<p>[　\s]*依据《[^]*?<\/p>/, '<p>无题。</p>');
  await expect(parts(page(body(village), untitled(street)))).rejects.toMatchObject({
    code: 'unparted',
    values: { count: '2', number: '2' },
  });
});
