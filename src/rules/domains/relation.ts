import { equationsIn } from '../../form/relations.js';
import type { FormView } from '../form/form-view.js';
import { lineOf } from './axis.js';
import { bound, defineDomain, type Bound } from './domain.js';

const nameOf = ({ table, id }: { table: string; id?: string | undefined }): string => `${table}.${id ?? ''}`;

const namesIn = (view: FormView): string[] => [
  ...new Set(
    view.blocks.flatMap(({ relations }) => relations.filter(({ id }) => id !== undefined).map(nameOf)),
  ),
];

export const relation = defineDomain({
  name: 'relation',
  summary: {
    'zh-CN':
      '表格版本中写明的勾稽关系（如 t3.balance）逐行、逐列或逐组成立之处；left、right 为等式两边的各项，words 为左边各项的合称。',
    en: 'Rows, columns or groups along which a relation of the edition (t3.balance) holds; `left` and `right` are the terms of its sides, `words` is what those of the left side are called together.',
  },
  params: (z) => z.string().meta({ complete: 'relation' }),
  properties: () => ['left', 'right', 'words'],
  selectors: () => [],
  names: { of: namesIn, unknown: 'unknown-relation' },
  sample: null,
  members: (name, view) => {
    const found = new Map<string, Bound>();
    for (const { table, block, relations } of view.blocks) {
      const own = relations.filter((each) => each.table === table.id && nameOf(each) === name);
      for (const each of own) {
        for (const { line, left, right } of equationsIn(table, block, each)) {
          if (found.has(line.path)) continue;
          const properties = { left, right, words: each.words ?? null };
          const { path, label, parents } = line;
          const member =
            label === null
              ? bound(path, () => path, { properties })
              : lineOf({ id: path, label, parents }, { properties });
          found.set(path, member);
        }
      }
    }
    return [...found.values()];
  },
});
