import type { Claim, FormEdition, Passage, Report } from '../model/index.js';
import { cellLabels, whereabouts } from './labels.js';
import { inert, wrap } from './layout.js';
import type { Translate } from './translate.js';

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

function claimText(claim: Claim, words: Words): string {
  const { t } = words;
  const { kind, measure, value, unit, qualifier, parts, cover, includes, scope, year } = claim;
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
  ];
  const said = t(`claims.${kind}`, { measure: measureText(measure, words), value: amount, parts: sum });
  return notes.length === 0 ? said : t('claims.notes', { said, notes: notes.join(t('pretty.join')) });
}

/** Sentences of a passage, as the source has them. */
function sentencesOf({ source }: Passage): string[] {
  return source.split(/(?<=[。；！？;])/u).map((sentence) => sentence.trim());
}

/** How each sentence of the prose that holds a number or a claim was read. */
export function claimsText(
  report: Report,
  forms: readonly FormEdition[],
  columns: number,
  t: Translate,
): string {
  const words = { t, labelOf: cellLabels(forms, report.layout.id, t) };
  const open = [...report.claims];
  const lines = report.sections.flatMap(({ heading, passages }) => {
    const read = passages.flatMap((passage) =>
      sentencesOf(passage).flatMap((sentence) => {
        const claims = open.filter(({ quote }) => sentence.includes(quote));
        for (const claim of claims) open.splice(open.indexOf(claim), 1);
        if (claims.length === 0 && !/\d/.test(sentence.normalize('NFKC'))) return [];
        const where = whereabouts(claims[0]?.at ?? passage.at, t);
        return [
          '',
          ...wrap(inert(t('pretty.located', { text: sentence, where })), columns),
          ...(claims.length === 0 ? [`  → ${t('claims.nothing')}`] : []),
          ...claims.flatMap((claim) =>
            wrap(`→ ${claimText(claim, words)}`, columns - 2).map((line) => `  ${line}`),
          ),
        ];
      }),
    );
    return read.length === 0
      ? []
      : ['', `## ${heading === null ? t('claims.preface') : inert(heading)}`, ...read];
  });
  const rest = open.flatMap((claim) => [
    '',
    ...wrap(inert(t('pretty.located', { text: claim.quote, where: whereabouts(claim.at, t) })), columns),
    ...wrap(`→ ${claimText(claim, words)}`, columns - 2).map((line) => `  ${line}`),
  ]);
  return `${[inert(report.source.name), ...lines, ...rest].join('\n')}\n`;
}
