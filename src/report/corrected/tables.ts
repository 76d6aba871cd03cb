import type { Cell, CellAddress, Report } from '../../model/index.js';
import type { FormEdition } from '../../model/index.js';
import { officialRows, type OfficialCell } from '../tables/official.js';
import { tablesOf } from '../tables/grid.js';
import type { Translate } from '../translate.js';

/** The three tables of a report as they are published, with their headings. */
export interface StatutoryTables {
  title: string;
  /** What the reader must know of the figures; empty when they are those of the document. */
  mark: string;
  tables: { heading: string; rows: OfficialCell[][] }[];
  /** What stands in a cell; nothing where nothing was read. */
  textOf: (address: CellAddress) => string;
}

interface Source {
  report: Pick<Report, 'agency' | 'year' | 'cells'> & { layout: Pick<Report['layout'], 'id'> };
  forms: readonly FormEdition[];
  t: Translate;
  mark: string;
}

const filled = ({ state }: Cell) => state === 'number' || state === 'text' || state === 'placeholder';

/** Tables that the report does not have are left out. */
export function statutoryTables({ report, forms, t, mark }: Source): StatutoryTables {
  const { agency, year, layout, cells } = report;
  const form = forms.find(({ id }) => id === layout.id) ?? forms[0];
  const headingOf = (section: string) =>
    `${section}、${form?.sections.find(({ ordinal }) => ordinal === section)?.heading ?? ''}`;
  return {
    title: t('tables.title', {
      name: agency.name ?? t('pretty.untitled'),
      year: year === null ? '' : t('notice.year', { year }),
    }),
    mark,
    tables: tablesOf({ layout, cells }, forms)
      .filter(({ blocks }) => blocks.length > 0)
      .map((drawn) => ({ heading: headingOf(drawn.form.section), rows: officialRows(drawn) })),
    textOf: (address) => {
      const cell = cells[address];
      return cell !== undefined && filled(cell) ? cell.raw.trim() : '';
    },
  };
}
