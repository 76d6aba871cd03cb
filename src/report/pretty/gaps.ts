import type { MissingReason } from '../../model/index.js';
import { hanging, type View } from './view.js';

/** What could not be assessed, grouped by reason. */
export function gaps({ audit, context, t, paint }: View): string[] {
  const byReason = new Map<MissingReason, Map<string, number>>();
  for (const { reason, rule } of audit.notAssessable) {
    const rules = byReason.get(reason) ?? new Map<string, number>();
    byReason.set(reason, rules.set(rule, (rules.get(rule) ?? 0) + 1));
  }
  if (byReason.size === 0) return [];
  const groups = [...byReason].flatMap(([reason, rules]) => {
    const count = [...rules.values()].reduce((sum, times) => sum + times, 0);
    const names = [...rules].map(([rule, times]) =>
      times === 1 ? rule : t('pretty.times', { rule, count: times }),
    );
    return [
      ...hanging('  ', t('pretty.gapReason', { reason: t(`reason.${reason}`), count }), context.columns),
      ...hanging('    ', names.join(t('pretty.list')), context.columns, paint.faint),
    ];
  });
  const title = t('pretty.gaps', { count: audit.notAssessable.length });
  return ['', paint.strong(title), ...hanging('  ', t('pretty.gapsNote'), context.columns), ...groups];
}
