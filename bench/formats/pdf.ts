/** Reads PDFs, against the bare operator-list pass of pdf.js over the same bytes: `tsx bench/formats/pdf.ts [file…]`. */
import { readFileSync } from 'node:fs';
import { argv } from 'node:process';

import { readPdf } from '../../src/extract/read/pdf/pdf.js';
import { loadPdfjs, pdfjsData } from '../../src/extract/read/pdf/library.js';
import { compare } from '../compare.js';
import { samples } from '../samples.js';

const pdfjs = await loadPdfjs();

async function operatorLists(bytes: Uint8Array): Promise<void> {
  const task = pdfjs.getDocument({
    data: bytes.slice(),
    ...pdfjsData(),
    verbosity: 0,
    useSystemFonts: false,
  });
  const document = await task.promise;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    await page.getOperatorList();
    page.cleanup();
  }
  await task.destroy();
}

for (const file of argv.length > 2 ? argv.slice(2) : samples('pdf')) {
  const bytes = new Uint8Array(readFileSync(file));
  const { pages } = await readPdf(bytes);
  await compare(
    file,
    { ours: () => readPdf(bytes), bare: () => operatorLists(bytes) },
    { unit: 'pages', count: pages ?? 0 },
  );
}
