import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fillings, fillingStyles } from '../../generators/filling.js';
import { drawnStyles, ofdOf, pdfOf, type DrawnStyle } from '../../generators/print/drawn.js';
import { wordings, type Printed } from '../../generators/print/index.js';
import { sheetsOf } from '../../generators/print/sheet.js';
import { setStyles, typeset, type SetPage } from '../../generators/print/typeset.js';
import { reports } from '../../generators/report.js';
import { misread } from '../compare.js';
import { read, runs } from './reading.js';

interface File extends Printed {
  bytes: Uint8Array;
}

function files(write: (pages: readonly SetPage[], style: DrawnStyle) => Uint8Array): fc.Arbitrary<File> {
  return reports()
    .chain((report) =>
      fc.tuple(
        fc.constant(report),
        fillingStyles.chain((style) => fillings(report, style)),
        wordings,
        setStyles,
        drawnStyles,
      ),
    )
    .map(([report, cells, wording, setStyle, drawnStyle]) => ({
      report,
      cells,
      text: '',
      fidelity: 'exact',
      bytes: write(typeset(report, sheetsOf(report.form, cells, wording), setStyle), drawnStyle),
    }));
}

describe.each([
  ['PDF', files(pdfOf)],
  ['OFD document', files(ofdOf)],
])('%s', (_, printed) => {
  test('cells, year, form, agency and prose come back as they were drawn', () =>
    fc.assert(
      fc.asyncProperty(printed, async (file) => {
        const { cells, year, agency, layout, sections } = await read(file.bytes);
        expect(misread(file, cells)).toEqual([]);
        expect({ year, agency: agency.name, form: layout.id }).toEqual({
          year: file.report.year,
          agency: file.report.agency.name,
          form: file.report.form.id,
        });
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
