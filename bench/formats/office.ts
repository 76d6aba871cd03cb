/** Reads spreadsheets, ODT and RTF: `tsx bench/formats/office.ts [file…]`. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

import { readDocument } from '../../src/extract/read/index.js';
import { compare } from '../compare.js';
import { samples } from '../samples.js';

const files = ['xlsx', 'xls', 'odt', 'rtf'].flatMap((extension) => samples(extension));
for (const file of argv.length > 2 ? argv.slice(2) : files) {
  const bytes = new Uint8Array(readFileSync(file));
  await compare(
    file,
    { ours: () => readDocument(bytes, file), bare: null },
    { unit: 'documents', count: 1 },
    100,
  );
}
