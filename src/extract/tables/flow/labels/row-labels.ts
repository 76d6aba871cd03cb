import { tablesFor } from '../../../../form/parts.js';
import { leavesOf, type FormEdition } from '../../../../model/index.js';
import { squeeze } from '../../stream/stream.js';
import type { RowLabels } from '../values.js';
import { allLabels, wordingsOf } from './wordings.js';

/** Characters of a label that are not met by chance. */
const shortestPiece = 3;

/** A label and a note in brackets that a province has put behind it: 规章（设区的市应提供相关数据）. */
const noted = /^(\p{Script=Han}+)[(（].*[)）]$/u;

/** What tells the labels of the rows of the part for a purpose. */
export function rowLabelsOf(forms: readonly FormEdition[], purpose: string): RowLabels {
  const blocks = forms.flatMap((form) => tablesFor(form, purpose).flatMap((each) => each.blocks));
  const leaves = blocks.flatMap((block) => leavesOf(block.rows ?? []));
  const rows = leaves.flatMap(({ label }) => wordingsOf(label));
  const columns = blocks.flatMap((block) => allLabels(block.columns).flatMap(wordingsOf)).join(' ');
  const isRowLabel = (key: string) => {
    for (let i = 0; i + shortestPiece <= key.length; i += 1) {
      const piece = key.slice(i, i + shortestPiece);
      if (rows.some((each) => each.includes(piece)) && !columns.includes(piece)) return true;
    }
    return false;
  };
  const labelled = (fits: (wording: string) => boolean) =>
    leaves.find(({ label }) => [label.label, ...(label.variants ?? [])].map(squeeze).some(fits));
  // 其他 is a label, and the beginning of another.
  const ordinalOf = (key: string) =>
    (labelled((each) => each === key) ?? labelled((each) => each.startsWith(key)))?.label.ordinal ?? null;
  const whole = new Set([...rows, ...blocks.flatMap(({ foreignRows = [] }) => foreignRows.map(squeeze))]);
  const withoutNote = (text: string, key: string) => {
    const head = noted.exec(text)?.[1];
    if (head === undefined || whole.has(key)) return key;
    const bare = squeeze(head);
    return whole.has(bare) ? bare : key;
  };
  return { isRowLabel, isLabel: (key) => whole.has(key), ordinalOf, withoutNote };
}
