import { loadPdfjs, pdfjsData } from '../../src/extract/read/pdf/library.js';

/** The text of each page as pdf.js gives it, item by item in the order of the stream. */
export async function pageItems(pdf: Uint8Array): Promise<string[]> {
  const { getDocument } = await loadPdfjs();
  const task = getDocument({ data: pdf.slice(), ...pdfjsData(), verbosity: 0 });
  const document = await task.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    pages.push(items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join(''));
  }
  await task.destroy();
  return pages;
}
