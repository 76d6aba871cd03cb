import type { Audit, Category, Finding, Repair } from '../../model/index.js';
import { assumptionText } from '../findings/assumed.js';
import { cellLines } from '../tables/cell-lines.js';
import { causesOf, causeTitle, worstOf, type Cause } from '../findings/causes.js';
import { fateOf } from '../findings/changes.js';
import { comparisonText } from '../findings/comparison-text.js';
import { gapsOf } from '../findings/gaps.js';
import { tablesOf } from '../tables/grid.js';
import { tableName } from '../labels.js';
import { paragraph, plain, strong, table } from '../formats/markdown.js';
import { flagsOf, signs } from '../tables/marks.js';
import { percent } from '../percent.js';
import type { Context } from '../renderer.js';
import { reviewText } from '../office/review.js';
import type { Translate } from '../translate.js';
import {
  proposal,
  quoteTexts,
  repairLead,
  repairText,
  tellingCells,
  valueOf,
  wordsOf,
  type NamedWords,
} from '../words.js';

/** Repairs named one by one before the rest is only counted. */
const listed = 6;

/** A name of the catalogue, with or without its colon, as the lead of a line. */
const name = (text: string, t: Translate) => strong(text.replace(/[：:]\s*$/, '') + t('text.colon').trim());

const item = (depth: number, text: string) => `${'  '.repeat(depth)}- ${text}`;

function facts({ audit, t }: NamedWords, { forms, lang }: Context): string[] {
  const { agency, source, layout, grade, score, coverage, subscores, verdictText } = audit;
  const edition = forms.find(({ id }) => id === layout.id)?.name[lang];
  const status = t(`layout.${layout.status}`);
  const { applicable, assessed } = coverage;
  const scores = (Object.entries(subscores) as [Category, number][])
    .map(([category, each]) => `${t(`category.${category}`)} ${each}`)
    .join(t('pretty.list'));
  const lines: [string, string | null][] = [
    [
      t('pretty.grade'),
      score === null ? t('pretty.gradeWithheld', { grade }) : t('pretty.gradeValue', { grade, score }),
    ],
    [t('html.verdict'), verdictText],
    [
      t('html.share'),
      t('pretty.located', {
        text: percent(coverage.share),
        where: t('html.shareOf', { applicable, assessed }),
      }),
    ],
    [t('assumed.title'), assumptionText(audit, t)],
    [t('pretty.subscores'), scores === '' ? null : scores],
    [t('html.agency'), [t(`level.${agency.level}`), t(`kind.${agency.kind}`)].join(t('pretty.list'))],
    [t('html.form'), edition === undefined ? status : t('pretty.layoutValue', { name: edition, status })],
    [t('html.source'), t('pretty.source', { name: source.name, format: t(`format.${source.format}`) })],
  ];
  return lines.flatMap(([label, text]) =>
    text === null ? [] : [item(0, `${name(label, t)} ${plain(text)}`)],
  );
}

function fieldsOf(words: NamedWords, finding: Finding, depth: number): string[] {
  const { t } = words;
  const { message, basis, fix, suspect, assuming } = finding;
  const review = reviewText(finding, t);
  const comparison = comparisonText(words, finding);
  const fate = fateOf(words.audit, finding.id);
  const { lines, more: others } = cellLines(words, tellingCells(words, finding));
  const nested = (label: string, texts: readonly string[], more: number) =>
    texts.length === 0
      ? []
      : [
          item(depth, name(label, t)),
          ...texts.map((text) => item(depth + 1, plain(text))),
          ...(more === 0 ? [] : [item(depth + 1, t('pretty.others', { count: more }))]),
        ];
  const line = (label: string, text: string) => item(depth, `${name(label, t)} ${plain(text)}`);
  return [
    line(t('pretty.problem'), message),
    ...(suspect === 'extraction' ? [line(t('pretty.note'), t('pretty.extraction'))] : []),
    ...(assuming.length > 0
      ? [line(t('pretty.note'), t('assumed.finding', { count: assuming.length }))]
      : []),
    ...(comparison === null ? [] : [line(t('text.comparison'), comparison)]),
    ...nested(
      t('pretty.cells'),
      lines.map(({ text }) => text),
      others,
    ),
    ...nested(t('pretty.quote'), quoteTexts(words, finding), 0),
    line(t('pretty.basis'), t('pretty.basisValue', { document: basis.document, article: basis.article })),
    ...(fix === null ? [] : [line(t('pretty.fix'), fix)]),
    ...(review === null ? [] : [line(t('review.name'), review)]),
    ...(fate === null ? [] : [line(t('changes.name'), t(`changes.${fate}`))]),
    line(t('review.fingerprint'), finding.fingerprint),
  ];
}

