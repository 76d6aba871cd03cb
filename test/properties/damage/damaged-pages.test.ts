import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { readDoc } from '../../../src/extract/read/doc/doc.js';
import { readOfd } from '../../../src/extract/read/ofd/ofd.js';
import { readPdf } from '../../../src/extract/read/pdf/pdf.js';
import { InputError, type Document } from '../../../src/model/index.js';
import { cell, docFile, rowEnd, sprm } from '../../fixtures/files/doc-file.js';
import { ofdFile, path, text as ofdText } from '../../fixtures/files/ofd-file.js';
import { examples } from '../../depth.js';
import { pdfFile, sheet, text } from '../../fixtures/files/pdf-file.js';
import { damaged } from '../../generators/damage/damage-bytes.js';

/** Damaged copies of each sample. */
const runs = examples(200);

const rows = [
  ['申请', '自然人', '总计'],
  ['新收', '12', '15'],
  ['结转', '1', '1'],
];
const pdf = pdfFile(
  [
    {
      content: `${text(60, 60, '年度报告', 18)}q 1 0 0 1 0 0 cm\n/X1 Do Q\n${sheet({ xs: [60, 200, 320, 440], top: 700, rows })}`,
    },
    { content: sheet({ xs: [60, 200, 320, 440], top: 40, rows: rows.slice(1), open: ['top'] }), rotate: 90 },
  ],
  {
    objects: [
      `<< /Type /XObject /Subtype /Form /BBox [0 0 600 900] /Resources << /Font << /F1 3 0 R >> >> /Length 60 >>\nstream\n${text(80, 90, '表').padEnd(60)}\nendstream`,
    ],
    resources: '/XObject << /X1 10 0 R >>',
  },
);
const doc = docFile(
  [
    { text: [{ text: '年度' }, { text: '报告', properties: sprm(0x0801, 1) }], properties: sprm(0x2640, 0) },
    { text: '共\x13 PAGE \x141\x15页' },
    cell('新收'),
    cell('8'),
    rowEnd([0, 2000, 4000], [{ down: 'begin' }]),
    cell(''),
    cell('1'),
    rowEnd([0, 2000, 4000], [{ down: 'go on' }, { across: 1 }]),
  ],
  { huge: true },
);
const page =
  path(20, 30, 'M 0 0 L 100 0 L 100 16 L 0 16 C M 50 0 L 50 16 M 0 8 B 1 2 3 4 100 8', 'CTM="1 0 0 1 0 0"') +
  ofdText(22, 31, '新收', '', 'DeltaX="g 1 4"') +
  ofdText(72, 31, '12');

const samples: [string, Uint8Array, (bytes: Uint8Array) => Document | Promise<Document>][] = [
  ['PDF', pdf, readPdf],
  ['Word document', doc, readDoc],
  ['OFD document', ofdFile([page, page], { template: page }), readOfd],
];

test.each(samples)('damaged %s is read or refused', async (_, sample, read) => {
  await fc.assert(
    fc.asyncProperty(damaged(sample), (bytes) => readOrRefuse(bytes, read)),
    { numRuns: runs },
  );
  expect((await read(sample)).blocks).not.toEqual([]);
});

async function readOrRefuse(
  bytes: Uint8Array,
  read: (bytes: Uint8Array) => Document | Promise<Document>,
): Promise<void> {
  try {
    await read(bytes);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
  }
}
