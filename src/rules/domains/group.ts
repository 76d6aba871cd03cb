import { groupsOf } from '../../form/groups.js';
import { leavesOf } from '../../model/index.js';
import type { FormView } from '../form/form-view.js';
import { lineOf } from './axis.js';
import { defineDomain, type Bound } from './domain.js';

/** Rows and columns of the view with the names of the groups that they belong to, `t3.applicants`. */
function membersIn(view: FormView): { group: string; member: Bound }[] {
  return view.blocks.flatMap(({ table, block }) =>
    [block.columns, block.rows ?? []]
      .flatMap((leaves) => leavesOf(leaves))
      .flatMap((leaf) =>
        groupsOf(leaf).map((group) => ({
          group: `${table.id}.${group}`,
          member: lineOf({ id: leaf.path, label: leaf.label, parents: leaf.parents }),
        })),
      ),
  );
}

export const group = defineDomain({
  name: 'group',
  summary: {
    'zh-CN': '表格版本命名的一组行或列（如 t3.applicants 各类申请人）中的每一行或列。',
    en: 'The rows or columns of a group that the edition names, such as t3.applicants.',
  },
  params: (z) => z.string().meta({ complete: 'group' }),
  properties: () => [],
  selectors: () => [],
  names: { of: (view) => [...new Set(membersIn(view).map((each) => each.group))], unknown: 'unknown-group' },
  sample: null,
  members: (name, view) => {
    const found = membersIn(view).filter((each) => each.group === name);
    return [...new Map(found.map(({ member }) => [member.id, member])).values()];
  },
});
