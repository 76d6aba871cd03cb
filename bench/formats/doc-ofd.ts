/** Reads Word 97-2003 and OFD documents, against taking their containers apart: `tsx bench/formats/doc-ofd.ts`. */
import { readFileSync } from 'node:fs';

import { readDoc } from '../../src/extract/read/doc/doc.js';
import { readOfd } from '../../src/extract/read/ofd/ofd.js';
import { walk } from '../../src/extract/read/ofd/package.js';
import { openOle } from '../../src/extract/read/containers/ole.js';
import { openZip } from '../../src/extract/read/containers/unzip.js';
import { compare } from '../compare.js';
import { samples } from '../samples.js';

for (const file of samples('doc')) {
  const bytes = new Uint8Array(readFileSync(file));
  const bare = (): void => openOle(bytes).forEach((stream) => stream.read());
  await compare(file, { ours: () => readDoc(bytes), bare }, { unit: 'documents', count: 1 }, 100);
}

for (const file of samples('ofd')) {
  const bytes = new Uint8Array(readFileSync(file));
  const bare = (): void => openZip(bytes).forEach((entry) => walk(entry, {}));
  await compare(file, { ours: () => readOfd(bytes), bare }, { unit: 'documents', count: 1 }, 100);
}
