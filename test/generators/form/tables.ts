import * as fc from 'fast-check';
import { cellsOfForm, leavesOf, type CellAddress, type FormEdition } from '../../../src/model/index.js';
import { blockOf } from './forms.js';

export type Values = Record<CellAddress, number>;

/** What the agency that reports may plausibly have to report. */
export interface TableScope {
  /** Only governments with rule-making power have figures for 规章. */
  regulations: boolean;
  /** Whether the agency issues normative documents at all. */
  normativeDocs: boolean;
  /** At least one licence or penalty was decided: the agency's whole work is such decisions. */
  busyWithDecisions: boolean;
  /** Upper bound of 行政事业性收费 in 万元. */
  maxFees: number;
}

const anyScope: TableScope = {
  regulations: true,
  normativeDocs: true,
  busyWithDecisions: false,
  maxFees: 900,
};

/**
 * How much there is to report. `zero`: nothing at all; `sparse`: a handful of applications, the common case;
 * `busy`: every other cell filled, with two and three digits; `large`: a big city, four digits and more;
 * `full`: no cell is zero, so that a zero read anywhere is a number that nobody printed.
 */
export type Shape = 'zero' | 'sparse' | 'busy' | 'large' | 'full';

const entries: Record<Shape, { few: number; many: number; max: number }> = {
  zero: { few: 0, many: 0, max: 0 },
  sparse: { few: 1, many: 6, max: 9 },
  busy: { few: 20, many: 90, max: 60 },
  large: { few: 40, many: 110, max: 3000 },
  full: { few: 0, many: 0, max: 99 },
};

export const shapes: fc.Arbitrary<Shape> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Shape>('sparse') },
  { weight: 2, arbitrary: fc.constant<Shape>('zero') },
  { weight: 2, arbitrary: fc.constant<Shape>('busy') },
  { weight: 1, arbitrary: fc.constant<Shape>('large') },
);

/** Values for every cell of the edition that satisfy every relation of the form and every stock-and-flow logic behind it. */
export function consistentCells(
  form: FormEdition,
  shape: Shape | fc.Arbitrary<Shape> = shapes,
  scope: TableScope = anyScope,
): fc.Arbitrary<Values> {
  const chosen = typeof shape === 'string' ? fc.constant(shape) : shape;
  return chosen.chain((one) =>
    applications(form, one).chain((applied) =>
      fc
        .record({ disclosed: disclosure(form, one, scope), disputed: disputes(form, one, applied) })
        .map(({ disclosed, disputed }) => inFormOrder(form, { ...disclosed, ...applied, ...disputed })),
    ),
  );
}

function inFormOrder(form: FormEdition, values: Values): Values {
  return Object.fromEntries(cellsOfForm(form).map(({ address }) => [address, values[address] ?? 0]));
}

function applicationLabels(form: FormEdition): { columns: string[]; results: string[] } {
  const block = blockOf(form, 'applications');
  const flow = ['received', 'carriedIn', 'totalHandled', 'carriedOut'];
  return {
    columns: leavesOf(block.columns)
      .map((leaf) => leaf.path)
      .filter((path) => path !== 'total'),
    results: leavesOf(block.rows ?? [])
      .map((leaf) => leaf.path)
      .filter((path) => !flow.includes(path)),
  };
}

function applications(form: FormEdition, shape: Shape): fc.Arbitrary<Values> {
  const { columns, results } = applicationLabels(form);
  const { few, many, max } = entries[shape];
  const column = fc.oneof(
    { weight: 3, arbitrary: fc.constant(0) },
    { weight: 2, arbitrary: fc.nat(columns.length - 1) },
  );
  const count = fc.oneof(
    fc.integer({ min: Math.min(1, max), max: Math.min(9, max) }),
    fc.integer({ min: Math.min(1, max), max }),
  );
  const upTo40 = fc.integer({ min: 0, max: Math.min(max, 40) });
  const someHandled = fc.array(fc.record({ row: fc.nat(results.length - 1), column, count }), {
    minLength: few,
    maxLength: many,
  });
  const everyHandled = fc.tuple(
    ...columns.flatMap((_, column) =>
      results.map((_, row) => count.map((count) => ({ row, column, count }))),
    ),
  );
  const someCarried = fc.array(fc.record({ column, count: upTo40 }), { maxLength: few === 0 ? 0 : 3 });
  const everyCarried = fc.tuple(
    ...columns.map((_, column) => fc.integer({ min: 1, max: 9 }).map((count) => ({ column, count }))),
  );
  const carried = shape === 'full' ? everyCarried : someCarried;
  return fc
    .record({
      handled: shape === 'full' ? everyHandled : someHandled,
      carriedIn: carried,
      carriedOut: carried,
    })
    .map(({ handled, carriedIn, carriedOut }) => {
      const grid = columns.map(() => results.map(() => 0));
      for (const [index, each] of handled.entries()) {
        // A report without a single natural person is odd enough to be questioned; the first entry is always one.
        const into = grid[index === 0 ? 0 : each.column] ?? [];
        into[each.row] = (into[each.row] ?? 0) + each.count;
      }
      const perColumn = grid.map((results, index) => {
        const handledHere = sum(results);
        const out = sum(carriedOut.filter((each) => each.column === index).map((each) => each.count));
        const wishedIn = sum(carriedIn.filter((each) => each.column === index).map((each) => each.count));
        // Nothing stays open for a whole year: what was carried in was handled, what is carried out was received.
        const inFlow = Math.min(wishedIn, handledHere);
        return { results, handled: handledHere, in: inFlow, out, received: handledHere + out - inFlow };
      });
      return spread(form, columns, results, avoidOddities(results, perColumn));
    });
}

