import { tablesOf } from '../tables/grid.js';
import { tableName } from '../labels.js';
import { wrap } from '../tables/layout.js';
import { painter } from '../pretty/paint.js';
import { draw } from '../pretty/tables.js';
import {
  asCells,
  contentText,
  countedText,
  editionOf,
  feesOf,
  fieldText,
  labelsOf,
  rowsText,
  whyText,
  type RegisterView,
} from './view.js';

const columns = 80;

/** Differences first, then the tables, then what could not be classified. */
export function registerText(view: RegisterView, color: boolean): string {
  const { tables, t } = view;
  const paint = painter(color);
  const lines = [
    paint.strong(t('register.title', { year: tables.year })),
    ...sheetLines(view),
    ...differenceLines(view).flatMap((line) => ['', ...line]),
    ...tableLines(view, color),
    ...feeLines(view, color),
    '',
    ...unclassifiedLines(view),
    '',
    ...wrap(t('register.privacy'), columns),
  ];
  return `${lines.join('\n')}\n`;
}

function sheetLines({ tables: { sheets }, t }: RegisterView): string[] {
  return sheets.map(
    ({ sheet, kind, entries }) =>
      `  ${t('register.sheet', { sheet, kind: t(`register.kind.${kind ?? 'none'}`), entries })}`,
  );
}

function differenceLines(view: RegisterView): string[][] {
  const { tables, differences, compared, unread, t } = view;
  if (differences === null) return [];
  const labelOf = labelsOf(view);
  const notes = unread === 0 ? [] : [t('register.unread', { count: unread })];
  if (differences.length === 0) return [[t('register.agrees', { count: compared }), ...notes]];
  return [
    [t('register.differences', { count: differences.length }), ...notes],
    ...differences.map(({ cell, report, register, rows, open }) => [
      `  ${t('register.difference', { cell: labelOf(cell), report: report ?? t('register.blankCell'), register })}`,
      ...wrapped(
        rows.length === 0 ? t('register.rowsNone') : `${t('register.rows')}　${rowsText(rows, tables, t)}`,
      ),
      ...(open.length === 0 ? [] : wrapped(`${t('register.open')}　${rowsText(open, tables, t)}`)),
    ]),
  ];
}

const wrapped = (text: string) => wrap(text, columns - 4).map((line) => `    ${line}`);

function tableLines({ tables, forms, lang, t }: RegisterView, color: boolean): string[] {
  const paint = painter(color);
  const cells = asCells(tables);
  const layout = { id: editionOf(forms, tables.year) };
  const drawn = tablesOf({ layout, cells }, forms).filter(({ blocks }) => blocks.length > 0);
  if (drawn.length === 0) return ['', t('register.nothing')];
  return drawn.flatMap(({ form, blocks }) => [
    '',
    paint.strong(`${tableName(form.id, form.section, t)}  ${form.title[lang]}`),
    ...blocks.flatMap(({ caption, grid }) => [
      ...(caption === undefined ? [] : [`  ${caption}`]),
      ...draw({ audit: { cells }, columns, paint, t }, grid, new Map()),
    ]),
  ]);
}

function feeLines(view: RegisterView, color: boolean): string[] {
  const { tables, t } = view;
  const fees = feesOf(view);
  if (fees.length === 0) return [];
  return [
    '',
    painter(color).strong(t('register.fees')),
    ...fees.flatMap(({ label, amount, figure: { rows, open } }) => [
      `  ${label}　${amount}`,
      ...(rows.length === 0 ? [] : wrapped(`${t('register.rows')}　${rowsText(rows, tables, t)}`)),
      ...(open.length === 0 ? [] : wrapped(`${t('register.open')}　${rowsText(open, tables, t)}`)),
    ]),
  ];
}

function unclassifiedLines({ tables: { unclassified }, t }: RegisterView): string[] {
  if (unclassified.length === 0) return [t('register.unclassifiedNone')];
  return [
    t('register.unclassified', { count: unclassified.length }),
    ...unclassified.map((each) => {
      const where = [each.row, each.column === null ? '' : t('register.column', { column: each.column })];
      const what = [fieldText(each.field, t), contentText(each, t)].join('');
      return `  ${[...where, what, whyText(each, t), countedText(each, t)].filter((part) => part !== '').join('　')}`;
    }),
  ];
}
