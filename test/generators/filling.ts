import * as fc from 'fast-check';
import { cellsOfForm, type CellAddress, type CellState } from '../../src/model/index.js';
import { chooser, choices, type Chooser } from './form/choices.js';
import type { ReportModel } from './report.js';

/** What stands in one cell and what a reader must make of it. */
export interface CellText {
  text: string;
  state: CellState;
  value: number | null;
}

export type Filling = Record<CellAddress, CellText>;

/**
 * How an agency writes its figures. `plain`: digits everywhere; `separated`: thousands separators; `wide`: full-width digits;
 * `zeroBlank`: no figure where nothing is to report in Table 3; `someBlank`: some zeros left out; `placeholder`: a mark instead of a zero.
 */
export type FillingStyle = 'plain' | 'separated' | 'wide' | 'zeroBlank' | 'someBlank' | 'placeholder';

export const fillingStyles: fc.Arbitrary<FillingStyle> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<FillingStyle>('plain') },
  {
    weight: 3,
    arbitrary: fc.constantFrom<FillingStyle>('separated', 'wide', 'zeroBlank', 'someBlank', 'placeholder'),
  },
);

const blank: CellText = { text: '', state: 'blank', value: null };
const digitsOf = (value: number): CellText => ({ text: String(value), state: 'number', value });

function separated(value: number): CellText {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return { text: fraction === undefined ? grouped : `${grouped}.${fraction}`, state: 'number', value };
}

function wide(value: number): CellText {
  const text = String(value).replace(/[\d.-]/g, (character) =>
    String.fromCharCode(character.charCodeAt(0) + 0xfee0),
  );
  return { text, state: 'number', value };
}

function written(
  address: CellAddress,
  value: number,
  style: FillingStyle,
  mark: string,
  choose: Chooser,
): CellText {
  switch (style) {
    case 'plain':
      return digitsOf(value);
    case 'separated':
      return separated(value);
    case 'wide':
      return wide(value);
    case 'zeroBlank':
      return value === 0 && address.startsWith('t3.') ? blank : digitsOf(value);
    case 'someBlank':
      return value === 0 && choose([false, true]) ? blank : digitsOf(value);
    case 'placeholder':
      return value === 0 ? { text: mark, state: 'placeholder', value: null } : digitsOf(value);
  }
}

/** The report's figures as written in one style. */
export function fillings(report: ReportModel, style: FillingStyle): fc.Arbitrary<Filling> {
  return fc.tuple(choices, fc.constantFrom('/', '-', '—', '无')).map(([picks, mark]) => {
    const choose = chooser(picks);
    return Object.fromEntries(
      cellsOfForm(report.form).map(({ address }) => [
        address,
        written(address, report.values[address] ?? 0, style, mark, choose),
      ]),
    );
  });
}

export const hasBlanks = (filling: Filling): boolean =>
  Object.values(filling).some((cell) => cell.state === 'blank');
