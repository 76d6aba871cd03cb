import type { Lang } from '../../model/index.js';
import { padEnd, widest } from '../../report/tables/layout.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { loadResources } from '../resources.js';

/** `gouji rules list`: one rule a line, id first. */
export async function listRules(lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const { rules } = await loadResources(defaults);
  const rows = rules.rules.map(({ id, severity, category, title }) => [
    id,
    t(`severity.${severity}`),
    t(`category.${category}`),
    title[lang],
  ]);
  const widths = [0, 1, 2].map((column) => widest(rows.map((row) => row[column] ?? '')));
  for (const row of rows) {
    process.stdout.write(`${row.map((text, column) => padEnd(text, widths[column] ?? 0)).join('  ')}\n`);
  }
  return status.clean;
}