interface ColumnFlow {
  results: number[];
  handled: number;
  in: number;
  out: number;
  received: number;
}

/** Six equal columns, or nothing but repeated applications, cannot be told from a mistake: one more is granted. */
function avoidOddities(rows: string[], flows: ColumnFlow[]): ColumnFlow[] {
  const repeat = rows.indexOf('rejected.repeat');
  const onlyRepeats =
    sum(flows.map((flow) => flow.results[repeat] ?? 0)) === sum(flows.map((flow) => flow.received + flow.in));
  const allEqual = flows.every((flow) => flow.received === flows[0]?.received);
  const any = flows.some((flow) => flow.received + flow.in > 0);
  if (!any || !(onlyRepeats || allEqual)) return flows;
  const granted = rows.indexOf('granted');
  return flows.map((flow, index) =>
    index > 0
      ? flow
      : {
          ...flow,
          results: flow.results.map((value, row) => (row === granted ? value + 1 : value)),
          handled: flow.handled + 1,
          received: flow.received + 1,
        },
  );
}

function spread(form: FormEdition, columns: string[], results: string[], flows: ColumnFlow[]): Values {
  const values: Values = {};
  const put = (row: string, of: (flow: ColumnFlow) => number): void => {
    for (const [index, column] of columns.entries()) {
      const flow = flows[index];
      if (flow !== undefined) values[`t3.${row}.${column}`] = of(flow);
    }
    values[`t3.${row}.total`] = sum(flows.map(of));
  };
  put('received', (flow) => flow.received);
  put('carriedIn', (flow) => flow.in);
  for (const [index, row] of results.entries()) put(row, (flow) => flow.results[index] ?? 0);
  put('totalHandled', (flow) => flow.handled);
  put('carriedOut', (flow) => flow.out);
  return values;
}

function disputes(form: FormEdition, shape: Shape, applied: Values): fc.Arbitrary<Values> {
  const results = ['upheld', 'corrected', 'otherResult', 'pending'];
  const handled = applied['t3.totalHandled.total'] ?? 0;
  const max = shape === 'large' ? 300 : shape === 'busy' ? 30 : 2;
  const some = fc.array(fc.record({ result: fc.nat(3), count: fc.integer({ min: 1, max }) }), {
    maxLength: 3,
  });
  const every = (least: number): typeof some =>
    fc.tuple(
      ...results.map((_, result) =>
        fc.integer({ min: least, max: least + 2 }).map((count) => ({ result, count })),
      ),
    );
  const none = fc.constant<{ result: number; count: number }[]>([]);
  const usually =
    shape === 'sparse' ? fc.oneof({ weight: 3, arbitrary: none }, { weight: 1, arbitrary: some }) : some;
  const groups =
    shape === 'full' ? fc.tuple(every(3), every(1), every(1)) : fc.tuple(usually, usually, usually);
  return groups.map((groups) => {
    // Disputes presuppose decisions, and a suit after review presupposes the review.
    let room = handled;
    let reviews = 0;
    const values: Values = {};
    for (const [index, name] of ['review', 'litigationDirect', 'litigationAfterReview'].entries()) {
      const limit = name === 'litigationAfterReview' ? reviews : room;
      const counts = [0, 0, 0, 0];
      for (const { result, count } of groups[index] ?? []) {
        const left = limit - sum(counts);
        counts[result] = (counts[result] ?? 0) + Math.min(count, left);
      }
      for (const [at, result] of results.entries()) values[`t4.${name}.${result}`] = counts[at] ?? 0;
      values[`t4.${name}.total`] = sum(counts);
      if (name === 'review') reviews = sum(counts);
      if (name !== 'litigationAfterReview') room -= sum(counts);
    }
    return values;
  });
}

function disclosure(form: FormEdition, shape: Shape, scope: TableScope): fc.Arbitrary<Values> {
  return form.id === '2019' ? disclosure2019(shape, scope) : disclosure2021(shape, scope);
}

const decisionsUpTo: Record<Shape, number> = {
  zero: 0,
  sparse: 400,
  busy: 9000,
  large: 4_500_000,
  full: 900,
};

/** Counts up to a number, at least one where no cell may be zero. */
const countUpTo = (max: number, shape: Shape): fc.Arbitrary<number> =>
  fc.integer({ min: shape === 'full' ? 1 : 0, max });

