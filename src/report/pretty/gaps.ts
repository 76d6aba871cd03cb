import { gapsOf } from '../gaps.js';
import { hanging, type View } from './view.js';

/** What could not be assessed, grouped by reason. */
export function gaps({ audit, context, t, paint }: View): string[] {
  const groups = gapsOf(audit).flatMap(({ reason, count, rules }) => {
    const names = rules.map(({ rule, times }) =>
      times === 1 ? rule : t('pretty.times', { rule, count: times }),
    );
    return [
      ...hanging('  ', t('pretty.gapReason', { reason: t(`reason.${reason}`), count }), context.columns),
      ...hanging('    ', names.join(t('pretty.list')), context.columns, paint.faint),
    ];
  });
  if (groups.length === 0) return [];
  const title = t('pretty.gaps', { count: audit.notAssessable.length });
  return ['', paint.strong(title), ...hanging('  ', t('pretty.gapsNote'), context.columns), ...groups];
}
