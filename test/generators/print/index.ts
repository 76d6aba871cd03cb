import * as fc from 'fast-check';
import { choices } from '../form/choices.js';
import { fillings, fillingStyles, hasBlanks, type Filling, type FillingStyle } from '../filling.js';
import type { ReportModel } from '../report.js';
import { boxStyles, boxTable } from './text/box.js';
import {
  collapsedStyles,
  collapsedTable,
  concatenatedRows,
  tellsDigitsApart,
  withoutRepeatedLines,
} from './collapsed.js';
import {
  lynxStyles,
  lynxTable,
  markdownStyles,
  markdownTable,
  pandocStyles,
  pandocTable,
} from './text/columns.js';
import { htmlPage, htmlStyles } from './html.js';
import { cellLines, lineStyles, showsEmptyLines } from './text/lines.js';
import { pageStyles, plainPage, textPage } from './page.js';
import { keepsPipeColumns, pipeRows, pipeStyles } from './text/pipes.js';
import { sheetsOf, type Sheet, type Wording } from './sheet.js';
import { keepsColumns, tabRows, tabStyles } from './text/tabs.js';

/** A report in one physical format, with what must be read from it. */
export interface Printed {
  report: ReportModel;
  text: string;
  cells: Filling;
  /**
   * `exact`: the format shows every cell, so each comes back in value and state.
   * `lossy`: it cannot tell some cells apart; each comes back exactly or as unreadable, never as something else.
   */
  fidelity: 'exact' | 'lossy';
}

export interface Format {
  name: string;
  source: 'text' | 'html';
  /** Columns are told by where they stand on the line, not by marks. */
  aligned: boolean;
  print(report: ReportModel, filling?: FillingStyle): fc.Arbitrary<Printed>;
}

export const wordings: fc.Arbitrary<Wording> = fc.record({
  variants: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: choices }),
  brackets: fc.constantFrom('full', 'half'),
  itemMark: fc.constantFrom('.', '. ', '．', '、'),
  spaceAfterOrdinal: fc.boolean(),
  quotes: fc.constantFrom('curly', 'straight', 'corner', 'none'),
  split: fc.constantFrom('none', 'line', 'space', 'every'),
  totalHeader: fc.constantFrom('below', 'top'),
  foreignRow: fc.boolean(),
  notes: fc.boolean(),
  caption: fc.constantFrom('full', 'full', 'full', 'withoutFirst'),
});

interface Made {
  text: string;
  exact: boolean;
}

function format<Style>(
  name: string,
  source: Format['source'],
  styles: fc.Arbitrary<Style>,
  make: (report: ReportModel, sheets: Sheet[], style: Style, blanks: boolean) => Made,
): Format {
  return {
    name,
    source,
    aligned: /box|columns/.test(name),
    print(report, filling) {
      const chosen = filling === undefined ? fillingStyles : fc.constant(filling);
      return chosen
        .chain((style) => fc.tuple(fillings(report, style), wordings, styles))
        .map(([cells, wording, style]) => {
          const { text, exact } = make(
            report,
            sheetsOf(report.form, cells, wording),
            style,
            hasBlanks(cells),
          );
          return { report, text, cells, fidelity: exact ? 'exact' : 'lossy' };
        });
    },
  };
}

/** A format of plain text: a page around tables that `table` prints; exact if `exact` says so or no cell is blank. */
function textFormat<Style>(
  name: string,
  styles: fc.Arbitrary<Style>,
  table: (sheet: Sheet, style: Style) => string,
  showsBlanks: (style: Style) => boolean,
): Format {
  return format(name, 'text', fc.tuple(pageStyles, styles), (report, sheets, [page, style], blanks) => ({
    text: textPage(report, sheets, page, (sheet) => table(sheet, style)),
    exact: !blanks || showsBlanks(style),
  }));
}

/** Every physical format. */
export const formats: Format[] = [
  textFormat('tab rows', tabStyles, tabRows, keepsColumns),
  textFormat('pipe rows', pipeStyles, pipeRows, keepsPipeColumns),
  textFormat('cell lines', lineStyles, cellLines, showsEmptyLines),
  textFormat('ruled box', boxStyles, boxTable, () => true),
  textFormat('lynx columns', lynxStyles, lynxTable, () => false),
  textFormat('pandoc columns', pandocStyles, pandocTable, () => true),
  textFormat('markdown', markdownStyles, markdownTable, (style) => style.covered),
  format('one line', 'text', collapsedStyles, (report, sheets, style, blanks) => ({
    text: textPage(report, sheets, { ...plainPage, gap: style.separator }, (sheet) =>
      collapsedTable(sheet, style),
    ),
    exact: !blanks,
  })),
  format('concatenated cells', 'text', pageStyles, (report, sheets, page) => ({
    text: textPage(report, sheets, page, concatenatedRows),
    exact: sheets.every(tellsDigitsApart),
  })),
  format(
    'repeated lines lost',
    'text',
    fc.tuple(pageStyles, lineStyles),
    (report, sheets, [page, style]) => ({
      text: withoutRepeatedLines(textPage(report, sheets, page, (sheet) => cellLines(sheet, style))),
      exact: false,
    }),
  ),
  format('web page', 'html', htmlStyles, (report, sheets, style, blanks) => ({
    text: htmlPage(report, sheets, style, 'utf-8'),
    exact: !blanks || style.spans !== 'ragged',
  })),
];
