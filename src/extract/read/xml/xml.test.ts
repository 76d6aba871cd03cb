import { describe, expect, test } from 'vitest';

import { parseXml } from './xml.js';

function walk(xml: string | Uint8Array, namespaces: Record<string, string> = {}): string[] {
  const events: string[] = [];
  parseXml(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml, namespaces, {
    open: (name, attributes) =>
      events.push(
        `<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}=${value ?? ''}`)].join(' ')}`,
      ),
    close: (name) => events.push(`>${name}`),
    text: (text) => events.push(text),
  });
  return events;
}

const thrown = (code: string) => expect.objectContaining({ name: 'InputError', code }) as Error;

test('elements, attributes, text, character data', () => {
  expect(walk('<a b="1">x&amp;&#20844;<c/><![CDATA[<y>]]></a>')).toEqual([
    '<a b=1',
    'x&公',
    '<c',
    '>c',
    '<y>',
    '>a',
  ]);
});

test('prefixes of the file become those of the caller, also for the default namespace', () => {
  expect(
    walk('<p:a xmlns:p="urn:w" p:b="1" b="2"><q xmlns="urn:v" c="3"/></p:a>', { 'urn:w': 'w', 'urn:v': 'v' }),
  ).toEqual(['<w:a xmlns:p=urn:w w:b=1 b=2', '<v:q xmlns=urn:v c=3', '>v:q', '>w:a']);
});

test('encodings by byte order mark or declaration', () => {
  const wide = new Uint8Array(
    new Uint16Array([0xfeff, ...Array.from('<a>公</a>', (each) => each.charCodeAt(0))]).buffer,
  );
  const gbk = Uint8Array.from([
    ...Array.from('<?xml version="1.0" encoding="GBK"?><a>', (each) => each.charCodeAt(0)),
    0xb9,
    0xab,
    ...Array.from('</a>', (each) => each.charCodeAt(0)),
  ]);
  expect(walk(wide)).toEqual(['<a', '公', '>a']);
  expect(walk(gbk)).toEqual(['<a', '公', '>a']);
});

test('a long file reads the same wherever a piece of it ends', () => {
  const inner = '<p:b xmlns:p="urn:w" p:c="公">文&amp;字</p:b>';
  const expected = ['<a', '<w:b xmlns:p=urn:w w:c=公', '文&字', '>w:b', '>a'];
  const length = new TextEncoder().encode(inner).length;
  const piece = 2 ** 16;
  for (let before = 1; before < length; before += 1) {
    const padding = `<!--${'x'.repeat(piece - before - '<a><!---->'.length)}-->`;
    expect(walk(`<a>${padding}${inner}</a>`, { 'urn:w': 'w' })).toEqual(expected);
  }
});

describe('hostile files', () => {
  test('entities and document types', () => {
    expect(() => walk('<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>')).toThrow(
      thrown('unsafe-xml'),
    );
    expect(() => walk('<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>')).toThrow(thrown('unsafe-xml'));
    expect(() => walk('<a>&b;</a>')).toThrow(thrown('damaged'));
  });

  test('too deep, not well-formed, nothing', () => {
    expect(() => walk('<a>'.repeat(100_000))).toThrow(thrown('too-deep'));
    expect(() => walk('<a><b></a>')).toThrow(thrown('damaged'));
    expect(() => walk('<a>')).toThrow(thrown('damaged'));
    expect(() => walk('')).toThrow(thrown('damaged'));
  });

  test('names that objects have', () => {
    expect(walk('<constructor __proto__="1" toString="2"/>')).toEqual([
      '<constructor __proto__=1 toString=2',
      '>constructor',
    ]);
  });
});
