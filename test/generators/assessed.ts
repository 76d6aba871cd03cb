import {
  cellsOfForm,
  type Cell,
  type CellAddress,
  type Equation,
  type FormEdition,
  type Outcome,
  type Report,
} from '../../src/model/index.js';
import { relationInstances } from '../../src/form/relations.js';

/** Numbers as read; `null`: the cell is blank. */
export type Reading = Record<CellAddress, number | null | 'unreadable'>;

const cellOf = (value: Reading[string]): Cell =>
  typeof value === 'number'
    ? { value, raw: String(value), state: 'number', at: null, confidence: 1 }
    : {
        value: null,
        raw: '',
        state: value === null ? 'blank' : 'unreadable',
        at: null,
        confidence: value === null ? 1 : 0,
      };

/** A report of which nothing is known but its tables, every cell of the form in its place. */
export function reportWith(form: FormEdition, reading: Reading, rest: Partial<Report> = {}): Report {
  return {
    source: { name: 'report.txt', format: 'text', encoding: 'utf-8', sha256: '0'.repeat(64) },
    agency: { name: null, level: 'unknown', kind: 'unknown' },
    agencyQuotes: [],
    year: form.years.from,
    years: [],
    period: null,
    title: null,
    layout: {
      id: form.id,
      status: 'current',
      blocks: form.tables.flatMap((table) =>
        table.blocks.map((block) => ({
          table: table.id,
          block: block.id,
          edition: form.id,
          found: true,
          at: null,
          oddLabels: [],
          missingLabels: [],
          extraLabels: [],
        })),
      ),
    },
    cells: Object.fromEntries(
      cellsOfForm(form).map(({ address }) => [address, cellOf(reading[address] ?? null)]),
    ),
    sections: [],
    claims: [],
    notes: [],
    pages: null,
    tables: form.tables.length,
    ...rest,
  };
}

const known = new WeakMap<FormEdition, Equation[]>();

/** The equations printed on the form: one for each row or column that a relation speaks of. */
export function equationsOf(form: FormEdition): Equation[] {
  const equations = known.get(form) ?? statedBy(form);
  known.set(form, equations);
  return equations;
}

function statedBy(form: FormEdition): Equation[] {
  return relationInstances(form).map(({ left, right }) => ({
    terms: [
      ...left.map((cell) => ({ cell, coefficient: 1 })),
      ...right.map((cell) => ({ cell, coefficient: -1 })),
    ],
  }));
}

export function outcomeWith(outcome: Partial<Outcome>): Outcome {
  return {
    rule: 'MADE-UP',
    category: 'arithmetic',
    bindings: {},
    verdict: 'pass',
    severity: 'error',
    title: '',
    message: '',
    fix: null,
    basis: { document: '', article: '' },
    cells: [],
    claims: [],
    quotes: [],
    left: null,
    right: null,
    shown: { left: outcome.left ?? null, right: outcome.right ?? null },
    equation: null,
    reason: null,
    assuming: [],
    suspect: 'report',
    contradicted: [],
    ...outcome,
  };
}

/** What an arithmetic rule says that states one equation, blanks counted as none. */
export function assessed(equation: Equation, reading: Reading): Outcome {
  const cells = equation.terms.map(({ cell }) => cell);
  const unread = cells.filter((cell) => reading[cell] === 'unreadable');
  if (unread.length > 0) {
    return outcomeWith({ verdict: 'notAssessable', cells: unread, equation, reason: 'cell-unreadable' });
  }
  const assuming = cells.filter((cell) => (reading[cell] ?? null) === null);
  const side = (sign: number): { value: number; cells: CellAddress[] } => {
    const terms = equation.terms.filter(({ coefficient }) => Math.sign(coefficient) === sign);
    return {
      value: terms.reduce(
        (sum, { cell, coefficient }) => sum + sign * coefficient * Number(reading[cell] ?? 0),
        0,
      ),
      cells: terms.map(({ cell }) => cell),
    };
  };
  const [left, right] = [side(1), side(-1)];
  if (left.value === right.value) return outcomeWith({ cells, equation, left, right, assuming });
  return outcomeWith({
    verdict: 'fail',
    title: 'does not add up',
    message: `${left.value} ≠ ${right.value}`,
    cells,
    equation,
    left,
    right,
    assuming,
  });
}

/** The outcomes of all equations of the form, each a rule of its own, in the order of the form. */
export function assessedForm(form: FormEdition, reading: Reading): Outcome[] {
  return equationsOf(form).map((equation, index) => ({
    ...assessed(equation, reading),
    rule: `SUM-${index + 1}`,
  }));
}
