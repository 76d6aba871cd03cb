import type { FormEdition, FormSection, FormTable, Section } from '../model/index.js';

const tablesIn = ({ tables }: FormEdition, { ordinal }: FormSection): FormTable[] =>
  tables.filter(({ section }) => section === ordinal);

/** What a part of the report is for, whatever its number and its heading: its role, else the tables that it holds, else its number. */
export function purposeOf(form: FormEdition, section: FormSection): string {
  const tables = tablesIn(form, section).map(({ id }) => id);
  return section.role ?? (tables.length > 0 ? tables.join('+') : section.ordinal);
}

/** Tables that the part for this purpose holds. */
export function tablesFor(form: FormEdition, purpose: string): FormTable[] {
  return form.sections
    .filter((section) => purposeOf(form, section) === purpose)
    .flatMap((section) => tablesIn(form, section));
}

/** The part of the edition that a section of a report is. */
export function officialPart(
  { sections }: FormEdition,
  own: Pick<Section, 'id' | 'role'>,
): FormSection | undefined {
  return sections.find(({ ordinal, role }) => (role === undefined ? ordinal === own.id : role === own.role));
}

/** The part that goes by this role or ordinal. */
export function partNamed({ sections }: FormEdition, name: string): FormSection | undefined {
  return sections.find(({ role }) => role === name) ?? sections.find(({ ordinal }) => ordinal === name);
}

/** What the parts of a report on the edition are called; one that prescribes none has them as the next one that does. */
export function partsOf(edition: FormEdition, forms: readonly FormEdition[]): readonly FormSection[] {
  const later = forms.filter(({ years }) => years.from >= edition.years.from);
  const named = [edition, ...later.sort((a, b) => a.years.from - b.years.from)];
  return named.find(({ sections }) => sections.length > 0)?.sections ?? [];
}
