import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { printed } from '../../../../form/printed.js';
import { leavesOf, type FormBlock } from '../../../../model/index.js';
import { examples } from '../../../../../test/depth.js';
import { forms } from '../../../../../test/fixtures/defaults.js';
import { boundCells } from '../../../../../test/generators/damage/corrupt.js';
import { editions } from '../../../../../test/generators/form/forms.js';
import { consistentCells, type Values } from '../../../../../test/generators/form/tables.js';
import { readTextBlocks } from '../../../read/text/text.js';
import { linesOf, type PlacedLine } from '../../rows/placed-lines.js';
import { rowLabelsOf } from '../labels/row-labels.js';
import { formOf } from '../readings/settle/settled.js';
import { valuesOf, type FlowValue } from '../values.js';
import { anchoredCells } from './anchored.js';
import { stripsOf } from './strips.js';

const form = editions['2021'];
const table = form.tables.find(({ id }) => id === 't3') ?? expect.fail('no Table 3');
const block: FormBlock = table.blocks[0] ?? expect.fail('no block');
const rows = leavesOf(block.rows ?? []);
const columns = leavesOf(block.columns);
const labels = rows.map(({ label }) => printed(label));
const header = ['申请人情况', '自然人', '法人或其他组织', '商业企业', '总计'];

const figuresOf = (values: Values) =>
  rows.map((row) => columns.map((column) => String(values[`t3.${row.path}.${column.path}`] ?? 0)));

/** The cells that a text gives, row by row: `?` open, `*` behind what sums chose; `null` where nothing is told. */
function read(lines: readonly string[], mayBeInStrips = false): string[] | null {
  const placed = linesOf(readTextBlocks(lines.join('\n')), { simplify: null, pinyin: false });
  const { values } = valuesOf(
    placed.filter((each): each is PlacedLine => each !== null),
    rowLabelsOf(forms, 't3'),
  );
  const numberOf = ({ text }: FlowValue) => Number(text);
  const model = formOf({ form, table }, block);
  const strips = mayBeInStrips ? stripsOf(block, values, model) : [];
  const cells = anchoredCells(block, values, model, numberOf, strips);
  if (cells === null) return null;
  return [...cells].map((each) =>
    each === null ? '?' : each.text + (each.placedBy === undefined ? '' : '*'),
  );
}

const apart = (figures: readonly string[]) => figures.flatMap((each) => [each, '']);

/** A report with figures in every third row, and two of them wrong. */
const [filled] = fc.sample(consistentCells(form, 'busy'), { seed: 4, numRuns: 1 });
const wrong = { ...filled, 't3.received.research': 977, 't3.rejected.petition.business': 983 };

test('rows between labels are told where two figures of the report are wrong', () => {
  const figures = figuresOf(wrong);
  const lines = rows.flatMap((_, row) => [labels[row] ?? '', ...(figures[row] ?? [])]);
  expect(read([...header, ...lines])).toEqual(figures.flat());
});

test('figures before their labels are those of the label behind them, not of the next', () => {
  const figures = figuresOf(filled ?? {});
  const lines = rows.flatMap((_, row) => [(figures[row] ?? []).join(' '), labels[row] ?? '']);
  expect(read([...header, ...lines])).toEqual(figures.flat());
  // With a row of strange figures they could be of the next.
  expect(read([...header, ...lines, '3 0 0 0 0 0 3'])).toBeNull();
});

test('figures of the table above stand before the header', () => {
  const figures = figuresOf(filled ?? {});
  const lines = rows.flatMap((_, row) => [labels[row] ?? '', (figures[row] ?? []).join(' ')]);
  expect(read(['5', '0', ...header, ...lines])).toEqual(figures.flat());
});

test('figures of one row that changed places are left open where the columns show it', () => {
  const figures = figuresOf(filled ?? {});
  const swapped = figures.map((own, row) =>
    row === 0 ? [own[1] ?? '', own[0] ?? '', ...own.slice(2)] : own,
  );
  const lines = rows.flatMap((_, row) => [labels[row] ?? '', ...(swapped[row] ?? [])]);
  const cells = read([...header, ...lines]);
  expect(cells).toEqual(figures.flatMap((own) => ['?', '?', ...own.slice(2)]));
});

test('a figure that its row has at another place is put back by the sum of the row, which then proves it', () => {
  const figures = figuresOf(filled ?? {});
  const moved = figures.map((own, row) => (row === 0 ? [own.at(-1) ?? '', ...own.slice(0, -1)] : own));
  const lines = rows.flatMap((_, row) => [labels[row] ?? '', ...(moved[row] ?? [])]);
  const cells = read([...header, ...lines]);
  expect(cells?.slice(0, 7)).toEqual(figures[0]?.map((each) => `${each}*`));
  expect(cells?.slice(7)).toEqual(figures.slice(1).flat());
});

