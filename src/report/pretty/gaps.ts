import { gapsOf } from '../findings/gaps.js';
import { hanging, type View } from './view.js';

/** Rules named for one reason before the rest is only counted. */
const listed = 2;

/** What could not be assessed, grouped by reason. */
export function gaps({ audit, context, t, paint }: View): string[] {
  const groups = gapsOf(audit).flatMap(({ reason, count, rules }) => {
    const more = rules.length > listed ? t('pretty.moreRules', { count: rules.length }) : '';
    const names = rules
      .slice(0, listed)
      .map(({ rule, title }) => t('pretty.located', { text: title, where: rule }));
    return [
      ...hanging(
        '  ',
        t('pretty.gapReason', { reason: t(`reason.${reason}`), count }) +
          t('text.colon') +
          t(`unlock.${reason}`),
        context.columns,
      ),
      ...hanging('    ', names.join(t('pretty.list')) + more, context.columns, paint.faint),
    ];
  });
  if (groups.length === 0) return [];
  const title = t('pretty.gaps', { count: audit.notAssessable.length });
  return ['', paint.strong(title), ...hanging('  ', t('pretty.gapsNote'), context.columns), ...groups];
}
