import type { BlockReading, FormEdition, Layout, LayoutStatus } from '../model/index.js';

/** Status of a single edition for a report year: see `Layout` in the model. */
function statusOf(edition: FormEdition, year: number | null, forms: readonly FormEdition[]): LayoutStatus {
  if (year === null) return 'unknown';
  const { from, to } = edition.years;
  if (year < from) return 'early';
  if (to === undefined) return 'current';
  if (year <= to) return 'superseded';
  // In its first year an edition may have been only encouraged: the one before was still allowed.
  const allowed = forms.some(
    (each) => each.years.from === to + 1 && each.years.encouraged?.includes(year) === true,
  );
  return allowed ? 'superseded' : 'outdated';
}

/**
 * The edition of the report from its sub-tables. A table of an edition before the unified forms is an appendix when the report has the
 * unified tables too.
 */
export function readLayout(
  blocks: readonly BlockReading[],
  forms: readonly FormEdition[],
  year: number | null,
): Layout {
  const found = blocks.filter((each) => each.found);
  const unified = found.filter((each) =>
    forms.some((form) => form.id === each.edition && form.sections.length > 0),
  );
  const editions = [...new Set((unified.length > 0 ? unified : found).map((each) => each.edition))];
  const [only] = editions;
  if (only === undefined || only === null) return { id: null, status: 'unknown', blocks: [...blocks] };
  if (editions.length > 1) return { id: 'mixed', status: 'mixed', blocks: [...blocks] };
  const edition = forms.find((each) => each.id === only);
  return {
    id: only,
    status: edition === undefined ? 'unknown' : statusOf(edition, year, forms),
    blocks: [...blocks],
  };
}
