import { describe, expect, test } from 'vitest';

import { glance } from '../../../../test/fixtures/blocks.js';
import { bytesOf } from '../bytes.js';
import { attachments, readMail } from './mail.js';

const utf8 = (text: string) => bytesOf(unescape(encodeURIComponent(text)));
const base64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes)).replaceAll(/(.{20})/g, '$1\r\n');
/** 公开 in GBK. */
const gbk = Uint8Array.of(0xb9, 0xab, 0xbf, 0xaa);

const message = (...lines: string[]) => utf8(lines.join('\r\n'));

describe('web pages saved as one file', () => {
  test('the longest HTML part is the page, its resources are not', async () => {
    const source =
      '<html><body><p>=E5=85=AC=E5=BC=80=\r\n</p><table><tr><td>=E7=94=B2<td>1</table></body></html>';
    const bytes = message(
      'From: <Saved by a browser>',
      'MIME-Version: 1.0',
      'Content-Type: multipart/related; type="text/html";',
      '\tboundary="----=_Part;1"',
      '',
      'not shown',
      '------=_Part;1',
      'Content-Type: text/html; charset="utf-8"',
      'Content-Transfer-Encoding: quoted-printable',
      'Content-Location: http://example.invalid/',
      '',
      source,
      '------=_Part;1',
      'Content-Type: text/html',
      '',
      '<p>ad</p>',
      '------=_Part;1',
      'Content-Type: image/png; name="a.png"',
      'Content-Transfer-Encoding: base64',
      '',
      'AAAA',
      '------=_Part;1--',
    );
    const page = await readMail(bytes);
    expect(glance(page)).toEqual(['公开', ['0: 甲 | 1: 1']]);
    expect(page.addresses).toEqual(['http://example.invalid/']);
    expect(attachments(bytes)).toEqual([]);
  });

  test('base64 and another encoding', async () => {
    const page = Uint8Array.from([...bytesOf('<html><meta charset=gbk><p>'), ...gbk, ...bytesOf('</p>')]);
    const bytes = message(
      'MIME-Version: 1.0',
      'Content-Type: text/html',
      'Content-Transfer-Encoding: base64',
      '',
      base64(page),
    );
    expect(glance(await readMail(bytes))).toEqual(['公开']);
  });
});

describe('mails', () => {
  const mail = (...parts: string[][]) =>
    message(
      'Subject: x',
      'Mime-Version: 1.0',
      'Content-Type: multipart/mixed; boundary=B',
      '',
      ...parts.flatMap((part) => ['--B', ...part]),
      '--B--',
      'after',
    );

  test('attachments with their names in every spelling', () => {
    const named = (header: string) => ['Content-Type: application/octet-stream', header, '', 'x'];
    const bytes = mail(
      ['Content-Type: text/plain', '', 'see attachment'],
      named(`Content-Disposition: attachment; filename="=?gbk?B?${btoa(String.fromCharCode(...gbk))}?=.doc"`),
      named('Content-Disposition: attachment; filename="=?utf-8?Q?=E5=85=AC?=\r\n =?utf-8?Q?=E5=BC=80_1?="'),
      named("Content-Disposition: attachment; filename*=gbk''%B9%AB%BF%AA.doc"),
      named(
        'Content-Disposition: attachment; filename*0*=utf-8\'\'%E5%85%AC;\r\n filename*1*=%E5%BC%80; filename*2=".doc"',
      ),
      ['Content-Type: application/pdf; name="a \\"b\\".pdf"', '', 'x'],
      ['Content-Type: message/rfc822', '', 'Subject: y', '', 'z'],
      ['Content-Type: image/png; name=logo.png', '', 'x'],
    );
    expect(attachments(bytes).map((each) => each.name)).toEqual([
      '公开.doc',
      '公开 1',
      '公开.doc',
      '公开.doc',
      'a "b".pdf',
      'attachment-6',
    ]);
  });

  test('without HTML the plain text', async () => {
    const bytes = mail(
      ['Content-Type: text/plain; charset=utf-8', '', '第一行', '', '第二行'],
      [
        'Content-Type: text/plain',
        'Content-Disposition: attachment; filename=a.txt',
        '',
        'longer than the text',
      ],
    );
    expect(glance(await readMail(bytes))).toEqual(['第一行', '第二行']);
  });

  test('a mail without text is empty', async () => {
    await expect(readMail(mail(['Content-Type: image/png', '', 'x']))).rejects.toMatchObject({
      code: 'empty',
    });
  });
});

describe('hostile messages', () => {
  test('parts nested without end', () => {
    const head = (depth: number) =>
      `Content-Type: multipart/mixed; boundary=B${String(depth)}\n\n--B${String(depth)}\n`;
    expect(() => attachments(utf8(Array.from({ length: 100 }, (_, depth) => head(depth)).join('')))).toThrow(
      expect.objectContaining({ code: 'too-deep' }),
    );
  });

  test('thousands of parts, and headers of nothing but quotes', () => {
    expect(() =>
      attachments(utf8(`Content-Type: multipart/mixed; boundary=B\n\n${'--B\n\n'.repeat(9000)}`)),
    ).toThrow(expect.objectContaining({ code: 'too-large' }));
    expect(attachments(utf8(`Content-Type: text/plain; ${'a="\\'.repeat(100_000)}\n\nx`))).toEqual([]);
  });
});
