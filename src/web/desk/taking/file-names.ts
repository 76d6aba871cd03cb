import type { Translate } from '../../../report/translate.js';
import type { Entry } from '../entry.js';

/** A longer name is refused by some systems once it is unpacked. */
const longestName = 60;

/** Names for files about reports, by agency and year; none twice, whatever the case. */
export function namer(t: Translate): (entry: Entry, what: string, extension: string) => string {
  const taken = new Set<string>();
  return ({ name, judged }, what, extension) => {
    const { agency, year } = judged.summary;
    const base = [agency ?? name.split('/').pop() ?? name, year, what]
      .filter((each) => each !== null && each !== '')
      .join(' ')
      .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
      .replace(/^[ .]+/, '')
      .slice(0, longestName);
    for (let count = 1; ; count += 1) {
      const own = `${base}${count === 1 ? '' : t('desk.copy', { count })}.${extension}`;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  };
}
