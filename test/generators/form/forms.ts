import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { packageRoot } from '../../../src/defaults/package-root.js';
import { formEdition } from '../../../src/model/form.js';
import type { FormBlock, FormEdition } from '../../../src/model/index.js';

/** Benchmarks are bundled elsewhere. */
const folder = join(packageRoot(import.meta.dirname), 'forms');

const load = (id: string): FormEdition =>
  formEdition.parse(parse(readFileSync(join(folder, `${id}.yaml`), 'utf8')));

/** The two unified editions, read from the form data alone. */
export const editions = { '2019': load('2019'), '2021': load('2021') };
export type EditionId = keyof typeof editions;

export function blockOf(form: FormEdition, id: string): FormBlock {
  const block = form.tables.flatMap((table) => table.blocks).find((each) => each.id === id);
  if (block === undefined) throw new Error(`edition ${form.id} has no block ${id}`);
  return block;
}
