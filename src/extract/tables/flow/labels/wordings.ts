import { printed } from '../../../../form/printed.js';
import { leavesOf, type FormBlock, type FormEdition, type Label } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';

/** Every wording of a label as the form prints it, with its ordinal, squeezed. */
export const printedWordings = (label: Label): string[] =>
  [label.label, ...(label.variants ?? [])].map((each) => squeeze(printed({ ...label, label: each })));

/** Every wording of a label, with and without its ordinal, squeezed. */
export const wordingsOf = (label: Label): string[] => [
  ...printedWordings(label),
  ...[label.label, ...(label.variants ?? [])].map(squeeze),
];

export const allLabels = (labels: readonly Label[]): Label[] =>
  labels.flatMap((each) => [each, ...allLabels(each.children ?? [])]);

/** All labels that the editions print, as one text. */
export function labelsOf(forms: readonly FormEdition[]): string {
  const blocks = forms.flatMap((form) => form.tables.flatMap((table) => table.blocks));
  const texts = blocks.flatMap(({ rows, columns, corner, note, caption }) => [
    ...allLabels([...(rows ?? []), ...columns]).flatMap(wordingsOf),
    ...[...(corner ?? []), note ?? '', caption ?? ''].map(squeeze),
  ]);
  return [...new Set(texts)].join(' ');
}

/** The rows of some blocks: the wordings of their labels, and how many columns they have. */
export const rowsOf = (blocks: readonly FormBlock[]) =>
  blocks.flatMap((block) =>
    leavesOf(block.rows ?? []).map(({ label }) => ({
      wordings: wordingsOf(label),
      columns: leavesOf(block.columns).length,
    })),
  );
