import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { utils, write } from '@e965/xlsx';

import { docxFile, documentXml, odtFile, odtXml, packed, para } from '../../../test/fixtures/packages.js';
import { bytesOf } from './bytes.js';
import { detect, wrongExtension } from './detect.js';

const utf8 = (text: string) => new TextEncoder().encode(text);

function spreadsheet(bookType: 'xlsx' | 'biff8' | 'xlsb' | 'ods' | 'xlml'): Uint8Array {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['a']]), 'S');
  return new Uint8Array(write(book, { type: 'array', bookType }) as ArrayBuffer);
}

test.each([
  ['text', utf8('某局2022年政府信息公开工作年度报告\n一、总体情况')],
  ['text', utf8('[打印] [关闭] 1 < 2')],
  ['text', Uint8Array.of(0xb9, 0xab, 0xbf, 0xaa, 0x0d, 0x0a)],
  ['text', Uint8Array.of(0xff, 0xfe, 0x6c, 0x51, 0x00, 0x5f)],
  ['html', utf8('\ufeff \n<!DOCTYPE html><html><body>x')],
  ['html', utf8('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body/></html>')],
  ['html', utf8('一、<table border="1"><tr><td>x</table>')],
  ['html', Uint8Array.of(0xff, 0xfe, ...Array.from('<html><p>x', (each) => [each.charCodeAt(0), 0]).flat())],
  ['json', utf8(' {"cells": {}}')],
  ['json', utf8('[ {"a":1}]')],
  ['mail', utf8('From: a\r\nSubject: b\r\n c\r\nMIME-Version: 1.0\r\n\r\nx')],
  ['mail', utf8('Content-Type: multipart/related; boundary=x\n\n--x')],
  ['text', utf8('收到：31\n办结：30\n\nContent-Type: 1')],
  ['rtf', utf8('{\\rtf1\\ansi x}')],
  ['pdf', utf8('\n%PDF-1.4')],
  ['image', bytesOf('\x89PNG\r\n\x1a\n')],
  ['image', bytesOf('\xff\xd8\xff\xe0')],
  ['docx', docxFile({ body: para('x') })],
  [
    'docx',
    utf8(
      `<?xml version="1.0"?><pkg:package xmlns:pkg="x">${documentXml('')}</pkg:package>`.replace(
        /<\?xml[^>]*\?>\n/,
        '',
      ),
    ),
  ],
  ['odt', odtFile('')],
  ['odt', utf8(odtXml('document', ''))],
  ['ofd', packed({ 'OFD.xml': '<a/>' })],
  ['xlsx', spreadsheet('xlsx')],
  ['xls', spreadsheet('biff8')],
  ['xls', spreadsheet('xlml')],
  ['ods', spreadsheet('ods')],
  ['archive', zipSync({ 'a.txt': utf8('x') })],
] as const)('%s', async (kind, bytes) => {
  expect(await detect(bytes)).toBe(kind);
});

describe('what cannot be read', () => {
  const fails = (bytes: Uint8Array, code: string) =>
    expect(detect(bytes)).rejects.toMatchObject({ name: 'InputError', code });

  test('nothing, or nothing but space', async () => {
    await fails(new Uint8Array(), 'empty');
    await fails(utf8(' \r\n\ufeff'), 'empty');
  });

  test('other files', async () => {
    await fails(
      Uint8Array.from({ length: 500 }, (_, index) => (index * 37) % 256),
      'unknown-format',
    );
    await fails(bytesOf('Rar!\x1a\x07\0xxxxxxxx'), 'unknown-format');
    await fails(spreadsheet('xlsb'), 'unknown-format');
    await fails(packed({ '[Content_Types].xml': 'presentationml.presentation.main+xml' }), 'unknown-format');
  });

  test('an encrypted Office document', async () => {
    const { CFB } = await import('@e965/xlsx');
    const container = CFB.utils.cfb_new();
    CFB.utils.cfb_add(container, '/EncryptedPackage', Uint8Array.of(1, 2, 3));
    await fails(new Uint8Array(CFB.write(container, { type: 'array' }) as ArrayBuffer), 'encrypted');
  });

  test('a container or archive that is cut off', async () => {
    await fails(spreadsheet('biff8').subarray(0, 300), 'damaged');
    await fails(docxFile({ body: para('x') }).subarray(0, 300), 'damaged');
  });
});

test('an extension is wrong when it belongs to another kind', () => {
  expect(wrongExtension('a.doc', 'html')).toBe('doc');
  expect(wrongExtension('A.PDF', 'docx')).toBe('pdf');
  expect(wrongExtension('a.wps', 'doc')).toBeNull();
  expect(wrongExtension('a.et', 'xls')).toBeNull();
  expect(wrongExtension('content_12.shtml', 'html')).toBeNull();
  expect(wrongExtension('art.jsp', 'html')).toBeNull();
  expect(wrongExtension('-', 'text')).toBeNull();
});
