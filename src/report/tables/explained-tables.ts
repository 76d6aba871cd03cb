import {
  leavesOf,
  type ExplainedBlock,
  type ExplainedRow,
  type ExplainedTables,
  type FormEdition,
  type Report,
  type ReportPart,
} from '../../model/index.js';
import { evidenceText, relationTexts } from '../findings/evidence.js';
import { printed, tableName, whereabouts } from '../labels.js';
import { inert } from './layout.js';
import type { Translate } from '../translate.js';

interface Words {
  forms: readonly FormEdition[];
  relationText: (name: string) => string;
  t: Translate;
}

const rowKinds = ['grid', 'separated', 'gaps', 'loose'] as const;

function cellsText(texts: readonly (string | null)[], t: Translate): string {
  if (texts.length === 0) return t('tables.nothing');
  return texts.map((text) => (text === null ? t('tables.unknown') : inert(text))).join(' | ');
}

function rowLines(row: ExplainedRow, label: string, { relationText, t }: Words): string[] {
  const kind = rowKinds.find((each) => each === row.kind) ?? 'loose';
  const evidence = evidenceText(row, relationText, t);
  const isRead = row.read.some((each) => each !== null);
  return [
    `  ${label}`,
    `    ${t('tables.slots', { kind: t(`tables.kind.${kind}`), slots: cellsText(row.slots, t) })}`,
    ...(row.chained ? [] : [`    ${t('tables.unchained')}`]),
    `    ${t('tables.readings', { by: t(`tables.by.${row.by}`), readings: row.readings, left: row.left })}`,
    isRead
      ? `    ${t('tables.settled', { values: cellsText(row.read, t), evidence, share: Math.round(row.trust * 100) })}`
      : `    ${t('state.unreadable.long')}`,
  ];
}

function blockLines(block: ExplainedBlock, words: Words): string[] {
  const { t, forms } = words;
  const edition = forms.find(({ id }) => id === block.edition);
  const table = edition?.tables.find(({ id }) => id === block.table);
  const own = table?.blocks.find(({ id }) => id === block.block);
  const labels = new Map(leavesOf(own?.rows ?? []).map(({ path, label }) => [path, printed(label)]));
  const title = [
    table === undefined ? block.table : tableName(table.id, table.section, t),
    own?.caption ?? '',
  ]
    .join(' ')
    .trim();
  if (!block.found) return ['', title, `  ${t('tables.notFound', { edition: block.edition })}`];
  const columns = block.columns.map(({ label, found, column }) =>
    !found
      ? t('tables.column.lost', { label })
      : column === null
        ? label
        : t('tables.column.grid', { label, column: column + 1 }),
  );
  const where = whereabouts(block.at, t);
  return [
    '',
    title,
    `  ${t('tables.found', { edition: block.edition, where, score: block.score.toFixed(1) })}`,
    `  ${t('tables.columns', { columns: columns.map(inert).join(t('pretty.list')) })}`,
    ...block.rows.flatMap((row) => rowLines(row, labels.get(row.path) ?? title, words)),
  ];
}

/** Where a report begins in a file of several, and what shows it. */
function partLines({ number, of, at, mark, quote, again }: ReportPart, t: Translate): string[] {
  const shown = t(`tables.mark.${mark}`, { quote: inert(quote) });
  const parts = again.map((each) =>
    each.startsWith('t')
      ? t('tables.again.table', { table: each.slice(1) })
      : t('tables.again.part', { part: each }),
  );
  return [
    t('tables.part', { number, of, where: whereabouts(at, t), shown }),
    ...(parts.length === 0 ? [] : [t('tables.again', { parts: parts.join(t('pretty.list')) })]),
  ];
}

/** How the tables of a report were read, stage by stage: mended, located, slotted, aligned, settled, and why. */
export function tablesText(
  { report, tables }: { report: Report; tables: ExplainedTables | null },
  forms: readonly FormEdition[],
  t: Translate,
): string {
  if (tables === null) return '';
  const words = { forms, relationText: relationTexts(forms, report.layout.id, t), t };
  const { mended, cells, words: count, deduplicated, blocks, cutOff } = tables;
  const lines = [
    inert(report.source.name),
    ...(tables.part === undefined ? [] : partLines(tables.part, t)),
    t('tables.document', { cells, words: count }),
    ...mended.map((each) => t(`tables.mended.${each}`)),
    ...(deduplicated ? [t('tables.deduplicated')] : []),
    ...(cutOff === null ? [] : [t('tables.cutOff', { where: whereabouts(cutOff, t) })]),
    ...blocks.flatMap((block) => blockLines(block, words)),
  ];
  return `${lines.join('\n')}\n`;
}
