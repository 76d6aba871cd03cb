import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { auditReport, type Stage } from '../../audit/audit.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { extract } from '../../extract/index.js';
import { html } from '../../report/formats/html.js';
import { translator } from '../../report/translate.js';
import { createChecker } from './checker.js';
import { pack, unpack } from '../../report/desk/pack.js';
import type { Answer, AuditView, Request, Said } from '../protocol.js';
import type { PageSettings } from '../../audit/page-settings.js';
import { resources } from '../../../test/fixtures/defaults.js';

const provenance = {
  tool: { name: 'gouji', version: '1.2.3' },
  rules: { files: ['rules.yaml'], count: 2, sha256: 'ab' },
};
const settings = unpack(pack({ resources, provenance } satisfies PageSettings)) as PageSettings;
const sample = (name: string) => new Uint8Array(readFileSync(`samples/${name}`));
const wrong = sample('06-arithmetic.html');

type Open = Extract<Request, { kind: 'open' }>;
const opening = (changes: Partial<Open> = {}): Open => ({
  kind: 'open',
  document: { name: '年报.html', bytes: wrong },
  said: {},
  edits: {},
  lang: 'zh-CN',
  ...changes,
});
const quiet = () => undefined;

function viewOf(answer: Answer): AuditView {
  if (answer.kind !== 'audit') throw new Error(JSON.stringify(answer));
  return answer.view;
}