function often(zero: fc.Arbitrary<number>, shape: Shape): fc.Arbitrary<number> {
  return shape === 'sparse'
    ? fc.oneof({ weight: 2, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: zero })
    : zero;
}

/** An amount in 万元: whole, with two or four decimals, or down to the 分. */
function money(max: number): fc.Arbitrary<number> {
  return fc
    .record({ digits: fc.constantFrom(0, 2, 4, 6), parts: fc.nat(999_999_999) })
    .map(({ digits, parts }) => Number(((parts / 999_999_999) * max).toFixed(digits)));
}

function disclosure2021(shape: Shape, scope: TableScope): fc.Arbitrary<Values> {
  const few = countUpTo(shape === 'zero' ? 0 : shape === 'large' ? 120 : 12, shape);
  const files = (allowed: boolean): fc.Arbitrary<{ made: number; repealed: number; kept: number }> =>
    allowed
      ? fc.record({ made: often(few, shape), repealed: often(few, shape), kept: often(few, shape) })
      : fc.constant({ made: 0, repealed: 0, kept: 0 });
  const decisions = often(countUpTo(decisionsUpTo[shape], shape), shape);
  return fc
    .record({
      regulations: files(scope.regulations && shape !== 'sparse'),
      normativeDocs: files(scope.normativeDocs),
      licensing: decisions,
      penalty: decisions,
      coercion: decisions,
      fees:
        shape === 'zero'
          ? fc.constant(0)
          : often(money(scope.maxFees), shape).map((fees) => (shape === 'full' ? Math.max(fees, 0.5) : fees)),
    })
    .map(({ regulations, normativeDocs, licensing, penalty, coercion, fees }) => ({
      't2.regulations.made': regulations.made,
      't2.regulations.repealed': regulations.repealed,
      't2.regulations.inForce': regulations.made + regulations.kept,
      't2.normativeDocs.made': normativeDocs.made,
      't2.normativeDocs.repealed': normativeDocs.repealed,
      't2.normativeDocs.inForce': normativeDocs.made + normativeDocs.kept,
      't2.licensing.decisions': scope.busyWithDecisions ? licensing + 1 : licensing,
      't2.penalty.decisions': penalty,
      't2.coercion.decisions': coercion,
      't2.fees.amount': fees,
    }));
}

function disclosure2019(shape: Shape, scope: TableScope): fc.Arbitrary<Values> {
  const few = countUpTo(shape === 'zero' ? 0 : shape === 'large' ? 400 : 20, shape);
  const files = (allowed: boolean): fc.Arbitrary<{ made: number; disclosed: number; older: number }> =>
    allowed
      ? fc.record({ made: often(few, shape), disclosed: often(few, shape), older: often(few, shape) })
      : fc.constant({ made: 0, disclosed: 0, older: 0 });
  const change =
    shape === 'zero'
      ? fc.constant(0)
      : shape === 'full'
        ? fc.integer({ min: 1, max: 9 })
        : fc.oneof(fc.constant(0), fc.integer({ min: -9, max: 9 }));
  const items = fc.record({
    prior: often(few, shape),
    change,
    decisions: often(countUpTo(decisionsUpTo[shape], shape), shape),
  });
  return fc
    .record({
      regulations: files(scope.regulations && shape !== 'sparse'),
      normativeDocs: files(scope.normativeDocs),
      items: fc.tuple(items, items, items, items),
      fees: items,
      projects: often(few, shape),
      amount: money(scope.maxFees * 10),
    })
    .map(({ regulations, normativeDocs, items, fees, projects, amount }) => {
      const values: Values = {};
      for (const [name, file] of Object.entries({ regulations, normativeDocs })) {
        values[`t2.${name}.newlyMade`] = file.made;
        values[`t2.${name}.newlyDisclosed`] = Math.min(file.disclosed, file.made);
        values[`t2.${name}.totalDisclosed`] = Math.min(file.disclosed, file.made) + file.older;
      }
      for (const [index, name] of ['licensing', 'otherServices', 'penalty', 'coercion'].entries()) {
        const item = items[index];
        if (item === undefined) continue;
        const needed = name === 'licensing' && scope.busyWithDecisions ? 1 : 0;
        const decisions = Math.max(item.decisions, needed);
        // Decisions presuppose an item to decide on, and items cannot fall below none.
        const prior = decisions > 0 ? item.prior + 1 : item.prior;
        values[`t2.${name}.priorItems`] = prior;
        values[`t2.${name}.change`] = Math.max(item.change, decisions > 0 ? 1 - prior : -prior);
        values[`t2.${name}.decisions`] = decisions;
      }
      values['t2.fees.priorItems'] = fees.prior;
      values['t2.fees.change'] = Math.max(fees.change, -fees.prior);
      values['t2.procurement.projects'] = projects;
      values['t2.procurement.amount'] = projects === 0 ? 0 : Math.max(amount, 0.01);
      return values;
    });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
