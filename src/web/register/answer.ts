import type { Cell, CellAddress, FormEdition, Lang, RegisterTables, Report } from '../../model/index.js';
import { differencesOf, readRegisters, type RegisterVocabulary } from '../../register/index.js';
import { cellLabels, tableName } from '../../report/labels.js';
import {
  amountText,
  asCells,
  contentText,
  countedText,
  fieldText,
  figureLabels,
  rowsText,
  whyText,
} from '../../report/register/view.js';
import { tablesOf } from '../../report/tables/grid.js';
import { officialRows } from '../../report/tables/official.js';
import { translator, type Translate } from '../../report/translate.js';
import type { FormTable } from '../report/form-table.js';
import type { Handed } from '../input/handed.js';

/** What registers give, beside the report that lies open: of their texts nothing but words of the vocabulary. */
export interface RegisterPage {
  year: number;
  /** Empty: no register was recognised. */
  sheets: string[];
  /** Where the report differs, with what it has there; `cell`: the field of the form that can take the figure over. */
  differences: {
    label: string;
    report: string;
    register: number;
    behind: string;
    cell: CellAddress | null;
  }[];
  /** How many cells of the report agree, and how many were not read. */
  agreeing: number;
  unread: number;
  tables: FormTable[];
  figures: Record<CellAddress, RegisterFigure>;
  /** What part six states of fees, with the rows behind it. */
  fees: string[];
  unclassified: string[];
}

export interface RegisterFigure {
  label: string;
  value: number;
  /** The rows that it was counted from, and those that may belong to it. */
  behind: string;
}

/** Rows that are named at once. */
const mostRows = 200;

/**
 * The tables of the year as the registers give them.
 * @throws InputError when a register cannot be read
 */
export const tablesFrom = (
  documents: readonly Handed[],
  year: number,
  vocabulary: RegisterVocabulary,
): Promise<RegisterTables> => readRegisters(documents, year, vocabulary);

function behind(
  { rows, open }: Pick<RegisterTables['cells'][string], 'rows' | 'open'>,
  tables: RegisterTables,
  t: Translate,
): string {
  const counted =
    rows.length === 0
      ? t('register.rowsNone')
      : `${t('register.rows')} ${rowsText(rows, tables, t, mostRows)}`;
  return open.length === 0
    ? counted
    : `${counted}${t('pretty.join')}${t('register.open')} ${rowsText(open, tables, t, mostRows)}`;
}

const read = (cell: Cell | undefined) =>
  cell !== undefined && cell.state !== 'absent' && cell.state !== 'unreadable';

/** What the page shows of registers beside the report as it stands now. */
export function registerPage(
  tables: RegisterTables,
  { layout, cells, claims }: Pick<Report, 'layout' | 'cells' | 'claims'>,
  forms: readonly FormEdition[],
  lang: Lang,
): RegisterPage {
  const t = translator(lang);
  const labelOf = figureLabels(cellLabels(forms, layout.id, t), t);
  const differences = differencesOf(tables, { cells, claims });
  const addresses = Object.keys(tables.cells);
  const compared = addresses.filter((address) => read(cells[address])).length;
  const recognised = tables.sheets.some(({ kind }) => kind !== null);
  return {
    year: tables.year,
    sheets: recognised
      ? tables.sheets.map(({ sheet, kind, entries }) =>
          t('register.sheet', { sheet, kind: t(`register.kind.${kind ?? 'none'}`), entries }),
        )
      : [],
    differences: differences.map(({ cell, report, register, rows, open }) => ({
      label: labelOf(cell),
      report: report === null ? t('register.blankCell') : String(report),
      register,
      behind: behind({ rows, open }, tables, t),
      cell: cell in tables.cells ? cell : null,
    })),
    agreeing: compared - differences.filter(({ cell }) => cell in tables.cells).length,
    unread: addresses.length - compared,
    tables: tablesOf({ layout, cells: asCells(tables) }, forms)
      .filter(({ blocks }) => blocks.length > 0)
      .map((drawn) => ({
        id: drawn.form.id,
        title: `${tableName(drawn.form.id, drawn.form.section, t)} ${drawn.form.title[lang]}`,
        rows: officialRows(drawn),
      })),
    figures: Object.fromEntries(
      Object.entries(tables.cells).map(([cell, each]) => [
        cell,
        { label: labelOf(cell), value: each.value, behind: behind(each, tables, t) },
      ]),
    ),
    fees: Object.entries(tables.fees).map(
      ([measure, each]) =>
        `${labelOf(measure)} ${amountText(measure, each.value, t)} ${behind(each, tables, t)}`,
    ),
    unclassified: tables.unclassified.map((each) =>
      [
        each.row,
        each.column === null ? '' : t('register.column', { column: each.column }),
        fieldText(each.field, t) + contentText(each, t),
        whyText(each, t),
        countedText(each, t),
      ]
        .filter((part) => part !== '')
        .join(' '),
    ),
  };
}
