import { test } from '@fast-check/vitest';
import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { describe, expect, vi } from 'vitest';
import { auditOf, troubledAudit } from '../../../test/fixtures/audits.js';
import { bytesOf, contextOf } from '../../../test/fixtures/context.js';
import { auditSaying } from '../../../test/fixtures/hostile.js';
import { noticeOf } from '../../../test/fixtures/notice.js';
import { hostileTexts } from '../../../test/generators/damage/hostile.js';
import { readDocument } from '../../extract/read/index.js';
import type { Audit, Finding, Lang } from '../../model/index.js';
import { docx } from './docx.js';
import type { Letter } from '../notice/letter.js';
import type { Context } from '../renderer.js';
import { examples } from '../../../test/depth.js';

/** The letter that an audit asks for. */
function letterOf(audit: Audit, context: Context = contextOf()): Letter | null {
  const text = docx.part(audit, context);
  return text === '' ? null : (JSON.parse(text) as Letter);
}

/** The words of a Word file as our own reader finds them: paragraphs, and tables row by row. */
async function wordsOf(bytes: Uint8Array): Promise<(string | string[][])[]> {
  const { blocks } = await readDocument(bytes, 'notice.docx');
  return blocks.flatMap((block): (string | string[][])[] => {
    if (block.kind === 'paragraph') return block.text === '' ? [] : [block.text];
    return block.kind === 'table' ? [block.rows.map((row) => row.map(({ text }) => text))] : [];
  });
}

const changed = (change: (finding: Finding) => Partial<Finding>): Audit => {
  const audit = troubledAudit();
  return { ...audit, findings: audit.findings.map((each) => ({ ...each, ...change(each) })) };
};

