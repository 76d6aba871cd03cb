import type { Phrase } from '../../lexicon/words/phrase.js';
import type { Words } from '../../lexicon/words/words-of.js';
import type { Mention } from '../../sentence/mentions.js';
import type { NumberReading } from '../setting.js';

/** A number with what the words beside it say, before it is known what it counts. */
export interface Told extends Words {
  mention: Mention;
  /** The words that say it: those before the number, or those after it. */
  phrase: Phrase;
  /** A noun stands beside the number. */
  named: boolean;
  /** The count before it in the sentence, at most as deep in brackets. */
  previous: NumberReading | undefined;
  share: boolean;
}
