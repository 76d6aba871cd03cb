import { cellsOfForm, type FormEdition } from '../../model/index.js';
import type { Handed } from '../input/handed.js';
import type { Said } from '../protocol.js';

/** The edition of the form in force for reports about the year; the latest where none is. */
export function editionOf(year: number, forms: readonly FormEdition[]): FormEdition | undefined {
  const ordered = [...forms].sort((one, other) => other.years.from - one.years.from);
  return ordered.find(({ years }) => years.from <= year && year <= (years.to ?? Infinity)) ?? ordered[0];
}

/** The blank form of the year as a report of which no cell has been filled in yet. */
export function blankForm(said: Said, forms: readonly FormEdition[], name: string, agency: string): Handed {
  const year = said.year ?? new Date().getFullYear() - 1;
  const form = editionOf(year, forms);
  const report = {
    schema: 'gouji.report/1',
    agency: { name: said.agency ?? agency },
    year,
    form: form?.id ?? '',
    cells: Object.fromEntries(
      (form === undefined ? [] : cellsOfForm(form)).map(({ address }) => [address, null]),
    ),
    sections: [],
  };
  return { name, bytes: new TextEncoder().encode(JSON.stringify(report)) };
}
