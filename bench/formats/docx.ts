/** Reads Word documents, against bare unzipping and SAX over the same bytes: `tsx bench/formats/docx.ts [file…]`. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

import { readDocx } from '../../src/extract/read/docx/docx.js';
import { compare } from '../compare.js';
import { samples } from '../samples.js';

/** The parts that a reader cannot do without. */
const needed =
  /^(?:_rels\/\.rels|word\/(?:document|styles|numbering)\.xml|word\/_rels\/document\.xml\.rels)$/;

function unzipAndWalk(bytes: Uint8Array): void {
  for (const part of Object.values(unzipSync(bytes, { filter: ({ name }) => needed.test(name) }))) {
    const parser = new SaxesParser({ position: false });
    parser.on('opentag', () => undefined);
    parser.on('closetag', () => undefined);
    parser.on('text', () => undefined);
    parser.write(new TextDecoder().decode(part)).close();
  }
}

for (const file of argv.length > 2 ? argv.slice(2) : samples('docx')) {
  const bytes = new Uint8Array(readFileSync(file));
  await compare(
    file,
    { ours: () => readDocx(bytes), bare: () => unzipAndWalk(bytes) },
    { unit: 'documents', count: 1 },
    200,
  );
}
