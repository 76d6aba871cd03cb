import { isCount, isRest, leaveAside } from '../../sentence/counts.js';
import { isOpen, isPlain, isStage, type NumberReading, type Setting } from '../setting.js';

/** How many counts of a sentence are looked at for what a rest leaves. */
const nearby = 16;

/**
 * 收到 7 件，1 件撤回，其余 6 件已答复: the rest that was answered is all that was handled only where the others wait for the next year.
 */
export function leaveRests(setting: Setting): void {
  const { lexicon, readings } = setting;
  const waits = ({ aspects }: NumberReading) =>
    aspects.length > 0 && aspects.every((each) => isOpen(lexicon, each));
  readings.forEach((rest, index) => {
    if (!rest.aspects.includes('handled') || !isRest(rest) || !isCount(setting, rest)) return;
    const others = readings.slice(Math.max(0, index - nearby), index).filter(
      (each) =>
        each.mention.sentence === rest.mention.sentence &&
        isPlain(each) &&
        each.channel === null &&
        each.applicants.length === 0 &&
        !isStage(lexicon, each.aspects) &&
        // Behind a noun alone stands the whole.
        (each.aspects.length > 0 || each.unassigned !== null),
    );
    if (!others.every(waits)) leaveAside(rest, 'part');
  });
}
