import { cellsOfForm, type FormEdition, type Lang } from '../../model/index.js';
import { cellLabels } from '../../report/labels.js';
import { padEnd, widest } from '../../report/tables/layout.js';
import { translator, type Translate } from '../../report/translate.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { loadResources, readText } from '../resources.js';
import { mistakes } from '../mistakes.js';
import { UsageError } from '../usage-error.js';
import { YamlError } from '../../yaml/problem.js';

function years({ years: { from, to } }: FormEdition, t: Translate): string {
  return to === undefined ? t('forms.yearsOpen', { from }) : t('forms.years', { from, to });
}

export interface FormsCommand {
  forms?: string[];
  lang: Lang;
}

/** `gouji forms list`: one edition a line, id first. */
export async function listForms({ lang, forms: more }: FormsCommand, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  const { forms } = await loadResources(defaults, { forms: more });
  const rows = forms.map((form) => [form.id, form.name[lang], years(form, t), form.basis.document]);
  const widths = [0, 1, 2].map((column) => widest(rows.map((row) => row[column] ?? '')));
  for (const row of rows) {
    process.stdout.write(`${row.map((text, column) => padEnd(text, widths[column] ?? 0)).join('  ')}\n`);
  }
  return status.clean;
}

/** `gouji forms show ID`: the address and the official label of every cell. */
export async function showForm(
  id: string,
  { lang, forms: more }: FormsCommand,
  { defaults }: Host,
): Promise<number> {
  const t = translator(lang);
  const { forms } = await loadResources(defaults, { forms: more });
  const form = forms.find((each) => each.id === id);
  if (form === undefined) throw new UsageError('usage.unknownForm', { id });
  const labelOf = cellLabels([form], id, t);
  const cells = cellsOfForm(form).map(({ address }) => address);
  const longest = widest(cells);
  const head = [form.id, form.name[lang], years(form, t), form.basis.document].join('  ');
  const lines = cells.map((address) => `${padEnd(address, longest)}  ${labelOf(address)}`);
  process.stdout.write(`${[head, '', ...lines].join('\n')}\n`);
  return status.clean;
}

/** `gouji forms check FILE`: every mistake on a line of its own. */
export async function checkForm(file: string, { lang }: FormsCommand): Promise<number> {
  const t = translator(lang);
  const { loadForm } = await import('../../form/load.js');
  const text = await readText(file);
  try {
    const form = loadForm({ name: file, text });
    process.stdout.write(`${t('forms.ok', { file, count: cellsOfForm(form).length })}\n`);
    return status.clean;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    process.stdout.write(mistakes(error, lang));
    return status.failed;
  }
}
