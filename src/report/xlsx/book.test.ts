import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { translator } from '../translate.js';
import { openBook } from './book.js';

const columns = [
  ['year', 7],
  ['row', 34],
] as const;

function joined(chunks: readonly Uint8Array[]): Record<string, string> {
  const bytes = Buffer.concat(chunks);
  return Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]),
  );
}

test('rows go out as they come, those of other sheets meanwhile wait', () => {
  const book = openBook(translator('zh-CN'));
  const waiting = book.table({ name: '一', rank: 1 }, columns);
  const flowing = book.table({ name: '二', rank: 2, flowing: true }, columns);
  let random = 1;
  const rows = () =>
    Array.from({ length: 2000 }, (_, index) => {
      random = (random * 48271) % 2147483647;
      return [index, String(random)];
    });
  const chunks: Uint8Array[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    waiting.add(rows());
    flowing.add(rows());
    const taken = book.taken();
    expect(taken.length).toBeGreaterThan(0);
    chunks.push(...taken);
  }
  flowing.end();
  waiting.end();
  book.finish();
  const files = joined([...chunks, ...book.taken()]);
  expect(files['xl/workbook.xml']).toMatch(/name="一" sheetId="1".*name="二" sheetId="2"/);
  for (const number of [1, 2])
    expect(files[`xl/worksheets/sheet${number}.xml`]?.match(/<row /g)).toHaveLength(10_001);
});

test('rows that a sheet cannot hold go to a further one beside it', () => {
  const book = openBook(translator('en'));
  const table = book.table({ name: 'all', rank: 2, flowing: true }, columns);
  const chunks: Uint8Array[] = [];
  for (let turn = 0; turn < 1100; turn += 1) {
    table.add(Array.from({ length: 1000 }, () => [null, null]));
    chunks.push(...book.taken());
  }
  table.end();
  book.lines({ name: 'first', rank: 1 }, [10], [{ values: ['text'] }]);
  book.finish();
  const files = joined([...chunks, ...book.taken()]);
  const names = [...(files['xl/workbook.xml'] ?? '').matchAll(/<sheet name="([^"]+)"/g)];
  expect(names.map(([, name]) => name)).toEqual(['first', 'all', 'all 2']);
  expect(files['xl/worksheets/sheet1.xml']).toMatch(/<row r="1048576"[^<]*><\/row><\/sheetData>/);
  expect(files['xl/worksheets/sheet2.xml']).toMatch(/<row r="51426"[^<]*><\/row><\/sheetData>/);
});
