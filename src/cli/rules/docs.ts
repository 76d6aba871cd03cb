import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadCatalogue } from '../../defaults/defaults.js';
import type { Lang } from '../../model/index.js';
import { translator } from '../../report/translate.js';
import { docPages } from '../../workbench/docs/index.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { writeError } from '../output/write-error.js';
import { rulesOf } from './rule-files.js';

/** `gouji rules docs [FILE]`: a page a rule; pages of rules that are gone are removed. */
export async function writeRuleDocs(
  file: string | undefined,
  folder: string,
  lang: Lang,
  { defaults }: Host,
): Promise<number> {
  const { own } = await rulesOf(file, defaults);
  const pages = await docPages(own, file === undefined ? loadCatalogue() : null, lang);
  try {
    mkdirSync(folder, { recursive: true });
    for (const name of readdirSync(folder)) {
      if (/^[A-Z][A-Z0-9-]*\.md$/.test(name) && !pages.has(name)) rmSync(join(folder, name));
    }
    for (const [name, text] of pages) writeFileSync(join(folder, name), text);
  } catch (error) {
    throw writeError(folder, error);
  }
  process.stdout.write(`${translator(lang)('docs.written', { path: folder, count: pages.size })}\n`);
  return status.clean;
}
