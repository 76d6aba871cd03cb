import type { EarlierReport } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { unknown, type Unknown } from '../../value.js';

/** The report of the same agency so many years before; without it, or when it covers something else, nothing can be compared. */
export function earlierReport(context: Context, back = 1): EarlierReport | Unknown {
  const { report, surroundings } = context;
  if (report.year === null) return unknown('no-year');
  const wanted = report.year - back;
  const found = surroundings.earlier?.find((each) => each.year === wanted);
  if (found === undefined) return unknown('no-prior-year');
  return found.scopeChange === null ? found : unknown('scope-changed');
}

export function isReport(found: EarlierReport | Unknown): found is EarlierReport {
  return !('known' in found);
}
