import type { Lang, Reply, Waiver } from '../../../model/index.js';
import type { Translate } from '../../../report/translate.js';
import type { Lot } from '../entry.js';
import type { Sender } from '../requests.js';
import type { Issued } from '../review/review.js';

/** What the documents that leave the desk are made of. */
export interface Desktop {
  lot: Lot;
  decided: ReadonlyMap<string, Waiver>;
  replies: ReadonlyMap<string, Reply>;
  sender: Sender;
  onlyConfirmed: boolean;
  issued: readonly Issued[];
  lang: Lang;
  t: Translate;
  /** YYYY-MM-DD */
  today: string;
}
