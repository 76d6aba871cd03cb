import { parseRoster } from '../../../around/roster/roster.js';
import { decode } from '../../../extract/text/decode.js';
import type { RosterEntry } from '../../../model/index.js';
import type { MessageKey, Translate } from '../../../report/translate.js';
import type { Handed } from '../../input/handed.js';

/** A roster with mistakes, each with its line. */
export class RosterError extends Error {
  override readonly name = 'RosterError';
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
  }
}

const quoted = (text: string) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** The first sheet of a workbook as CSV; `null`: the bytes are no workbook. */
async function sheetText({ bytes }: Handed): Promise<string | null> {
  const workbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (!workbook) return null;
  const { readXlsx } = await import('../../../extract/read/xlsx/xlsx.js');
  const { blocks } = await readXlsx(bytes);
  const table = blocks.find((block) => block.kind === 'table');
  if (table === undefined) return '';
  return table.rows.map((row) => row.map(({ text }) => quoted(text.trim())).join(',')).join('\n');
}

/**
 * The roster in a CSV file or on the first sheet of a workbook.
 * @throws RosterError with every mistake
 */
export async function rosterOf(file: Handed, t: Translate): Promise<RosterEntry[]> {
  const text = (await sheetText(file)) ?? decode(file.bytes).text;
  const { entries, problems } = parseRoster(text);
  if (problems.length === 0) return entries;
  throw new RosterError(
    problems.map(({ line, code, values }) =>
      t('roster.mistake', { path: file.name, line, what: t(`roster.${code}` as MessageKey, values) }),
    ),
  );
}
