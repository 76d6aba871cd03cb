import type { Cell, FormEdition, Lang, Report } from '../../model/index.js';
import { formXlsx } from '../formats/sheets/form-xlsx.js';
import type { ReadingFormat } from '../formats/formats.js';
import { tablesOf } from './grid.js';
import { cellLabels, tableName, whereabouts } from '../labels.js';
import { paragraph, plain, table } from '../formats/markdown.js';
import type { Failure, Provenance } from '../renderer.js';
import { byteOrderMark, csvLine } from '../spreadsheet.js';
import type { Translate } from '../translate.js';

/** What was read, before any rule: the reports, and the inputs that could not be read. */
export interface Reading {
  tool: Provenance['tool'];
  reports: Report[];
  failures: Failure[];
  forms: readonly FormEdition[];
  lang: Lang;
  t: Translate;
}

function json({ tool, reports, failures }: Reading): string {
  return `${JSON.stringify({ tool, reports, failures }, null, 1)}\n`;
}

/** One cell a line, with a byte order mark so that spreadsheets take it for UTF-8. */
function csv({ reports, forms, t }: Reading): string {
  const head = [
    ...['file', 'agency', 'year', 'cell', 'label', 'value', 'raw', 'state', 'where', 'confidence'],
    ...['evidence', 'provenBy'],
  ];
  const lines = reports.flatMap(({ source, agency, year, layout, cells }) => {
    const labelOf = cellLabels(forms, layout.id, t);
    return Object.entries(cells).map(([address, { value, raw, state, at, confidence, evidence, provenBy }]) =>
      csvLine([
        source.name,
        agency.name,
        year,
        address,
        labelOf(address),
        value,
        raw,
        state,
        whereabouts(at, t),
        confidence,
        evidence ?? null,
        provenBy?.join(' ') ?? null,
      ]),
    );
  });
  return byteOrderMark + csvLine(head) + lines.join('');
}

function cellText(cell: Cell | undefined, t: Translate): string {
  if (cell === undefined || cell.state === 'absent') return t('state.absent.long');
  if (cell.state === 'unreadable') return t('state.unreadable.long');
  return cell.state === 'blank' ? '' : plain(cell.raw);
}

/** The statutory tables as Markdown. */
function md({ reports, forms, lang, t }: Reading): string {
  const pages = reports.map((report) => {
    const { agency, year, source } = report;
    const title = `${agency.name ?? t('pretty.untitled')} ${year === null ? t('pretty.noYear') : t('pretty.year', { year })}`;
    const tables = tablesOf(report, forms).flatMap(({ form, blocks }) => [
      `## ${tableName(form.id, form.section, t)} ${form.title[lang]}`,
      ...(blocks.length === 0 ? [t('pretty.noTable')] : []),
      ...blocks.map(({ caption, grid: { headers, rows } }) =>
        [
          ...(caption === undefined ? [] : [caption, '']),
          table(
            [['', false], ...headers.map((head): [string, boolean] => [head, true])],
            rows.map(({ label, indent, addresses }) => [
              '\u3000'.repeat(indent) + plain(label),
              ...(addresses.length === 0
                ? headers.map(() => '')
                : addresses.map((each) => cellText(report.cells[each], t))),
            ]),
          ),
        ].join('\n'),
      ),
    ]);
    return [`# ${plain(title)}`, paragraph(source.name), ...tables].join('\n\n');
  });
  return `${pages.join('\n\n')}\n`;
}

export const readings: Record<ReadingFormat, (reading: Reading) => string | Promise<Uint8Array>> = {
  json,
  csv,
  md,
  xlsx: formXlsx,
};
