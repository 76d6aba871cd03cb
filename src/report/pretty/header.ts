import type { Category, Grade, Severity } from '../../model/index.js';
import { assumptionText } from '../findings/assumed.js';
import { changesLine } from '../findings/changes.js';
import { overlayText } from '../overlays.js';
import { percent } from '../percent.js';
import { summarise } from '../office/summarise.js';
import { standing, tally } from '../office/review.js';
import type { Translate } from '../translate.js';
import { fieldList, hanging, type Field, type View } from './view.js';
import type { Paint } from './paint.js';

export function gradeStyle(paint: Paint, grade: Grade): (text: string) => string {
  if (grade === 'A' || grade === 'B') return paint.good;
  return grade === 'D' || grade === 'E' ? paint.error : paint.warning;
}

function gradeFields({ audit, t, paint }: View): Field[] {
  const { grade, score, gradeSteps, coverage, verdict, verdictText } = audit;
  const assumed = assumptionText(audit, t);
  const text =
    score === null ? t('pretty.gradeWithheld', { grade }) : t('pretty.gradeValue', { grade, score });
  const share = t('pretty.coverage', {
    share: percent(coverage.share),
    applicable: coverage.applicable,
    assessed: coverage.assessed,
  });
  return [
    { name: t('pretty.grade'), text, style: gradeStyle(paint, grade) },
    { name: t('pretty.steps'), text: gradeSteps.map(({ text }) => text).join(t('pretty.join')) },
    { name: t('pretty.verdict'), text: verdictText, style: verdict === 'clear' ? paint.good : paint.warning },
    { name: '', text: [share, ...(assumed === null ? [] : [assumed])].join(t('pretty.join')) },
  ];
}

function subscores({ audit, t }: View): Field[] {
  const scores = Object.entries(audit.subscores) as [Category, number][];
  if (scores.length === 0) return [];
  const text = scores
    .map(([category, score]) => `${t(`category.${category}`)} ${score}`)
    .join(t('pretty.list'));
  return [{ name: t('pretty.subscores'), text }];
}

export function countsOf(counts: Record<Severity, number>, t: Translate): string {
  const { error, warning, info } = counts;
  return error + warning + info === 0 ? t('pretty.clean') : t('pretty.counts', { error, warning, info });
}

/** Who, what and how well: the top of the page. */
export function header(view: View): string[] {
  const { audit, context, t, paint } = view;
  const { agency, year, source, layout } = audit;
  const name = agency.name ?? t('pretty.untitled');
  const edition = context.forms.find(({ id }) => id === layout.id)?.name[context.lang];
  const status = t(`layout.${layout.status}`);
  const format = t(`format.${source.format}`);
  const { counts, dismissed } = tally(audit);
  const { changes } = summarise(audit);
  const overlays = overlayText(context.provenance, t);
  const excused = dismissed === 0 ? '' : t('review.count', { count: dismissed });

  const fields: Field[] = [
    {
      name: t('pretty.file'),
      text:
        source.encoding === null
          ? t('pretty.source', { name: source.name, format })
          : t('pretty.sourceEncoded', { name: source.name, format, encoding: source.encoding }),
    },
    {
      name: t('pretty.agency'),
      text: t('pretty.agencyValue', {
        name,
        level: t(`level.${agency.level}`),
        kind: t(`kind.${agency.kind}`),
      }),
    },
    {
      name: t('pretty.layout'),
      text: edition === undefined ? status : t('pretty.layoutValue', { name: edition, status }),
    },
    ...(overlays === null ? [] : [{ name: t('overlays.name'), text: overlays }]),
    ...gradeFields(view),
    ...subscores(view),
    {
      name: t('pretty.outcome'),
      text: countsOf(counts, t) + excused,
      style: standing(audit).length === 0 ? paint.good : undefined,
    },
    ...(changes === undefined ? [] : [{ name: t('changes.name'), text: changesLine(changes, t) }]),
  ];
  const title = `${name}  ${year === null ? t('pretty.noYear') : t('pretty.year', { year })}`;
  return [...hanging('', title, context.columns, paint.strong), '', ...fieldList(fields, 0, context.columns)];
}
