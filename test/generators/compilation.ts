import * as fc from 'fast-check';
import { fillings, fillingStyles, type Filling } from './filling.js';
import { drawnStyles, ofdOf, pdfOf } from './print/drawn.js';
import { formats, wordings } from './print/index.js';
import { wordDocument, wordStyles, workbook, workbookStyles } from './print/office.js';
import { sheetsOf, type Sheet } from './print/sheet.js';
import { setStyles, typeset } from './print/typeset.js';
import { reports, type ReportModel } from './report.js';

/** Reports put together in one file, and each of them in a file of its own. */
export interface Compilation {
  together: Uint8Array;
  alone: Uint8Array[];
}

export interface Binding {
  name: string;
  compile: fc.Arbitrary<() => Promise<Compilation>>;
}

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** Two to five reports of different agencies, or of one for different years. */
const collected: fc.Arbitrary<ReportModel[]> = fc.uniqueArray(reports(), {
  minLength: 2,
  maxLength: 5,
  selector: ({ agency, year }) => `${agency.name} ${String(year)}`,
});

/** The page of one report without what opens and closes the page. */
const bodyOf = (page: string) => page.replace(/^[^]*?<body[^>]*>/i, '').replace(/<\/body>[^]*$/i, '');

/** Pages without a declared title: a file of several has but one. */
const untitled = (page: string) => page.replace(/<title>[^<]*<\/title>/i, '');

const texts: Binding[] = formats.map((format) => ({
  name: format.name,
  compile: collected
    .chain((models) => fc.tuple(...models.map((model) => format.print(model))))
    .map((printed) => () => {
      const pages = printed.map(({ text }) => untitled(text));
      const together =
        format.source === 'html'
          ? `<html><head><meta charset="utf-8"></head><body>${pages.map(bodyOf).join('\n<hr>\n')}</body></html>`
          : pages.join('\n\n');
      return Promise.resolve({ together: bytesOf(together), alone: pages.map(bytesOf) });
    }),
}));

interface Set {
  model: ReportModel;
  sheets: Sheet[];
}

const sets: fc.Arbitrary<Set[]> = collected.chain((models) =>
  fc.tuple(
    ...models.map((model) =>
      fc
        .tuple(
          fillingStyles.chain((style) => fillings(model, style)),
          wordings,
        )
        .map(([cells, wording]: [Filling, Parameters<typeof sheetsOf>[2]]) => ({
          model,
          sheets: sheetsOf(model.form, cells, wording),
        })),
    ),
  ),
);

function office<Style>(
  name: string,
  styles: fc.Arbitrary<Style>,
  write: (reports: readonly Set[], style: Style) => Promise<Uint8Array>,
): Binding {
  return {
    name,
    compile: fc.tuple(sets, styles).map(([all, style]) => async () => ({
      together: await write(all, style),
      alone: await Promise.all(all.map((each) => write([each], style))),
    })),
  };
}

const drawn = fc.tuple(setStyles, drawnStyles);
const pagesOf = (all: readonly Set[], style: Parameters<typeof typeset>[2]) =>
  all.flatMap(({ model, sheets }) => typeset(model, sheets, style));

/** Every way to put reports together. */
export const bindings: Binding[] = [
  ...texts,
  office('Word document', wordStyles, (all, style) =>
    wordDocument(
      all.map(({ model, sheets }) => [model, sheets]),
      style,
    ),
  ),
  office('workbook', workbookStyles, (all, style) =>
    workbook(
      all.map(({ model, sheets }) => [model, sheets]),
      style,
    ),
  ),
  office('PDF', drawn, (all, [set, style]) => Promise.resolve(pdfOf(pagesOf(all, set), style))),
  office('OFD document', drawn, (all, [set, style]) => Promise.resolve(ofdOf(pagesOf(all, set), style))),
];
