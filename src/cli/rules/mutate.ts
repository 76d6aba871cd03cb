import type { Lang } from '../../model/index.js';
import { translator, type Translate } from '../../report/translate.js';
import { flow } from '../../workbench/mutate/flow.js';
import { mutateRules, type RuleScore } from '../../workbench/mutate/index.js';
import { slipReports, type SlipScore } from '../../workbench/mutate/slips.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { rulesOf } from './rule-files.js';

/** `gouji rules mutate [FILE]`: how well tests guard the rules, and how well the rules guard the cells. */
export async function mutateRulesOf(
  file: string | undefined,
  lang: Lang,
  { defaults }: Host,
): Promise<number> {
  const t = translator(lang);
  const { own } = await rulesOf(file, defaults);
  const scores = await mutateRules(own);
  for (const score of scores) process.stdout.write(ruleText(score, t));
  const count = (key: 'mutants' | 'killed' | 'equivalent') =>
    scores.reduce((sum, score) => sum + score[key], 0);
  const [mutants, killed] = [count('mutants'), count('killed')];
  process.stdout.write(
    `${t('mutate.total', { score: percent(killed, mutants), killed, mutants, equivalent: count('equivalent') })}\n`,
  );
  const slips = file === undefined ? await slipReports(own) : null;
  if (slips !== null) process.stdout.write(slipText(slips, t));
  const open = slips?.unnoticed.some(({ explained }) => !explained) === true;
  return killed < mutants || open ? status.findings : status.clean;
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '100' : String(Math.floor((1000 * part) / whole) / 10);
}

function ruleText({ rule, mutants, killed, survivors }: RuleScore, t: Translate): string {
  const lines = survivors.flatMap(({ mutant, test }) => [
    `  ${t('mutate.survivor', { mutant })}`,
    ...(test === null ? [`    ${t('mutate.noTest')}`] : [`    ${t('mutate.test')}`, `      - ${flow(test)}`]),
  ]);
  const head = t('mutate.rule', { rule, score: percent(killed, mutants), killed, mutants });
  return survivors.length === 0 ? '' : `${[head, ...lines].join('\n')}\n`;
}

function slipText({ slips, noticed, explained, unnoticed }: SlipScore, t: Translate): string {
  const open = unnoticed.filter((each) => !each.explained);
  const lines = open.map(({ report, cell, slips: kinds }) =>
    t('mutate.unnoticed', { report, cell, slips: kinds.map((kind) => t(`mutate.slip.${kind}`)).join('、') }),
  );
  const total = t('mutate.slips', {
    score: percent(noticed, slips - explained),
    noticed,
    slips: slips - explained,
    explained,
  });
  return `${[...lines, total].join('\n')}\n`;
}