describe('the notice', () => {
  test.each(['zh-CN', 'en'] as const)(
    'is a letter that says what its template and the audit say, in %s',
    async (lang) => {
      const words = await wordsOf(await bytesOf(docx, [troubledAudit()], contextOf(lang)));
      const lines = words.flatMap((each) =>
        typeof each === 'string' ? each : each.map((row) => row.join(' | ')),
      );
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(
        `../../../test/golden/rendered/notice.${lang}.txt`,
      );
    },
  );

  test.each(['zh-CN', 'en'] as const)('has every text of the letter, and no other, in %s', async (lang) => {
    const context = contextOf(lang, { notice: noticeOf({ problems: 'list' }) });
    const letter = letterOf(troubledAudit(), context);
    if (letter === null) throw new Error('no letter');
    const { title, addressee, opening, points, labels, signs, closing, issuer, date, contact } = letter;
    expect(await wordsOf(await bytesOf(docx, [troubledAudit()], context))).toEqual([
      title,
      addressee,
      ...opening,
      ...points.flatMap(({ heading, found, where, basis, required }) => [
        heading,
        labels.found + signs.colon + found,
        labels.where + signs.colon + where.join(signs.join),
        labels.basis + signs.colon + basis,
        labels.required + signs.colon + required,
      ]),
      ...closing,
      issuer,
      date,
      ...(contact === null ? [] : [contact]),
    ]);
  });

  test('sets out in a table what stands where, and what should, one row a place', async () => {
    const letter = letterOf(troubledAudit());
    const words = await wordsOf(await bytesOf(docx, [troubledAudit()]));
    const tables = words.filter((each) => typeof each !== 'string');
    expect(tables).toEqual([
      [
        ['序号', '位置', '现填', '应为', '依据'],
        ...(letter?.points ?? []).flatMap(({ title, found, places, basis, advice }, index) => [
          [String(index + 1), `${title}：${found}${advice}`],
          ...places.map(({ where, now, should }, at) => [where, now, should, ...(at === 0 ? [basis] : [])]),
        ]),
      ],
    ]);
    expect(letter?.points.map(({ places }) => places)).toEqual([
      [{ where: '表三“一、本年新收政府信息公开申请数量”行“总计”列', now: '13', should: '10' }],
    ]);
  });

  test('says what should stand only where one smallest correction exists, and names sentences by their part', () => {
    const audit = troubledAudit();
    const [repair] = audit.repairs;
    if (repair === undefined) throw new Error('no repair');
    const open = { ...repair, unique: false };
    const other = {
      ...open,
      id: 'r2',
      alternativeTo: open.id,
      cells: [{ cell: 't3.received.naturalPerson', from: 8, to: 11 }],
    };
    const places = letterOf({ ...audit, repairs: [open, other] })?.points[0]?.places ?? [];
    const candidates = places.filter(({ should }) => should.includes('应为'));
    expect(candidates.map(({ where, should }) => [where, should])).toEqual([
      ['表三“一、本年新收政府信息公开申请数量”行“总计”列', '请核实（如此格有误，应为10）'],
      ['表三“一、本年新收政府信息公开申请数量”行“自然人”列', '请核实（如此格有误，应为11）'],
    ]);
    expect(places.every(({ where, should }) => !/第\d+行/.test(where) && should.startsWith('请核实'))).toBe(
      true,
    );
    expect(places.at(-1)?.where).toMatch(/^第[一二三四五六]部分“/);
  });

  test('has its letterhead where the template has one', async () => {
    const shipped = noticeOf();
    const letterhead = { name: '临溪县人民政府办公室文件', number: '临政办公开函〔2024〕{count}号' };
    const notice = noticeOf({ 'zh-CN': { ...shipped['zh-CN'], letterhead } });
    const words = await wordsOf(await bytesOf(docx, [troubledAudit()], contextOf('zh-CN', { notice })));
    expect(words.slice(0, 3)).toEqual([
      '临溪县人民政府办公室文件',
      '临政办公开函〔2024〕1号',
      '关于整改2023年政府信息公开工作年度报告有关问题的通知',
    ]);
  });

  test('accuses nobody of what may be a misreading, of what was dismissed, or of what the office leaves out', () => {
    expect(letterOf(auditOf())).toBeNull();
    expect(letterOf(changed(() => ({ suspect: 'extraction' })))).toBeNull();
    expect(letterOf(changed(() => ({ category: 'extraction' })))).toBeNull();
    const review = { verdict: 'dismissed', reason: '属实', reviewer: '林某', expiry: null } as const;
    expect(letterOf(changed(() => ({ waiver: review })))).toBeNull();
    expect(letterOf(changed(() => ({ waiver: { ...review, verdict: 'confirmed' } })))?.points).toHaveLength(
      1,
    );
    const infos = contextOf('zh-CN', { notice: noticeOf({ severities: ['info'] }) });
    expect(
      letterOf(
        changed(() => ({ suspect: 'report' })),
        infos,
      )?.points.map(({ title }) => title),
    ).toEqual(['表格留有空白单元格']);
  });

  test('cites an article of a law without a comma', () => {
    const basis = { document: '《中华人民共和国政府信息公开条例》', article: '第五十条第（三）项' };
    expect(letterOf(changed(() => ({ basis })))?.points[0]?.basis).toBe(
      '《中华人民共和国政府信息公开条例》第五十条第（三）项',
    );
  });

  test.each([
    [2018, '国务院令第492号', '〔20'],
    [2019, '国办公开办函〔2019〕60号', '〔2021〕'],
    [2020, '国办公开办函〔2019〕60号', '〔2021〕'],
    [2021, '国办公开办函〔2021〕30号', '〔2019〕'],
    [null, '国办公开办函〔2021〕30号', '〔2019〕'],
  ])('rests on what was in force for a report of %s', (year, named, not) => {
    for (const lang of ['zh-CN', 'en'] as const) {
      const [opening] = letterOf({ ...troubledAudit(), year }, contextOf(lang))?.opening ?? [];
      expect(opening).toContain(lang === 'en' ? named.replace('国务院令第492号', 'decree 492') : named);
      expect(opening).not.toContain(not);
    }
  });

  test('names no year and no agency that are not known', () => {
    const audit = troubledAudit();
    const letter = letterOf({ ...audit, year: null, agency: { ...audit.agency, name: null } });
    expect([letter?.title, letter?.addressee]).toEqual([
      '关于整改政府信息公开工作年度报告有关问题的通知',
      '（机关名称未能确定）：',
    ]);
  });

  test('writes out up to three corrections that are equally small, more it only counts', () => {
    const audit = troubledAudit();
    const [repair] = audit.repairs;
    if (repair === undefined) throw new Error('no repair');
    const ways = (count: number): Audit => ({
      ...audit,
      repairs: Array.from({ length: count }, (_, index) => ({
        ...repair,
        id: `r${index + 1}`,
        unique: count === 1,
        alternativeTo: index === 0 ? null : 'r1',
        cells: [{ cell: 't3.received.total', from: 13, to: 10 + index }],
      })),
    });
    const required = (count: number) => letterOf(ways(count))?.points[0]?.required.split('请对照')[0];
    const cell = '表三“一、本年新收政府信息公开申请数量”行“总计”列';
    expect([1, 2, 4].map(required)).toEqual([
      `经核算，${cell}应为10（现填13）。`,
      `经核算，改动最少的改法有2种：${cell}应为10（现填13）；或者${cell}应为11（现填13）。`,
      '经核算，改动最少的改法有4种，',
    ]);
  });
});

