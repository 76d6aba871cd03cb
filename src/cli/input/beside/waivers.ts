import type { Translate } from '../../../report/translate.js';
import type { PlacedWaiver } from '../../../review/waivers.js';
import { readNeededFile } from '../regular-file.js';

export interface Waivers {
  /** Those that hold. */
  inForce: readonly PlacedWaiver[];
  /** What is to be said of those that were not used, given the fingerprints of the findings that were reviewed, and of those that expired. */
  notes: (reviewed: ReadonlySet<string>, t: Translate) => string[];
}

/** The waivers of a file as they stand on a day, YYYY-MM-DD; none without a file. */
export async function openWaivers(file: string | undefined, today: string): Promise<Waivers> {
  if (file === undefined) return { inForce: [], notes: () => [] };
  const text = (await readNeededFile(file)).toString('utf8');
  // Loaded only here, for it brings a reader of YAML.
  const { loadWaivers, sortOut } = await import('../../../review/waivers.js');
  const { name, waivers } = loadWaivers(file, text);
  const { inForce, expired } = sortOut(waivers, today);
  const place = ({ line, column }: PlacedWaiver) => `${name}:${line}:${column}`;
  return {
    inForce,
    notes: (reviewed, t) => [
      ...expired.map((each) => {
        const { fingerprint, expiry } = each.waiver;
        return t('review.expired', { place: place(each), fingerprint, expiry: expiry ?? '' });
      }),
      ...inForce
        .filter(({ waiver }) => !reviewed.has(waiver.fingerprint))
        .map((each) => t('review.unused', { place: place(each), fingerprint: each.waiver.fingerprint })),
    ],
  };
}
