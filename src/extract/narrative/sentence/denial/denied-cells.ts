import { accepts, measureOf } from '../../discourse/measures.js';
import { isStage, type Setting } from '../../discourse/setting.js';
import { isDeniable } from '../counts.js';
import type { Named } from '../negated.js';

/** Cells that are zero when there was none of what was named; none when the words say something else. */
export function cellsOf(setting: Setting, { topic, aspects, applicants }: Named): string[][] {
  const { lexicon, reportYear } = setting;
  const measured = (aspect: string | null): string[] | null => {
    const cells = measureOf(lexicon, topic, aspect, applicants, null, reportYear);
    return cells === false ? null : cells;
  };
  // 未收到…申请公开: 公开 alone denies nothing in particular.
  const particular = aspects.filter((aspect) => !Object.hasOwn(lexicon.data.kinds, aspect));
  if (particular.length === 0 && aspects.length > 0) return [];
  const known = [...new Set(particular)].filter((aspect) => accepts(lexicon, topic, aspect));
  // 未对申请收取费用: what does not go with the noun is not said of it.
  if (known.length === 0 && particular.length > 0) return [];
  const narrow = known.filter((aspect) => !isStage(lexicon, [aspect]));
  const whole = measured(null)?.join();
  // 未办理 may mean that nothing came in, or that something was left undone.
  const stages = known.filter((aspect) => isStage(lexicon, [aspect]));
  const undone =
    stages.some((aspect) => (measured(aspect)?.join() ?? whole) !== whole) &&
    !stages.some((aspect) => measured(aspect)?.join() === whole);
  if (narrow.length === 0 && undone) return [];
  return (narrow.length === 0 ? [null] : narrow)
    .map(measured)
    .filter((cells) => cells !== null)
    .filter((cells) => cells.every((cell) => isDeniable(lexicon, cell)));
}