test('rows that a page gives column by column, each column further right, are told by their places, a wrong figure or not', () => {
  const figures = figuresOf(wrong);
  const petition = rows.findIndex(({ path }) => path === 'rejected.petition');
  const between = (height: number) =>
    rows.flatMap((_, row): string[] => {
      const own = figures.slice(row, row + height);
      if (row > petition && row < petition + height) return [];
      if (row !== petition) return [`${labels[row] ?? ''}  ${(figures[row] ?? []).join('  ')}`];
      const stairs = columns.flatMap((__, column) =>
        own.map((each) => `${' '.repeat(40 + 8 * column)}${(each[column] ?? '').padStart(6)}`),
      );
      return [...labels.slice(row, row + height), ...stairs];
    });
  for (const height of [2, 3]) expect(read([...header, ...between(height)])).toEqual(figures.flat());
  // Figures of one column that do not lie below each other tell no column.
  const [first] = between(2).filter((line) => /^ {48}/.test(line));
  const shifted = between(2).map((line) => (line === first ? line.slice(5) : line));
  expect(read([...header, ...shifted])?.slice(7 * petition, 7 * petition + 14)).toContain('?');
});

test('rows whose labels slid on to the figures of the rows before, which strange figures hide, are left open', () => {
  const figures = figuresOf(filled ?? {});
  const strange: Record<number, string[]> = {
    4: ['81', '82', '83'],
    10: ['84', '85', '86', '87'],
    20: ['88'],
  };
  const [from, to] = [12, 15];
  const lines = rows.flatMap((_, row) => {
    const slid = row >= from && row < to ? [labels[row + 1] ?? ''] : row === to ? [] : [labels[row] ?? ''];
    return [
      ...(strange[row] ?? []),
      ...(row === from ? [labels[row] ?? ''] : []),
      ...slid,
      ...(figures[row] ?? []),
    ];
  });
  const cells = read([...header, ...lines]);
  const told = cells?.map((each, cell) => (/[?*]/.test(each) ? figures.flat()[cell] : each));
  expect(told).toEqual(figures.flat());
});

/** How some rows are written: all behind each other, or the columns of several in strips, in any order of these. */
interface Group {
  height: number;
  widths: number[];
  /** By which the strips are sorted. */
  ranks: number[];
  labels: 'before' | 'beside' | 'behind';
}

const whole: number[] = [7];
const partings = fc
  .array(fc.boolean(), { minLength: 6, maxLength: 6 })
  .map((cuts) =>
    cuts.reduce<number[]>(
      (all, cut) => (cut ? [...all, 1] : [...all.slice(0, -1), (all.at(-1) ?? 0) + 1]),
      [1],
    ),
  );
const groups: fc.Arbitrary<Group> = fc.record({
  height: fc.integer({ min: 1, max: 4 }),
  widths: fc.oneof(fc.constant(whole), partings),
  ranks: fc.oneof(
    fc.constant(Array.from({ length: 7 }, (_, i) => i)),
    fc.array(fc.nat(99), { minLength: 7, maxLength: 7 }),
  ),
  labels: fc.constantFrom('before', 'beside', 'behind'),
});

function written(figures: readonly string[][], plan: readonly Group[]): string[] {
  const lines = [...header];
  let first = 0;
  for (let i = 0; first < rows.length; i += 1) {
    const group = plan[i % plan.length];
    if (group === undefined) break;
    const { widths, labels: where } = group;
    const own = figures.slice(first, first + group.height);
    const names = labels.slice(first, first + group.height);
    first += group.height;
    const ranks = own.length > 1 ? group.ranks : [];
    const order = widths.map((_, k) => k).sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || a - b);
    if (where === 'before') lines.push(...names);
    order.forEach((strip, at) => {
      const left = widths.slice(0, strip).reduce((sum, each) => sum + each, 0);
      own.forEach((row, k) => {
        if (where === 'beside' && at === 0) lines.push(names[k] ?? '');
        lines.push(...apart(row.slice(left, left + (widths[strip] ?? 0))));
      });
    });
    if (where === 'behind') lines.push(...names);
  }
  return lines;
}

test('whatever the order and two wrong figures: what labels and counts tell is as it was printed', () => {
  fc.assert(
    fc.property(
      consistentCells(form),
      fc.array(fc.tuple(fc.constantFrom(...boundCells(form)), fc.integer({ min: 1, max: 30 })), {
        maxLength: 2,
      }),
      fc.array(groups, { minLength: 1, maxLength: 8 }),
      (values, slips, plan) => {
        const figures = figuresOf({ ...values, ...Object.fromEntries(slips) });
        const cells = read(written(figures, plan)) ?? [];
        const told = cells.map((each, cell) => (/[?*]/.test(each) ? figures.flat()[cell] : each));
        expect(told).toEqual(cells.length === 0 ? [] : figures.flat());
      },
    ),
    { numRuns: examples(200) },
  );
});

interface Stripped {
  /** Whole rows before the others. */
  whole: number;
  /** Columns beside the labels of the others. */
  width: number;
  where: 'before' | 'behind';
  /** A figure of the other columns, and to where it moves. */
  moved: readonly [from: number, to: number] | null;
}

