import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audit } from '../../../src/model/index.js';
import { encode, encodings } from '../../generators/encode.js';
import { formats } from '../../generators/print/index.js';
import { reports } from '../../generators/report.js';
import { annotated, traditional } from '../../generators/script.js';
import { misread } from '../compare.js';
import { audit, read, runs } from './reading.js';

const accusing = new Set(['arithmetic', 'impossible', 'narrative', 'layout']);

const accusations = ({ findings }: Audit): string[] =>
  findings
    .filter(({ category, severity }) => accusing.has(category) && severity !== 'info')
    .map(({ rule, message, cells }) => `${rule}: ${message} ${cells.join(' ')}`);

describe.each(formats)('$name', (format) => {
  test('every cell comes back as it was printed', () =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report)),
        async (printed) => {
          expect(misread(printed, (await read(printed.text)).cells)).toEqual([]);
        },
      ),
      { numRuns: runs },
    ));

  test('year, form and agency are recognised', () =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report, 'plain')),
        async (printed) => {
          const { report } = printed;
          const { year, layout, agency } = await read(printed.text);
          // A bare 市 may be a county-level city: nothing in the report tells.
          const level = agency.level === 'unknown' && report.agency.level === 'city' ? 'city' : agency.level;
          expect({ year, agency: { ...agency, level }, form: layout.id }).toEqual({
            year: report.year,
            agency: { name: report.agency.name, level: report.agency.level, kind: report.agency.kind },
            form: printed.fidelity === 'exact' ? report.form.id : layout.id,
          });
        },
      ),
      { numRuns: runs },
    ));

  test('a report that is right is not accused of anything', () =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) => format.print(report)),
        async (printed) => {
          expect(accusations(await audit(printed.text))).toEqual([]);
        },
      ),
      { numRuns: runs },
    ));
});

const anyFormat = fc.constantFrom(...formats);
const anyPrinted = reports().chain((report) => anyFormat.chain((format) => format.print(report)));

describe('encodings and scripts', () => {
  test.each(encodings)('%s is recognised by content', (encoding) =>
    fc.assert(
      fc.asyncProperty(anyPrinted, async (printed) => {
        const script = encoding === 'big5' ? traditional(printed.text) : printed.text;
        const spaced = encoding.startsWith('utf') ? script : script.replaceAll('\u00a0', ' ');
        const text = spaced.replace(/<meta charset="[^"]*">/, '');
        expect(misread(printed, (await read(encode(text, encoding))).cells)).toEqual([]);
      }),
      { numRuns: runs },
    ),
  );

  test('traditional script reads like simplified', () =>
    fc.assert(
      fc.asyncProperty(anyPrinted, async (printed) => {
        expect(misread(printed, (await read(traditional(printed.text))).cells)).toEqual([]);
      }),
      { numRuns: runs },
    ));

  test('readings in brackets after characters are left out', () =>
    fc.assert(
      fc.asyncProperty(
        reports().chain((report) =>
          fc.constantFrom(...formats.slice(0, 3)).chain((format) => format.print(report)),
        ),
        async (printed) => {
          expect(misread(printed, (await read(annotated(traditional(printed.text)))).cells)).toEqual([]);
        },
      ),
      { numRuns: runs },
    ));

  test('cells are found without the headings of the parts', () =>
    fc.assert(
      fc.asyncProperty(anyPrinted, async (printed) => {
        const bare = printed.report.parts.reduce(
          (text, { heading }) => text.replaceAll(heading, ''),
          printed.text,
        );
        expect(misread(printed, (await read(bare)).cells)).toEqual([]);
      }),
      { numRuns: runs },
    ));

  test("glyphs lost from dates and document numbers are nobody's mistake", () =>
    fc.assert(
      fc.asyncProperty(anyPrinted, async (printed) => {
        const lost = printed.text.replace(/(\d)[年月](\d)/g, '$1 $2').replace(/[〔〕]/g, '');
        expect(misread(printed, (await read(lost)).cells)).toEqual([]);
        expect(accusations(await audit(lost))).toEqual([]);
      }),
      { numRuns: runs },
    ));
});
