import { selectCells } from '../../form/address.js';
import { isSure } from '../../../model/index.js';
import { expressionOf, wordsOrPattern } from '../../pattern/pattern.js';
import { normalForm } from '../../evaluate/search.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf, terms } from '../terms.js';

export const cellText = defineFact({
  name: 'cellText',
  summary: {
    'zh-CN': '单元格内的文字与词语或正则表达式相符的单元格个数；文书中没有该表时为未知。',
    en: 'Number of cells whose text matches the words or the regular expression; unknown when the document lacks the table.',
  },
  params: (z) => {
    const { pattern, words } = wordsOrPattern(z);
    return z.strictObject({ of: terms(z), pattern, words });
  },
  result: 'number',
  selectors: ({ of }) => listOf(of),
  prepare: (params, view) => {
    const addresses = [...new Set(listOf(params.of).flatMap((each) => selectCells(view, each)))];
    const [first] = addresses;
    if (first === undefined) return null;
    const expression = expressionOf(params, '');
    return ({ report, missing }) => {
      const seen = addresses.filter((each) => (report.cells[each]?.state ?? 'absent') !== 'absent');
      if (seen.length === 0) return unknown(missing(first), addresses);
      const found = seen.filter((each) => expression.test(normalForm(report.cells[each]?.raw ?? '').text));
      return known(found.length, {
        cells: found,
        items: () => found.map((each) => report.cells[each]?.raw ?? ''),
        sure: found.every((each) => isSure(report.cells[each])),
      });
    };
  },
});
