import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillings, fillingStyles } from '../../generators/filling.js';
import { wordings, type Printed } from '../../generators/print/index.js';
import {
  wordDocument,
  wordStyles,
  workbook,
  workbookStyles,
  type Written,
} from '../../generators/print/office.js';
import { sheetsOf } from '../../generators/print/sheet.js';
import { reports } from '../../generators/report.js';
import { formXlsx } from '../../../src/report/formats/sheets/form-xlsx.js';
import { translator } from '../../../src/report/translate.js';
import { misread } from '../compare.js';
import { read, resources, runs } from './reading.js';

type Write<Style> = (reports: Written, style: Style) => Promise<Uint8Array>;

interface File extends Printed {
  bytes: () => Promise<Uint8Array>;
}

function files<Style>(styles: fc.Arbitrary<Style>, write: Write<Style>): fc.Arbitrary<File> {
  return reports()
    .chain((report) =>
      fc.tuple(
        fc.constant(report),
        fillingStyles.chain((style) => fillings(report, style)),
        wordings,
        styles,
      ),
    )
    .map(([report, cells, wording, style]) => ({
      report,
      cells,
      text: '',
      fidelity: 'exact',
      bytes: () => write([[report, sheetsOf(report.form, cells, wording)]], style),
    }));
}

describe.each([
  ['Word document', files(wordStyles, wordDocument)],
  ['workbook', files(workbookStyles, workbook)],
])('%s', (_, printed) => {
  test('every cell comes back as it was written, with year, form and agency', () =>
    fc.assert(
      fc.asyncProperty(printed, async (file) => {
        const report = await read(await file.bytes());
        expect(misread(file, report.cells)).toEqual([]);
        expect({ year: report.year, agency: report.agency.name, form: report.layout.id }).toEqual({
          year: file.report.year,
          agency: file.report.agency.name,
          form: file.report.form.id,
        });
      }),
      { numRuns: runs },
    ));

  test('every part without a table is found with its prose', () =>
    fc.assert(
      fc.asyncProperty(printed, async (file) => {
        const { sections } = await read(await file.bytes());
        const prose = new Map(
          sections.map(({ id, passages }) => [id, passages.map(({ source }) => source).join('')]),
        );
        const expected = file.report.parts.flatMap(({ paragraphs }, index) => {
          const section = file.report.form.sections[index];
          return section?.kind === 'text' ? [[section.ordinal, paragraphs.join('')]] : [];
        });
        expect(expected.map(([id]) => [id, prose.get(id ?? '')])).toEqual(expected);
      }),
      { numRuns: runs },
    ));
});

test('the official form written from a reading reads the same', () =>
  fc.assert(
    fc.asyncProperty(files(workbookStyles, workbook), async (file) => {
      const report = await read(await file.bytes());
      const { forms } = resources;
      const form = await formXlsx({ reports: [report], forms, lang: 'zh-CN', t: translator('zh-CN') });
      expect(misread(file, (await read(form)).cells)).toEqual([]);
    }),
    { numRuns: Math.ceil(runs / 4) },
  ));
