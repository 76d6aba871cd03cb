import { test } from '@fast-check/vitest';
import { unzipSync } from 'fflate';
import { parse, type DefaultTreeAdapterMap } from 'parse5';
import { SaxesParser } from 'saxes';
import { describe, expect } from 'vitest';
import { auditFormats, type AuditFormat } from '../../src/report/formats/formats.js';
import { renderers } from '../../src/report/index.js';
import { width } from '../../src/report/tables/layout.js';
import type { Failure } from '../../src/report/renderer.js';
import { examples } from '../depth.js';
import { bytesOf } from '../fixtures/context.js';
import { auditSaying } from '../fixtures/hostile.js';
import { sarifLog } from '../fixtures/schema/sarif.js';
import { hostileTexts } from '../generators/damage/hostile.js';

type Node = DefaultTreeAdapterMap['node'];

const textOf = (bytes: Uint8Array) =>
  new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);

/** Elements with the names of their attributes, in their order. */
function elementsOfPage(node: Node): string[] {
  const own = 'tagName' in node ? [[node.tagName, ...node.attrs.map(({ name }) => name)].join(' ')] : [];
  return [...own, ...('childNodes' in node ? node.childNodes.flatMap(elementsOfPage) : [])];
}

/** The same of XML; throws when it is none. */
function elementsOfXml(xml: string): string[] {
  const elements: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => elements.push([name, ...Object.keys(attributes)].join(' ')));
  parser.write(xml).close();
  return elements;
}

/** Every part of an Office file. */
function elementsOfParts(bytes: Uint8Array): Record<string, string[]> {
  const files = Object.entries(unzipSync(bytes)).filter(([name]) => !name.endsWith('/'));
  const parts = files.map(([name, data]): [string, string[]] => [
    name,
    elementsOfXml(textOf(data).replace(/^\ufeff/, '')),
  ]);
  return Object.fromEntries(parts);
}

/** A value of JSON without its texts. */
const withoutTexts = (json: string): unknown =>
  JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? '' : value));

/** What a reader of the format takes for structure: markup, columns, formulas, addresses; the texts in it are left out. */
const structureOf: Record<AuditFormat, (bytes: Uint8Array) => unknown> = {
  pretty: (bytes) => {
    for (const line of textOf(bytes).split('\n')) expect(width(line)).toBeLessThanOrEqual(80);
    return null;
  },
  json: (bytes) => withoutTexts(textOf(bytes)),
  ndjson: (bytes) => textOf(bytes).trimEnd().split('\n').map(withoutTexts),
  html: (bytes) => elementsOfPage(parse(textOf(bytes))),
  md: (bytes) =>
    textOf(bytes)
      .split('\n')
      .map((line) => line.replace(/\\./g, '').replace(/[^|<>*_`~[\]#$]/g, '')),
  csv: (bytes) =>
    textOf(bytes)
      .split('\r\n')
      .map((line) => {
        const fields = [...`,${line}`.matchAll(/,(?:"(?:[^"]|"")*"|[^,]*)/g)].map(([field]) => field);
        for (const field of fields) expect(field).not.toMatch(/^,"?[=+\-@\t＝＋－＠]/u);
        return fields.length;
      }),
  xlsx: elementsOfParts,
  docx: elementsOfParts,
  sarif: (bytes) => {
    expect(sarifLog.safeParse(JSON.parse(textOf(bytes))).error).toBeUndefined();
    return withoutTexts(textOf(bytes));
  },
  junit: (bytes) => elementsOfXml(textOf(bytes)),
};

/** These hand on the texts as they are, as data. */
const data: AuditFormat[] = ['json', 'ndjson'];

const steering =
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/;

function steers(bytes: Uint8Array): boolean {
  const parts = bytes[0] === 0x50 ? Object.values(unzipSync(bytes)) : [bytes];
  return parts.some((part) => steering.test(textOf(part)));
}

const failureSaying = (text: string): Failure => ({
  name: text,
  kind: 'unreadable',
  code: 'scanned',
  reason: text,
  remedy: text,
  place: text,
  details: [text],
});

const made = (format: AuditFormat, text: string, several: boolean) =>
  bytesOf(renderers[format], [
    auditSaying(text),
    ...(several ? [auditSaying(text), failureSaying(text)] : []),
  ]);

describe.each(auditFormats)('%s', (format) => {
  test.prop([hostileTexts], { numRuns: examples(12) })(
    'takes the texts of a report for texts and nothing else',
    async (said) => {
      for (const several of [false, true]) {
        const document = await made(format, said, several);
        expect(structureOf[format](document)).toEqual(structureOf[format](await made(format, '文', several)));
        if (!data.includes(format)) expect(steers(document)).toBe(false);
      }
    },
  );
});
