import type { ExplainedSentence, FormEdition, Report } from '../../model/index.js';
import { cellLabels, whereabouts } from '../labels.js';
import { inert, wrap } from '../tables/layout.js';
import type { Translate } from '../translate.js';

interface Words {
  t: Translate;
  labelOf: (address: string) => string;
}

/** What is counted, in the words of the form where it is a cell. */
function measureText(measure: string | null, { t, labelOf }: Words): string {
  if (measure === null) return t('claims.unassigned');
  const [, prefix, rest = measure] = /^(change|share)\.(.+)$/.exec(measure) ?? [];
  const label = rest.split('+').map(labelOf).join(' + ');
  if (prefix === undefined) return label;
  return t(prefix === 'change' ? 'claims.change' : 'claims.share', { measure: label });
}

function claimText(claim: ExplainedSentence['claims'][number], words: Words): string {
  const { t } = words;
  const { kind, measure, value, unit, qualifier, parts, cover, includes, scope, year, by } = claim;
  const amount = `${value ?? ''}${unit ?? ''}`;
  const sum = parts
    .map((part) => `${part.value}${part.label === '' ? '' : t('claims.part', { label: part.label })}`)
    .join(' + ');
  const notes = [
    ...(qualifier === 'exact' ? [] : [t(`claims.${qualifier}`)]),
    ...(kind === 'sum' ? [t(`claims.cover.${cover ?? 'exact'}`)] : []),
    ...(includes.length === 0
      ? []
      : [t('claims.includes', { measures: includes.map(words.labelOf).join(t('pretty.list')) })]),
    ...(scope === null ? [] : [t(`claims.scope.${scope}`)]),
    ...(year === null ? [] : [t('claims.year', { year })]),
    t(`claims.by.${by}`),
  ];
  const said = t(`claims.${kind}`, { measure: measureText(measure, words), value: amount, parts: sum });
  return t('claims.notes', { said, notes: notes.join(t('pretty.join')) });
}

/** The sentence as it was cut into words; those that no list knows stand in marks. */
function wordsText({ words }: ExplainedSentence, { t }: Words): string {
  const shown = words.map(({ text, kind }) =>
    kind === 'unknown' ? t('claims.unknown', { word: text }) : text,
  );
  return t('claims.words', { words: shown.join(' ') });
}

/** How one sentence was read: its words, what it states, and why numbers were left aside. */
function sentenceText(sentence: ExplainedSentence, words: Words, columns: number): string[] {
  const { t } = words;
  const { quote, at, claims, unassigned } = sentence;
  const stated = claims.filter(({ measure, kind }) => measure !== null || kind === 'sum');
  const lines = [
    wordsText(sentence, words),
    ...stated.map((claim) => `→ ${claimText(claim, words)}`),
    ...unassigned.map(({ value, unit, why }) =>
      t('claims.leftAside', { value: `${value}${unit ?? ''}`, why: t(`claims.why.${why}`) }),
    ),
  ];
  return [
    '',
    ...wrap(inert(t('pretty.located', { text: quote, where: whereabouts(at, t) })), columns),
    ...lines.flatMap((line) => wrap(inert(line), columns - 2).map((each) => `  ${each}`)),
  ];
}

/** A report and how the sentences of its prose were read. */
export interface ExplainedReport {
  report: Report;
  sentences: readonly ExplainedSentence[];
}

/** How each sentence of the prose that states anything was read. */
export function claimsText(
  { report, sentences }: ExplainedReport,
  forms: readonly FormEdition[],
  columns: number,
  t: Translate,
): string {
  const words = { t, labelOf: cellLabels(forms, report.layout.id, t) };
  const lines = report.sections.flatMap(({ id, heading }) => {
    const own = sentences.filter(({ section }) => section === id);
    const read = own.flatMap((sentence) => sentenceText(sentence, words, columns));
    return read.length === 0
      ? []
      : ['', `## ${heading === null ? t('claims.preface') : inert(heading)}`, ...read];
  });
  return `${[inert(report.source.name), ...lines].join('\n')}\n`;
}

/** The same as JSON, one object for each report. */
export function claimsJson(reports: readonly ExplainedReport[]): string {
  const read = reports.map(({ report, sentences }) => ({
    source: report.source.name,
    agency: report.agency.name,
    year: report.year,
    sentences,
  }));
  return `${JSON.stringify(read, null, 2)}\n`;
}
