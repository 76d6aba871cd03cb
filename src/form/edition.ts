import type { FormEdition } from '../model/index.js';

/** The edition of a report: the one it was read on, or that of its year, or the newest. */
export function editionFor(
  forms: readonly FormEdition[],
  layout: string | null,
  year: number | null,
): FormEdition {
  const inForce = ({ years }: FormEdition) =>
    year !== null && years.from <= year && year <= (years.to ?? year);
  const [newest] = [...forms].sort((a, b) => b.years.from - a.years.from);
  const edition = forms.find(({ id }) => id === layout) ?? forms.find(inForce) ?? newest;
  if (edition === undefined) throw new Error('no form edition');
  return edition;
}

/** The first report year for which the edition is more than encouraged. */
export function bindingFrom({ years }: FormEdition): number {
  let year = years.from;
  while (years.encouraged?.includes(year) === true && year < (years.to ?? year + 1)) year++;
  return year;
}
