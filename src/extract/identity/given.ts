import {
  cellsOfBlock,
  InputError,
  type BlockReading,
  type Cell,
  type FormEdition,
  type Given,
  type Localised,
} from '../../model/index.js';
import { readValue } from '../tables/value.js';

const pointer = (address: string) => `/cells/${address}`;

function unknownForm(id: string, forms: readonly FormEdition[]): Localised {
  const known = forms.map((form) => form.id).join('|');
  return {
    'zh-CN': `/form: 没有格式版本“${id}”（可选：${known}）`,
    en: `/form: there is no edition ${id} (choices: ${known})`,
  };
}

function unknownCell(address: string, form: string): Localised {
  return {
    'zh-CN': `${pointer(address)}: 格式版本 ${form} 没有这个单元格`,
    en: `${pointer(address)}: edition ${form} has no such cell`,
  };
}

function cellOf(given: number | string | null | undefined, address: string): Cell {
  const at = { path: pointer(address) };
  if (given === undefined) return { value: null, raw: '', state: 'absent', at: null, confidence: 1 };
  if (typeof given === 'number')
    return { value: given, raw: String(given), state: 'number', at, confidence: 1, evidence: 'printed' };
  const read = readValue((given ?? '').normalize('NFKC'));
  const cell = { ...read, raw: given ?? '', at, confidence: 1 };
  return read.state === 'unreadable' ? cell : { ...cell, evidence: 'printed' };
}

/**
 * Cells and sub-tables of a report that was handed over as data. A sub-table without any cell is one that the report does not have.
 * @throws InputError `invalid-json` for an edition or cells that do not exist
 */
export function givenTables(
  { form: id, cells: values }: Given,
  forms: readonly FormEdition[],
): { cells: Record<string, Cell>; blocks: BlockReading[] } {
  const form = forms.find((each) => each.id === id);
  if (form === undefined) throw new InputError('invalid-json', {}, '/form', [unknownForm(id, forms)]);
  const cells: Record<string, Cell> = {};
  const blocks = form.tables.flatMap((table) =>
    table.blocks.map((block): BlockReading => {
      const addresses = cellsOfBlock(table, block).map(({ address }) => address);
      const found = addresses.some((address) => values[address] !== undefined);
      if (found) for (const address of addresses) cells[address] = cellOf(values[address], address);
      return {
        table: table.id,
        block: block.id,
        edition: found ? id : null,
        found,
        at: null,
        oddLabels: [],
        missingLabels: [],
        extraLabels: [],
      };
    }),
  );
  const unknown = Object.keys(values).filter((address) => !Object.hasOwn(cells, address));
  if (unknown.length > 0)
    throw new InputError(
      'invalid-json',
      {},
      null,
      unknown.map((address) => unknownCell(address, id)),
    );
  return { cells, blocks };
}
