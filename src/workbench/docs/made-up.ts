import { stringify } from 'yaml';
import type { Lang } from '../../model/index.js';
import type { MessageKey, Translate } from '../../report/translate.js';
import { viewForReport } from '../../rules/form/form-view.js';
import { cellLabel } from '../../rules/form/labels.js';
import type { RuleSet } from '../../rules/index.js';
import type { RuleTest } from '../../rules/test/rule-test.js';
import { onEdition, reportOf } from '../../rules/test/test-report.js';
import { code, cut, plain } from './markdown.js';

const LONGEST = 120;

const toldAbove: ReadonlySet<string> = new Set([
  'name',
  'layout',
  'year',
  'agency',
  'cells',
  'expect',
  'blames',
  'blamesClaims',
  'says',
  'suspect',
]);

/** What the made-up report of a test says other than zeros, one fact an item. */
export function madeUp(test: RuleTest, ruleSet: RuleSet, lang: Lang, t: Translate): string[] {
  const { forms } = ruleSet;
  const report = reportOf(onEdition(test, ruleSet), forms);
  const view = viewForReport(forms, report.layout, report.year);
  const { level, kind, name } = report.agency;
  const form = forms.find(({ id }) => id === (test.layout ?? view.edition.id));
  const head = t('docs.report', {
    form: form?.name[lang] ?? '',
    year: report.year ?? t('docs.unknownYear'),
    agency: name === null ? t('docs.noName') : plain(name),
    level: t(`level.${level}`),
    kind: t(`kind.${kind}`),
  });
  const cells = Object.entries(test.cells ?? {}).map(([address, value]) => {
    const label = view.cells.has(address) ? cellLabel(view, address, lang) : code(address);
    return `${label} = ${valueText(value, t)}`;
  });
  return [head, ...circumstances(test, t), ...cells, ...others(test, t)];
}

/** Edition, year and agency where the test sets them, for lists that leave out the head. */
function circumstances(test: RuleTest, t: Translate): string[] {
  const { level, kind, name } = test.agency ?? {};
  const agency = [
    name === null ? t('docs.noName') : name,
    level === undefined ? undefined : t(`level.${level}`),
    kind === undefined ? undefined : t(`kind.${kind}`),
  ].filter((text) => text !== undefined);
  return [
    ...(test.layout === undefined ? [] : [t('docs.applies.layouts', { layouts: test.layout })]),
    ...(test.year === undefined ? [] : [t('docs.yearIs', { year: test.year ?? t('docs.unknownYear') })]),
    ...(agency.length === 0 ? [] : [t('docs.agencyIs', { agency: agency.join('，') })]),
  ];
}

function valueText(value: number | string | null, t: Translate): string {
  if (value === null) return t('docs.blank');
  if (value === 'unreadable' || value === 'absent') return t(`docs.${value}`);
  return typeof value === 'number' ? String(value) : code(value);
}

const names: Readonly<Record<string, MessageKey>> = {
  claims: 'docs.field.claims',
  missing: 'docs.field.missing',
  sections: 'docs.field.sections',
  unsure: 'docs.field.unsure',
  subtotals: 'docs.field.subtotals',
  notes: 'docs.field.notes',
  order: 'docs.field.order',
  headings: 'docs.field.headings',
  title: 'docs.field.title',
  period: 'docs.field.period',
  asides: 'docs.field.asides',
};

/** Fields that are told as they stand in the test. */
function others(test: RuleTest, t: Translate): string[] {
  return Object.entries(test)
    .filter(([key, value]) => !toldAbove.has(key) && value !== undefined)
    .map(([key, value]) => {
      const text = stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
      const name = names[key];
      return t('docs.isSo', {
        name: name === undefined ? code(key) : t(name),
        value: code(cut(text, LONGEST)),
      });
    });
}
