import type { Cell, Outcome, Report } from '../../model/index.js';
import { selectCells } from '../../rules/form/address.js';
import { selectorsOf } from '../../rules/load/compile.js';
import { evaluate } from '../../rules/evaluate/evaluate.js';
import { viewForReport } from '../../rules/form/form-view.js';
import type { RuleSet } from '../../rules/index.js';
import { onEdition, reportOf } from '../../rules/test/test-report.js';

export type SlipKind = 'more' | 'less' | 'tenfold' | 'swapped' | 'cut' | 'neighbour' | 'blank' | 'negative';

/** A clean report with one cell wrong, and what no rule noticed. */
export interface Unnoticed {
  report: string;
  cell: string;
  slips: SlipKind[];
  /** Said in the file to be beyond any rule. */
  explained: boolean;
}

export interface SlipScore {
  slips: number;
  noticed: number;
  explained: number;
  unnoticed: Unnoticed[];
}

/** Makes every typical slip in every cell of the clean reports, one at a time, and looks whether any rule that reads cells says something else. */
export async function slipReports(ruleSet: RuleSet): Promise<SlipScore> {
  const score: SlipScore = { slips: 0, noticed: 0, explained: 0, unnoticed: [] };
  const readers = ruleSet.rules.filter(({ conditions }) => selectorsOf(conditions).length > 0);
  const rules: RuleSet = { ...ruleSet, rules: readers };
  for (const clean of ruleSet.reports) {
    const report = reportOf(onEdition({ ...clean, expect: 'pass' }, ruleSet), ruleSet.forms);
    const view = viewForReport(ruleSet.forms, report.layout, report.year);
    const excused = new Set(
      ruleSet.unguarded.flatMap(({ cells }) => cells.flatMap((each) => [...selectCells(view, each)])),
    );
    const before = said(await evaluate(report, rules, { lang: 'zh-CN' }));
    const addresses = [...view.cells.keys()];
    for (const [index, address] of addresses.entries()) {
      const own = report.cells[address];
      const beside = report.cells[addresses[index + 1] ?? ''];
      if (own === undefined) continue;
      const missed: SlipKind[] = [];
      for (const [kind, cell] of slipsOf(own, beside)) {
        const changed: Report = { ...report, cells: { ...report.cells, [address]: cell } };
        const after = said(await evaluate(changed, rules, { lang: 'zh-CN' }));
        score.slips += 1;
        if (isNoticed(before, after, kind)) score.noticed += 1;
        else missed.push(kind);
      }
      if (missed.length === 0) continue;
      const explained = excused.has(address);
      if (explained) score.explained += missed.length;
      score.unnoticed.push({ report: clean.name, cell: address, slips: missed, explained });
    }
  }
  return score;
}

/** Verdicts by rule and variables. */
function said(outcomes: readonly Outcome[]): Map<string, Outcome['verdict']> {
  const verdicts = new Map<string, Outcome['verdict']>();
  for (const { rule, bindings, verdict } of outcomes) {
    const key = `${rule} ${JSON.stringify(bindings)}`;
    const known = verdicts.get(key);
    if (known !== 'fail')
      verdicts.set(key, known === 'notAssessable' && verdict === 'pass' ? known : verdict);
  }
  return verdicts;
}

/** A wrong number must be accused; of a blank it is enough that rules can no longer be assessed. */
function isNoticed(
  before: ReadonlyMap<string, Outcome['verdict']>,
  after: ReadonlyMap<string, Outcome['verdict']>,
  kind: SlipKind,
): boolean {
  return [...after].some(([key, verdict]) => {
    if (verdict === before.get(key)) return false;
    return verdict === 'fail' || (kind === 'blank' && verdict === 'notAssessable');
  });
}

function slipsOf(own: Cell, beside: Cell | undefined): [SlipKind, Cell][] {
  const { value } = own;
  if (value === null) return [];
  const digits = String(value);
  const swapped = Number(digits.slice(1, 2) + digits.slice(0, 1) + digits.slice(2));
  const wrong: [SlipKind, number][] = [
    ['more', value + 1],
    ['negative', -1],
    ...(value > 0
      ? ([
          ['less', value - 1],
          ['tenfold', value * 10],
        ] as [SlipKind, number][])
      : []),
    ...(digits.length > 1 ? ([['cut', Number(digits.slice(0, -1))]] as [SlipKind, number][]) : []),
    ...(digits.length > 1 && Number.isInteger(value) ? ([['swapped', swapped]] as [SlipKind, number][]) : []),
    ...(typeof beside?.value === 'number' ? ([['neighbour', beside.value]] as [SlipKind, number][]) : []),
  ];
  return [
    ...wrong
      .filter(([, number]) => number !== value)
      .map(([kind, number]): [SlipKind, Cell] => [kind, { ...own, value: number, raw: String(number) }]),
    ['blank', { ...own, value: null, raw: '', state: 'blank' }],
  ];
}
