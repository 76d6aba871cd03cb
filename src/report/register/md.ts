import { tablesOf } from '../tables/grid.js';
import { tableName } from '../labels.js';
import { paragraph, plain, table } from '../formats/markdown.js';
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

/** Differences first, then the tables of the form, then what could not be classified. */
export function registerMd(view: RegisterView): string {
  const { tables, differences, compared, forms, lang, t } = view;
  const labelOf = labelsOf(view);
  const cells = asCells(tables);
  const layout = { id: editionOf(forms, tables.year) };
  const parts = [`# ${plain(t('register.title', { year: tables.year }))}`];
  parts.push(
    tables.sheets
      .map(
        ({ sheet, kind, entries }) =>
          `- ${plain(t('register.sheet', { sheet, kind: t(`register.kind.${kind ?? 'none'}`), entries }))}`,
      )
      .join('\n'),
  );
  if (differences?.length === 0) parts.push(paragraph(t('register.agrees', { count: compared })));
  else if (differences !== null)
    parts.push(
      `## ${plain(t('register.differences', { count: differences.length }))}`,
      table(
        [
          [t('register.head.cell'), false],
          [t('register.head.report'), true],
          [t('register.head.register'), true],
          [t('register.head.rows'), false],
          [t('register.head.open'), false],
        ],
        differences.map(({ cell, report, register, rows, open }) => [
          plain(labelOf(cell)),
          String(report ?? ''),
          String(register),
          plain(rowsText(rows, tables, t)),
          plain(rowsText(open, tables, t)),
        ]),
      ),
    );
  for (const { form, blocks } of tablesOf({ layout, cells }, forms)) {
    if (blocks.length === 0) continue;
    parts.push(`## ${tableName(form.id, form.section, t)} ${form.title[lang]}`);
    for (const { caption, grid } of blocks) {
      if (caption !== undefined) parts.push(plain(caption));
      parts.push(
        table(
          [['', false], ...grid.headers.map((head): [string, boolean] => [head, true])],
          grid.rows.map(({ label, indent, addresses }) => [
            '\u3000'.repeat(indent) + plain(label),
            ...(addresses.length === 0
              ? grid.headers.map(() => '')
              : addresses.map((address) => String(tables.cells[address]?.value ?? ''))),
          ]),
        ),
      );
    }
  }
  const fees = feesOf(view);
  if (fees.length > 0)
    parts.push(
      `## ${plain(t('register.fees'))}`,
      table(
        [
          [t('register.head.fee'), false],
          [t('register.head.register'), true],
          [t('register.head.rows'), false],
          [t('register.head.open'), false],
        ],
        fees.map(({ label, amount, figure: { rows, open } }) => [
          plain(label),
          plain(amount),
          plain(rowsText(rows, tables, t)),
          plain(rowsText(open, tables, t)),
        ]),
      ),
    );
  if (tables.unclassified.length === 0) parts.push(paragraph(t('register.unclassifiedNone')));
  else
    parts.push(
      `## ${plain(t('register.unclassified', { count: tables.unclassified.length }))}`,
      table(
        (['row', 'column', 'field', 'text', 'why', 'counted'] as const).map((head): [string, boolean] => [
          t(`register.head.${head}`),
          false,
        ]),
        tables.unclassified.map((each) => [
          plain(each.row),
          each.column ?? '',
          plain(fieldText(each.field, t)),
          plain(contentText(each, t)),
          plain(whyText(each, t)),
          plain(countedText(each, t)),
        ]),
      ),
    );
  parts.push(paragraph(t('register.privacy')));
  return `${parts.join('\n\n')}\n`;
}
