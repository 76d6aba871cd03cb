import { utils, write } from '@e965/xlsx';
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx';
import ExcelJS from 'exceljs';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readDocument } from '../../../src/extract/read/index.js';
import { cell as docCell, docFile, inTable, rowEnd, type DocCell } from '../../fixtures/files/doc-file.js';
import { docxFile, odtFile, para, tbl, tc } from '../../fixtures/packages.js';
import { tablesOf } from '../../fixtures/blocks.js';
import { byEdges, grids, positions, type Grid, type GridCell } from '../../generators/form/grid.js';
import { examples } from '../../depth.js';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const lines = (text: string) => text.split('\n');

/** Every way to write a grid. */
const writers: Record<string, (grid: Grid) => Uint8Array | Promise<Uint8Array>> = {
  'DOCX by hand'(grid) {
    const rows = positions(grid).map((row) =>
      row
        .filter(({ left }) => left)
        .map(({ cell, first }) => {
          const merge = cell.rowSpan === 1 ? '' : first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>';
          const content = first ? lines(escaped(cell.text)).map((line) => para(line)) : ['<w:p/>'];
          return tc(content.join(''), `<w:gridSpan w:val="${String(cell.columnSpan)}"/>${merge}`);
        }),
    );
    return docxFile({ body: tbl(...rows) });
  },

  async 'DOCX by the docx library'(grid) {
    const cellOf = ({ text, columnSpan, rowSpan }: GridCell) =>
      new TableCell({ columnSpan, rowSpan, children: lines(text).map((line) => new Paragraph(line)) });
    const rows = grid.map((row) => new TableRow({ children: row.map(cellOf) }));
    return new Uint8Array(
      await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows })] }] })),
    );
  },

  ODT(grid) {
    const rows = positions(grid).map((row) =>
      row
        .map(({ cell, first, left }) => {
          if (!first || !left) return '<table:covered-table-cell/>';
          const spans = ` table:number-columns-spanned="${String(cell.columnSpan)}" table:number-rows-spanned="${String(cell.rowSpan)}"`;
          return `<table:table-cell${spans}>${lines(escaped(cell.text))
            .map((line) => `<text:p>${line}</text:p>`)
            .join('')}</table:table-cell>`;
        })
        .join(''),
    );
    return odtFile(
      `<table:table>${rows.map((row) => `<table:table-row>${row}</table:table-row>`).join('')}</table:table>`,
    );
  },

  RTF(grid) {
    const rows = positions(grid).map((row) => {
      const cells = row.filter(({ left }) => left);
      const edges = cells.map(({ cell, first }) => {
        const merge = cell.rowSpan === 1 ? '' : first ? '\\clvmgf' : '\\clvmrg';
        return `${merge}\\cellx${String((cell.column + cell.columnSpan) * 600)}`;
      });
      const texts = cells.map(
        ({ cell, first }) => `${first ? lines(cell.text).map(inRtf).join('\\par ') : ''}\\cell `,
      );
      return `\\trowd\\trleft0${edges.join('')}\\pard\\intbl ${texts.join('')}\\row\n`;
    });
    return new TextEncoder().encode(`{\\rtf1\\ansi\\uc0 ${rows.join('')}}`);
  },

  DOC(grid) {
    const paragraphs = positions(grid).flatMap((row) => {
      const cells = row.filter(({ left }) => left);
      const content = cells.flatMap(({ cell, first }) => {
        const texts = first ? lines(cell.text) : [''];
        return texts.map((text, index) =>
          index === texts.length - 1 ? docCell(text) : { text, properties: inTable },
        );
      });
      const edges = [0, ...cells.map(({ cell }) => (cell.column + cell.columnSpan) * 600)];
      const merges = cells.map(({ cell, first }): DocCell => {
        if (cell.rowSpan === 1) return {};
        return { down: first ? 'begin' : 'go on' };
      });
      return [...content, rowEnd(edges, merges)];
    });
    return docFile(paragraphs);
  },

  async 'XLSX by ExcelJS'(grid) {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('表');
    for (const { cell, row, column } of placed(grid)) {
      sheet.getCell(row + 1, column + 1).value = numeric(cell.text);
      sheet.getCell(row + 1, column + 1).border = { top: { style: 'thin' } };
      sheet.mergeCells(row + 1, column + 1, row + cell.rowSpan, column + cell.columnSpan);
    }
    return new Uint8Array(await book.xlsx.writeBuffer());
  },

  XLS(grid) {
    const sheet = utils.aoa_to_sheet([]);
    for (const { cell, row, column } of placed(grid))
      utils.sheet_add_aoa(sheet, [[numeric(cell.text)]], { origin: { r: row, c: column } });
    sheet['!merges'] = placed(grid)
      .filter(({ cell }) => cell.rowSpan * cell.columnSpan > 1)
      .map(({ cell, row, column }) => ({
        s: { r: row, c: column },
        e: { r: row + cell.rowSpan - 1, c: column + cell.columnSpan - 1 },
      }));
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表');
    return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
  },
};

const placed = (grid: Grid) =>
  grid.flatMap((row, index) => row.map((cell) => ({ cell, row: index, column: cell.column })));
const numeric = (text: string) => (/^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text);
const inRtf = (text: string) =>
  Array.from(text, (each) => (each > '~' ? `\\u${String(each.charCodeAt(0))} ` : each)).join('');

test.each(Object.entries(writers))('a table written as %s comes back cell for cell', async (_, written) => {
  await fc.assert(
    fc.asyncProperty(grids, async (grid) => {
      const { blocks } = await readDocument(await written(grid), '');
      const read = tablesOf(blocks).map((table) =>
        table.rows.map((row) => row.map(({ at: _at, ...cell }) => cell)),
      );
      expect(read.map(byEdges)).toEqual([byEdges(grid)]);
    }),
    { numRuns: examples(100) },
  );
});