/** Whole rows, then the first columns of the others beside their labels, then what is left of them. */
function inStrips(figures: readonly string[][], { whole, width, where, moved }: Stripped): string[] {
  const line = (row: number, own: readonly string[]) =>
    where === 'before' ? [labels[row] ?? '', ...apart(own)] : [...apart(own), labels[row] ?? ''];
  const rest = figures.slice(whole).flatMap((own) => own.slice(width));
  if (moved !== null) {
    const [figure = ''] = rest.splice(moved[0] % rest.length, 1);
    rest.splice(moved[1] % (rest.length + 1), 0, figure);
  }
  return [
    ...header,
    ...figures.flatMap((own, row) => line(row, row < whole ? own : own.slice(0, width))),
    ...apart(rest),
  ];
}

const stripped = (moved: fc.Arbitrary<Stripped['moved']>): fc.Arbitrary<Stripped> =>
  fc.record({
    whole: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: rows.length - 12 })),
    width: fc.integer({ min: 1, max: 4 }),
    where: fc.constantFrom('before', 'behind'),
    moved,
  });

const place = fc.nat(rows.length * columns.length);
const wrongOne = fc.tuple(fc.constantFrom(...boundCells(form)), fc.integer({ min: 1, max: 30 }));

test('rows in strips are told whole', () => {
  fc.assert(
    fc.property(consistentCells(form, 'busy'), stripped(fc.constant(null)), (values, plan) => {
      const figures = figuresOf(values);
      const cells = read(inStrips(figures, plan), true)?.map((each) => each.replace('*', ''));
      expect(cells).toEqual(figures.flat());
    }),
    { numRuns: examples(40) },
  );
});

test('rows in strips are told where a figure of the report is wrong', () => {
  const figures = figuresOf({ ...filled, 't3.received.research': 977 });
  for (const width of [1, 2, 3])
    for (const where of ['before', 'behind'] as const)
      expect(read(inStrips(figures, { whole: 0, width, where, moved: null }), true)).toEqual(figures.flat());
});

test('where a figure of strips stands in another row, what the sums put back is proven by them', () => {
  const figures = figuresOf(filled ?? {});
  const rest = (row: number) => row * (columns.length - 1);
  const cells = read(
    inStrips(figures, { whole: 0, width: 1, where: 'before', moved: [rest(1) - 1, rest(20)] }),
    true,
  );
  expect(cells?.map((each) => each.replace('*', ''))).toEqual(figures.flat());
  expect(cells?.map((each) => each.endsWith('*'))).toEqual(
    figures.flatMap((own) => own.map((_, column) => column > 0)),
  );
});

test('figures before and behind one label whose sum does not hold are of no column', () => {
  const figures = figuresOf(filled ?? {});
  const lines = figures.flatMap((own, row) =>
    row === 19 ? ['0', '0', '0', '0', '0', '0', labels[row] ?? '', '10'] : [...own, labels[row] ?? ''],
  );
  const cells = read([...header, ...lines]);
  expect(cells?.slice(19 * 7, 20 * 7)).toEqual(Array.from({ length: 7 }, () => '?'));
});

test('figures before and behind one label that add up in either order are told where both orders agree', () => {
  const figures = figuresOf({
    't3.rejected.confirmation.naturalPerson': 68,
    't3.rejected.confirmation.total': 68,
  });
  const confirmation = rows.findIndex(({ path }) => path === 'rejected.confirmation');
  const lines = figures.flatMap((own, row) =>
    row === confirmation
      ? [own.slice(1).join(' '), labels[row] ?? '', own[0] ?? '']
      : [labels[row] ?? '', ...own],
  );
  const cells = read([...header, ...lines]);
  expect(cells?.slice(confirmation * 7, confirmation * 7 + 7)).toEqual([
    '?',
    '0*',
    '0*',
    '0*',
    '0*',
    '?',
    '68*',
  ]);
});

/** One figure stands elsewhere, or one is wrong: both at once can look like neither. */
const oneFault = fc.oneof(
  fc.record({ plan: stripped(fc.tuple(place, place)), slips: fc.constant([]) }),
  fc.record({ plan: stripped(fc.constant(null)), slips: fc.tuple(wrongOne) }),
);

test('figures in strips are none of a wrong cell where one stands elsewhere or is wrong', () => {
  fc.assert(
    fc.property(consistentCells(form, 'busy'), oneFault, (values, { plan, slips }) => {
      const figures = figuresOf({ ...values, ...Object.fromEntries<number>(slips) });
      const cells = read(inStrips(figures, plan), true) ?? [];
      // What the sum of a row with a wrong figure chose, other sums must bear out later.
      const isLeft = slips.length === 0 ? /^\?/ : /[?*]/;
      const told = cells.map((each, cell) =>
        isLeft.test(each) ? figures.flat()[cell] : each.replace('*', ''),
      );
      expect(told).toEqual(cells.length === 0 ? [] : figures.flat());
    }),
    { numRuns: examples(100) },
  );
});
