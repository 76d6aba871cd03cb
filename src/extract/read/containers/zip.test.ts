import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';

import { docxFile, packed, para } from '../../../../test/fixtures/packages.js';
import { bytesOf } from '../bytes.js';
import { expandInput } from './zip.js';

const text = bytesOf('report');
const names = async (bytes: Uint8Array, name = 'in.zip') =>
  (await expandInput(bytes, name)).map((each) =>
    each.error === null ? each.name : `${each.name}: ${each.error.code}`,
  );

test('a document is itself', async () => {
  const docx = docxFile({ body: para('文') });
  expect(await expandInput(docx, 'a.docx')).toEqual([{ name: 'a.docx', bytes: docx, error: null }]);
  expect(await names(new Uint8Array(), 'empty')).toEqual(['empty']);
});

test('an archive is what it holds, also archives inside it', async () => {
  const inner = zipSync({ 'c.txt': text, 'd.docx': docxFile({ body: para('文') }) });
  expect(await names(zipSync({ '甲/a.html': bytesOf('<p>x'), 'b.zip': inner }))).toEqual([
    'in.zip/甲/a.html',
    'in.zip/b.zip/c.txt',
    'in.zip/b.zip/d.docx',
  ]);
});

test('what belongs to a page or a file system is left out', async () => {
  const files = [
    'page_files/a.css',
    'page_files/b.js',
    '__MACOSX/._c.txt',
    'd/.DS_Store',
    'Thumbs.db',
    'e.txt',
    'scan.jpg',
  ];
  expect(await names(zipSync(Object.fromEntries(files.map((name) => [name, text]))))).toEqual([
    'in.zip/e.txt',
    'in.zip/scan.jpg',
  ]);
});

test('the attachments of a mail, else the mail', async () => {
  const mail = (attachment: string) =>
    bytesOf(
      `Mime-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\n\r\nhello\r\n${attachment}--B--`,
    );
  const attached =
    '--B\r\nContent-Type: application/octet-stream\r\nContent-Disposition: attachment; filename=a.txt\r\n\r\nreport\r\n';
  expect(await names(mail(attached), 'x.eml')).toEqual(['x.eml/a.txt']);
  expect(await names(mail(''), 'x.eml')).toEqual(['x.eml']);
  expect(await names(zipSync({ 'x.eml': mail(attached) }))).toEqual(['in.zip/x.eml/a.txt']);
});

test('mails in mails are counted together', async () => {
  const mail = (inner: string, depth: number) => {
    const part = `--B${depth}\r\nContent-Type: message/rfc822\r\n\r\n${inner}\r\n`;
    return `Mime-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=B${depth}\r\n\r\n${part.repeat(46)}--B${depth}--`;
  };
  const leaf = 'Mime-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nreport';
  expect(await names(bytesOf(mail(leaf, 0)), 'x.eml')).toHaveLength(46);
  await expect(names(bytesOf(mail(mail(leaf, 0), 1)), 'x.eml')).rejects.toMatchObject({ code: 'too-large' });
});

describe('hostile archives', () => {
  test('names that climb out, name roots or carry controls', async () => {
    const files = ['../../etc/passwd.txt', '/root.txt', 'C:\\x\\y.txt', 'a/./b\u0000.txt', '..'];
    expect(await names(packed(Object.fromEntries(files.map((name) => [name, text]))))).toEqual([
      'in.zip/etc/passwd.txt',
      'in.zip/root.txt',
      'in.zip/C_/x/y.txt',
      'in.zip/a/b_.txt',
      'in.zip/unnamed',
    ]);
  });

  test('archives nested without end', async () => {
    let zip = zipSync({ 'a.txt': text });
    for (let depth = 0; depth < 5; depth += 1) zip = zipSync({ 'n.zip': zip });
    expect(await names(zip)).toEqual(['in.zip/n.zip/n.zip/n.zip: too-deep']);
  });

  test('one file that cannot be taken out does not hide the others', async () => {
    const zip = zipSync({ 'a.txt': text, 'b.txt': text });
    zip[
      zip.findIndex((_, index) => zip[index] === 0x50 && zip[index + 1] === 0x4b && zip[index + 2] === 1) + 8
    ] = 1;
    expect(await names(zip)).toEqual(['in.zip/a.txt: encrypted', 'in.zip/b.txt']);
  });
});
