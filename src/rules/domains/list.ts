import { isSelector, selectCells } from '../form/address.js';
import { cellLabel } from '../form/labels.js';
import { bound, defineDomain } from './domain.js';

export const list = defineDomain({
  name: 'list',
  summary: {
    'zh-CN': '逐一列出的单元格地址（可用 * ）、表号（t3）或词语。',
    en: 'Addresses of cells (with `*` for any words), tables (t3) or words, one by one.',
  },
  params: (z) => z.array(z.string()).min(1),
  properties: () => [],
  selectors: (texts) => texts.filter(isSelector),
  sample: null,
  members: (texts, view) =>
    texts.flatMap((text) => {
      const table = view.blocks.find((each) => each.table.id === text)?.table;
      if (table !== undefined) {
        return [
          bound(text, (lang) => (lang === 'en' ? table.title.en : `${table.section}、${table.title[lang]}`)),
        ];
      }
      if (!isSelector(text)) return [bound(text, () => text)];
      if (!text.includes('*')) return [bound(text, (lang) => cellLabel(view, text, lang))];
      return selectCells(view, text).map((each) => bound(each, (lang) => cellLabel(view, each, lang)));
    }),
});
