import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { formEdition } from '../../../src/model/form.js';
import type { FormBlock, FormEdition } from '../../../src/model/index.js';

function load(id: string): FormEdition {
  return formEdition.parse(
    parse(readFileSync(new URL(`../../../forms/${id}.yaml`, import.meta.url), 'utf8')),
  );
}

/** The two unified editions, read from the form data alone. */
export const editions = { '2019': load('2019'), '2021': load('2021') };
export type EditionId = keyof typeof editions;

export function blockOf(form: FormEdition, id: string): FormBlock {
  const block = form.tables.flatMap((table) => table.blocks).find((each) => each.id === id);
  if (block === undefined) throw new Error(`edition ${form.id} has no block ${id}`);
  return block;
}