describe('the checker of the page', () => {
  test('says what the program says, in the stages in which it does', async () => {
    const stages: Stage[] = [];
    const view = viewOf(await createChecker(settings, (stage) => stages.push(stage))(opening()));
    const audit = await auditReport(wrong, resources, { name: '年报.html', lang: 'zh-CN' });
    const { forms, notice } = resources;
    const context = {
      lang: 'zh-CN',
      t: translator('zh-CN'),
      forms,
      notice,
      provenance,
      ruleNotes: ruleNotesOf(resources.rules, 'zh-CN'),
      color: false,
      columns: 80,
    } as const;
    expect(view.page).toBe(html.part(audit, context));
    expect(stages).toEqual(['extract', 'evaluate', 'conclude']);
  });

  test('shows each problem with its cells and the changes that would put it right', async () => {
    const { problems, cells } = viewOf(await createChecker(settings, quiet)(opening()));
    expect(problems.map(({ severity, repairs }) => ({ severity, repairs }))).toEqual([
      { severity: 'error', repairs: [[{ cell: 't3.granted.naturalPerson', from: '41', to: '14' }]] },
      {
        severity: 'error',
        repairs: [
          [{ cell: 't4.review.upheld', from: '1', to: '0' }],
          [{ cell: 't4.review.total', from: '1', to: '2' }],
        ],
      },
      { severity: 'info', repairs: [] },
    ]);
    expect(problems.map(({ notes }) => notes.length)).toEqual([0, 1, 0]);
    expect(cells['t3.granted.naturalPerson']).toMatchObject({
      text: '41',
      state: '',
      mark: 'error',
      problems: [1],
    });
    expect(cells['t3.granted.total']).toMatchObject({ text: '16', mark: 'witness', problems: [1] });
    expect(cells['t3.received.total']).toMatchObject({ mark: null, problems: [] });
  });

  test('audits again with other figures, each time from what was read', async () => {
    const check = createChecker(settings, quiet);
    const before = viewOf(await check(opening()));
    const edits = { 't3.granted.naturalPerson': '１４' };
    const revised = viewOf(await check({ kind: 'revise', edits, lang: 'zh-CN' }));
    expect(revised.problems.map(({ title }) => title)).toEqual(
      before.problems.slice(1).map(({ title }) => title),
    );
    expect(revised.cells['t3.granted.naturalPerson']).toMatchObject({ text: '１４', mark: null });
    expect(revised.summary.name).toBe('年报.html（试改 1 格）');
    expect(revised.summary.score).toBeGreaterThan(before.summary.score ?? 100);
    expect(viewOf(await check({ kind: 'revise', edits: {}, lang: 'zh-CN' }))).toEqual(before);
  });

  test('keeps the claims of the prose when a cell is changed', async () => {
    const check = createChecker(settings, quiet);
    const document = { name: '年报.txt', bytes: sample('01-clean-tab-rows.txt') };
    const before = viewOf(await check(opening({ document })));
    expect(before.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
    const report = await extract(document.bytes, { name: document.name, ...resources });
    const claim = report.claims.find(
      (each) => each.kind === 'count' && each.measure?.startsWith('t3.received') === true,
    );
    const cell = claim?.measure ?? '';
    expect(Object.hasOwn(before.cells, cell)).toBe(true);
    const view = viewOf(await check({ kind: 'revise', edits: { [cell]: '987' }, lang: 'zh-CN' }));
    expect(view.problems.filter(({ cells }) => cells.includes(cell)).length).toBeGreaterThan(0);
    expect(view.page).toContain('987');
  });

  test.each([
    ['', '空白', 'blank'],
    ['—', '', 'placeholder'],
    ['三', '', 'text'],
    ['１,２３４', '', 'number'],
  ])('reads the text “%s” as if it had stood in the document', async (text, state) => {
    const check = createChecker(settings, quiet);
    await check(opening());
    const view = viewOf(
      await check({ kind: 'revise', edits: { 't2.licensing.decisions': text }, lang: 'zh-CN' }),
    );
    expect(view.cells['t2.licensing.decisions']).toMatchObject({ text, state });
  });

  test('a cell that the report does not have cannot be made up', async () => {
    const check = createChecker(settings, quiet);
    const before = viewOf(await check(opening()));
    expect(viewOf(await check({ kind: 'revise', edits: { 't9.made.up': '1' }, lang: 'zh-CN' }))).toEqual(
      before,
    );
  });

  test('what is said of the report goes before what is read', async () => {
    const said = { year: 2023, agency: '清河市商务局', level: 'city' as const };
    const { summary } = viewOf(await createChecker(settings, quiet)(opening({ said })));
    expect(summary).toMatchObject({ year: 2023, agency: '清河市商务局', level: 'city', kind: 'department' });
  });

  test('speaks English when asked', async () => {
    const check = createChecker(settings, quiet);
    await check(opening());
    const english = viewOf(await check({ kind: 'revise', edits: {}, lang: 'en' }));
    expect(english.page).toContain('<html lang="en">');
    expect(english).toEqual(viewOf(await createChecker(settings, quiet)(opening({ lang: 'en' }))));
  });

  test('a file of several documents is for the desk', async () => {
    const bytes = zipSync({ 'a.html': wrong, 'b.txt': sample('01-clean-tab-rows.txt') });
    const answer = await createChecker(settings, quiet)(opening({ document: { name: '年报.zip', bytes } }));
    expect(answer).toEqual({ kind: 'several' });
  });

  test.each([
    ['empty', ''],
    ['no-report', '这是一份普通的通知，与年度报告无关。'],
    ['damaged', '%PDF-1.7 '],
    ['invalid-json', '{"agency": 1}'],
    ['unknown-format', '7z\xbc\xaf\x27\x1c'],
  ] as const)('says in the words of the command line that a file cannot be read: %s', async (code, text) => {
    const bytes = Uint8Array.from(strToU8(text, code === 'unknown-format'));
    const answer = await createChecker(settings, quiet)(opening({ document: { name: 'x', bytes } }));
    const t = translator('zh-CN');
    expect(answer).toMatchObject({
      kind: 'failure',
      failure: { name: 'x', code, reason: t(`failure.${code}`), remedy: t(`failure.${code}.remedy`) },
    });
  });

  test('writes no notice where there is nothing to correct, and says so', async () => {
    const check = createChecker(settings, quiet);
    const document = { name: '年报.txt', bytes: sample('01-clean-tab-rows.txt') };
    expect(viewOf(await check(opening({ document }))).problems).toEqual([]);
    const reason = translator('zh-CN')('notice.none', { name: document.name });
    expect(await check({ kind: 'write', format: 'docx', lang: 'zh-CN' })).toEqual({
      kind: 'nothing',
      reason,
    });
  });

  test('writes the tables as they stand, which read back hold the changed figure', async () => {
    const check = createChecker(settings, quiet);
    await check(opening());
    await check({ kind: 'revise', edits: { 't3.granted.naturalPerson': '14' }, lang: 'zh-CN' });
    const file = await check({ kind: 'write', format: 'tables', lang: 'zh-CN' });
    if (file.kind !== 'file') throw new Error(file.kind);
    expect(file.name).toBe('棠溪县青禾乡人民政府 2022 统计表（试改）.xlsx');
    const { cells } = await extract(file.bytes, { name: file.name, ...resources });
    const read = await extract(wrong, { name: 'x', ...resources });
    const figures = (all: typeof cells) =>
      Object.entries(all).map(([address, { value }]) => [address, value]);
    expect(Object.fromEntries(figures(cells))).toEqual({
      ...Object.fromEntries(figures(read.cells)),
      't3.granted.naturalPerson': 14,
    });
  });
});

test('a pack that the reader chooses lies on top of the default rules, until another is chosen', async () => {
  const check = createChecker(settings, quiet);
  const strict = { name: 'strict.yaml', text: 'deductions: { T3-BALANCE: 40, T4-SUM: 40 }' };
  const score = async (said: Said) => viewOf(await check(opening({ said }))).summary.score;
  const plain = await score({});
  expect(await score({ pack: strict })).not.toBe(plain);
  expect(await score({})).toBe(plain);
});
