import type { OfficialCell } from '../../report/tables/official.js';

/** A statutory table as the page shows it. */
export interface FormTable {
  id: string;
  title: string;
  /** Empty when the document does not have the table. */
  rows: OfficialCell[][];
}
