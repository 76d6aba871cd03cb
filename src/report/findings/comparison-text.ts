import type { Finding } from '../../model/index.js';
import { comparisonOf, type ComparisonSide } from './comparison.js';
import { valueOf, type NamedWords } from '../words.js';

function sideText(
  words: NamedWords,
  { terms, zeros, adds, stated, earlier, registered, value }: ComparisonSide,
): string {
  const { t } = words;
  const total = value === null ? t('state.unreadable.long') : String(value);
  if (stated) return t('text.stated', { value: total });
  if (registered === true) return t('register.figure', { value: total });
  if (earlier) return t('text.earlier', { value: total });
  const written = terms.map(({ cell, name }) => `${name} ${valueOf(words, cell)}`);
  if (terms.length === 0 || (terms.length === 1 && zeros === 0 && adds)) return written[0] ?? total;
  if (!adds) return t('pretty.located', { text: total, where: written.join(t('pretty.list')) });
  const rest = zeros === 0 ? '' : t('text.zeros', { count: zeros });
  return `${written.join(' + ')}${rest} = ${total}`;
}

/** The comparison that a finding rests on: `表三 （一）予以公开：自然人 41 + 商业企业 2 = 43 ≠ 总计 16`, a change since the year before
 * as `上年度 31 → 310`; `null` when it compares no cells. */
export function comparisonText(words: NamedWords, finding: Finding): string | null {
  const comparison = comparisonOf(finding, words.audit, words.names);
  if (comparison === null) return null;
  const { shared, left, right, sign } = comparison;
  const lead = shared === '' ? '' : words.t('text.shared', { shared });
  return `${lead}${sideText(words, left)} ${sign} ${sideText(words, right)}`;
}