function repairLines(words: NamedWords, repair: Repair): string[] {
  const { audit, t } = words;
  const others = audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id);
  return [
    `${name(repairLead(repair, t), t)} ${plain(proposal(words, repair))}`,
    '',
    paragraph(repair.why),
    '',
    ...others
      .slice(0, listed)
      .map((other) => item(0, `${name(t('pretty.alternative'), t)} ${plain(repairText(words, other))}`)),
    ...(others.length > listed ? [item(0, t('pretty.more', { count: others.length - listed }))] : []),
    ...(others.length === 0 ? [] : ['']),
  ];
}

function causeLines(words: NamedWords, cause: Cause, number: number): string[] {
  const { t } = words;
  const { repair, findings } = cause;
  const [first] = findings;
  const single = findings.length === 1;
  const severity = t(`severity.${worstOf(findings)}`);
  const headline = single
    ? t('pretty.headline', { severity, title: first?.title ?? '', rule: first?.rule ?? '' })
    : `[${severity}] ${causeTitle(cause, t)}`;
  return [
    '',
    `### ${plain(t('pretty.cause', { number, headline }))}`,
    '',
    ...(repair === null ? [] : repairLines(words, repair)),
    ...findings.flatMap((finding) =>
      single
        ? fieldsOf(words, finding, 0)
        : [
            item(
              0,
              strong(
                t('pretty.headline', {
                  severity: t(`severity.${finding.severity}`),
                  title: finding.title,
                  rule: finding.rule,
                }),
              ),
            ),
            ...fieldsOf(words, finding, 1),
          ],
    ),
  ];
}

function tableLines(words: NamedWords, { forms, lang }: Context): string[] {
  const { audit, t } = words;
  const flags = flagsOf(audit);
  const figure = (address: string) => {
    const mark = flags.get(address)?.mark;
    const text = plain(valueOf(words, address));
    return mark === undefined ? text : `**${text === '' ? '\u3000' : text}** ${plain(signs[mark])}`;
  };
  const drawn = tablesOf(audit, forms).flatMap(({ form, blocks }) => [
    '',
    `### ${plain(`${tableName(form.id, form.section, t)} ${form.title[lang]}`)}`,
    ...(blocks.length === 0 ? ['', t('pretty.noTable')] : []),
    ...blocks.flatMap(({ caption, grid: { headers, rows } }) => [
      '',
      ...(caption === undefined ? [] : [plain(caption), '']),
      table(
        [['', false], ...headers.map((head): [string, boolean] => [head, true])],
        rows.map(({ label, indent, addresses }) => [
          '\u3000'.repeat(indent) + plain(label),
          ...(addresses.length === 0 ? headers.map(() => '') : addresses.map(figure)),
        ]),
      ),
    ]),
  ]);
  const used = [...flags.values()].map(({ mark }) => mark);
  const legend = (['error', 'warning', 'info', 'witness'] as const)
    .filter((mark) => used.includes(mark))
    .map((mark) => plain(`${signs[mark]} ${t(`mark.${mark}`)}`));
  return [
    '',
    `## ${t('html.tables')}`,
    ...(legend.length === 0 ? [] : ['', t('pretty.legend') + legend.join(t('pretty.list'))]),
    ...drawn,
  ];
}

function gapLines({ audit, t }: NamedWords): string[] {
  const gaps = gapsOf(audit).flatMap(({ reason, count, rules }) => [
    item(0, plain(t('pretty.gapReason', { reason: t(`reason.${reason}`), count }))),
    item(1, plain(t(`unlock.${reason}`))),
    item(
      1,
      plain(
        rules
          .map(({ rule, title }) => t('pretty.located', { text: title, where: rule }))
          .join(t('pretty.list')),
      ),
    ),
  ]);
  if (gaps.length === 0) return [];
  return [
    '',
    `## ${t('pretty.gaps', { count: audit.notAssessable.length })}`,
    '',
    t('pretty.gapsNote'),
    '',
    ...gaps,
  ];
}

/** One audit as a page of Markdown. */
export function auditPage(audit: Audit, context: Context): string {
  const words = wordsOf(audit, context);
  const { t } = context;
  const { agency, year } = audit;
  const title = t('html.title', {
    name: agency.name ?? t('pretty.untitled'),
    year: year === null ? t('pretty.noYear') : t('pretty.year', { year }),
  });
  const causes = causesOf(audit);
  const lines = [
    `# ${plain(title)}`,
    '',
    ...facts(words, context),
    '',
    `## ${t('html.steps')}`,
    '',
    ...audit.gradeSteps.map(({ text }) => item(0, plain(text))),
    '',
    `## ${t('html.findings')}`,
    ...(causes.length === 0
      ? ['', t('pretty.clean')]
      : causes.flatMap((cause, index) => causeLines(words, cause, index + 1))),
    ...tableLines(words, context),
    ...gapLines(words),
  ];
  return `${lines.join('\n')}\n`;
}
