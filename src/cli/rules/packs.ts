import { readPacks } from '../../defaults/packs.js';
import type { Lang } from '../../model/index.js';
import { padEnd, widest } from '../../report/tables/layout.js';
import { status } from '../exit.js';

/** `gouji rules packs`: one pack a line, with what it is for. */
export function listPacks(lang: Lang): number {
  const packs = readPacks();
  const width = widest(packs.map(({ name }) => name));
  for (const { name, about } of packs) process.stdout.write(`${padEnd(name, width)}  ${about[lang]}\n`);
  return status.clean;
}
