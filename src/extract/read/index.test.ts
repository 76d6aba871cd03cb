import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

import { describe, expect, test } from 'vitest';

import { glance } from '../../../test/fixtures/blocks.js';
import { docxFile, packed, para } from '../../../test/fixtures/packages.js';
import { readDocument } from './index.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

/** Packages that a module loads at once, by itself or through others. */
function packagesOf(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  const imports = source.matchAll(/^(?:import|export)\s(?!type\b)[^;]*?from '([^']+)'/gm);
  return [...imports].flatMap(([, name = '']) =>
    name.startsWith('.') ? packagesOf(resolve(dirname(file), name.replace(/\.js$/, '.ts')), seen) : [name],
  );
}

test('readers come with their libraries only when a document needs them', () => {
  const packages = packagesOf(fileURLToPath(new URL('index.ts', import.meta.url)));
  expect(packages.filter((name) => name !== 'zod')).toEqual([]);
  const docx = packagesOf(fileURLToPath(new URL('docx/docx.ts', import.meta.url)));
  expect(docx).toEqual(expect.arrayContaining(['fflate', 'saxes']));
});

test('content decides, and a wrong extension is told', async () => {
  const docx = docxFile({ body: para('文') });
  expect(await readDocument(docx, 'a.docx')).toMatchObject({ format: 'docx', notes: [] });
  expect((await readDocument(docx, 'a.doc')).notes).toEqual([
    { code: 'wrong-extension', at: null, values: { extension: 'doc', format: 'docx' } },
  ]);
  expect((await readDocument(utf8('<html><body><p>文'), '报告.pdf')).notes).toEqual([
    { code: 'wrong-extension', at: null, values: { extension: 'pdf', format: 'html' } },
  ]);
});

describe('what holds a document', () => {
  const docx = docxFile({ body: para('文') });

  test('the only one in an archive is read', async () => {
    expect(glance(await readDocument(packed({ 'a/b.docx': docx, 'a/b.css': 'x' }), 'c.zip'))).toEqual(['文']);
  });

  test('several, or none, are not one document', async () => {
    await expect(readDocument(packed({ 'a.docx': docx, 'b.docx': docx }), 'c.zip')).rejects.toMatchObject({
      code: 'several',
      values: { count: '2' },
    });
    await expect(readDocument(packed({ 'a.css': 'x' }), 'c.zip')).rejects.toMatchObject({
      code: 'no-report',
    });
  });

  test('an attachment is read instead of its mail', async () => {
    const mail = utf8(
      'Mime-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nhello\n--B\nContent-Disposition: attachment; filename=a.txt\n\n报告\n--B--',
    );
    expect(glance(await readDocument(mail, 'a.eml'))).toEqual(['报告']);
  });
});

test('pictures of other kinds than PNG and JPEG are not read', async () => {
  await expect(
    readDocument(
      Uint8Array.from('GIF89a', (letter) => letter.charCodeAt(0)),
      'a.gif',
    ),
  ).rejects.toMatchObject({
    code: 'illegible',
  });
});