describe('the file', () => {
  const parts = (bytes: Uint8Array) => {
    const files = unzipSync(bytes);
    return Object.fromEntries(
      Object.entries(files).map(([name, data]) => [name, new TextDecoder().decode(data)]),
    );
  };

  test('is laid out as official documents are', async () => {
    const { 'word/document.xml': text = '' } = parts(await bytesOf(docx, [troubledAudit()]));
    expect(text).toContain('<w:pgSz w:w="11906" w:h="16838"');
    expect(text).toMatch(/<w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"/);
    expect(text).toMatch(/w:line="579" w:lineRule="exact"/);
    expect(text).toMatch(/w:eastAsia="方正小标宋简体"[^>]*\/><w:sz w:val="44"/);
  });

  test('is the same at any time', async () => {
    const once = await bytesOf(docx, [troubledAudit(), troubledAudit()]);
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') });
    const again = await bytesOf(docx, [troubledAudit(), troubledAudit()]).finally(() => vi.useRealTimers());
    expect(Buffer.compare(again, once)).toBe(0);
    expect(Object.values(parts(once)).join('')).not.toMatch(/dcterms|20\d\d-\d\d-\d\dT/);
  });

  test('holds a letter for each agency that needs one, and is none where nobody does', async () => {
    const words = await wordsOf(await bytesOf(docx, [troubledAudit(), auditOf(), troubledAudit()]));
    expect(words.filter((each) => each === '临溪县水利局：')).toHaveLength(2);
    expect(await bytesOf(docx, [auditOf()])).toHaveLength(0);
  });

  test.prop([hostileTexts], { numRuns: examples(25) })('holds nothing of a report but text', async (said) => {
    const elements = (text: string) => {
      const names: string[] = [];
      const parser = new SaxesParser();
      parser.on('opentag', ({ name }) => names.push(name));
      parser.on('error', (error) => {
        throw error;
      });
      parser.write(text).close();
      return names;
    };
    const made = async (text: string, lang: Lang) =>
      parts(await bytesOf(docx, [auditSaying(text)], contextOf(lang)))['word/document.xml'] ?? '';
    const hostile = await made(said, 'zh-CN');
    expect(elements(hostile)).toEqual(elements(await made('文', 'zh-CN')));
    expect(hostile).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ufffe]|w:instrText>[^P]/);
  });
});
