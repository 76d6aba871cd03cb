import type { Figures, FormEdition, RegisterTables, Surroundings } from '../../model/index.js';
import { alone } from '../../model/index.js';
import type { RuleTest } from './rule-test.js';
import { reportOf } from './test-report.js';

/** What a rule test says of the reports around its own. */
export function surroundingsOf(test: RuleTest, forms: readonly FormEdition[]): Surroundings {
  const { prior, members, copies, restated } = test;
  const { year, layout } = reportOf(test, forms);
  const figures = (cells: RuleTest['cells'], edition = test.layout): Figures => {
    const read = Object.entries(reportOf({ name: '', layout: edition, cells, expect: 'pass' }, forms).cells);
    return {
      numbers: Object.fromEntries(
        read.flatMap(([address, { value }]) => (value === null ? [] : [[address, value]])),
      ),
      unsure: [],
      contradicted: {},
    };
  };
  return {
    ...alone,
    coveredYears: test.coveredYears ?? [],
    scope: test.scope ?? null,
    versions: restated === undefined ? [] : [{ name: '', differs: restated }],
    earlier:
      prior?.map((each) => ({
        ...figures(each.cells, each.layout),
        name: '',
        year: (year ?? 0) - (each.back ?? 1),
        layout: each.layout ?? layout.id,
        scopeChange: each.scopeChange ?? null,
        likeness: each.likeness ?? {},
        repeated: each.repeated ?? [],
        problems: each.problems === undefined ? [] : each.problems,
      })) ?? null,
    members:
      members?.map((each) => ({
        name: each.name,
        level: each.level ?? 'county',
        kind: each.kind ?? 'department',
        whole: each.whole ?? true,
        report: each.cells === null ? null : { ...figures(each.cells), published: each.published ?? null },
        earlier: each.earlier === undefined ? null : figures(each.earlier),
      })) ?? null,
    register:
      test.register === undefined
        ? null
        : {
            year: year ?? 0,
            cells: registerCells(test.register, Object.keys(reportOf(test, forms).cells)),
            fees: {},
            unclassified: [],
            sheets: [],
            numbers: {},
          },
    copies: copies?.map((each) => ({ ...each, name: each.agency })) ?? null,
  };
}

/** `*` stands for every cell of the form. */
function registerCells(
  register: NonNullable<RuleTest['register']>,
  all: readonly string[],
): RegisterTables['cells'] {
  const figures = Object.entries(register).flatMap(([address, figure]) =>
    (address === '*' ? all : [address]).map((each) => [each, figure] as const),
  );
  return Object.fromEntries(
    figures.map(([address, figure]) => {
      const value = Number(String(figure).replace('+', ''));
      const rows = Array.from({ length: value }, (_, index) => `1!${index + 2}`);
      return [address, { value, rows, open: typeof figure === 'string' ? ['1!99'] : [] }];
    }),
  );
}
