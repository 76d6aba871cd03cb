import type { RosterEntry } from '../model/index.js';
import type { Digest } from './copies/digest.js';

/** A report with what the agency is called everywhere: its name on the roster, or the name of its first report. */
export interface Known {
  digest: Digest;
  agency: string;
  entry: RosterEntry | null;
}
