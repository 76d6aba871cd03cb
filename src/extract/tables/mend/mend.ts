import type { Block, Document, FormBlock, FormEdition, Label, TableCell } from '../../../model/index.js';
import { squeeze } from '../stream/stream.js';
import { isValue } from '../value.js';

/** Shorter labels differ in too few characters to be told apart when one is misread. */
const shortest = 4;
/** A misread label shares so much with its wording, and so much more than with that of any other label. */
const likeness = 0.55;
const lead = 0.1;
/** Nothing longer is a label. */
const longest = 60;

/**
 * The document with labels that were misread in a picture put right: a cell whose text is near the wording of one label of the forms, and of no
 * other, takes that wording. Text that was not recognised in a picture stays as it is, and so do figures.
 */
export function mendLabels(document: Document, forms: readonly FormEdition[]): Document {
  const isRecognised = document.blocks.some(
    (block) => block.kind === 'table' && block.rows.some((row) => row.some(isUnsure)),
  );
  if (!isRecognised) return document;
  const wordings = forms
    .flatMap((form) => form.tables.flatMap((table) => table.blocks.flatMap(labelsOf)))
    .filter(({ key }) => key.length >= shortest);
  const mend = (cell: TableCell): TableCell => {
    if (!isUnsure(cell) || isValue(cell.text)) return cell;
    const wording = nearest(squeeze(cell.text), wordings);
    return wording === null ? cell : { ...cell, text: wording };
  };
  return {
    ...document,
    blocks: document.blocks.map((block): Block =>
      block.kind === 'table' ? { ...block, rows: block.rows.map((row) => row.map(mend)) } : block,
    ),
  };
}

const isUnsure = (cell: TableCell): boolean => cell.confidence !== undefined && cell.text !== '';

/** One wording of a label, with its ordinal as printed; all wordings of a label share its `label`. */
interface Wording {
  label: string;
  text: string;
  key: string;
}

const wordingOf = (label: string, text: string): Wording => ({
  label: squeeze(label),
  text,
  key: squeeze(text),
});

function labelsOf({
  caption,
  captionVariants,
  columns,
  rows,
  corner,
  note,
  foreignRows,
}: FormBlock): Wording[] {
  const captions = caption === undefined ? [] : [caption, ...(captionVariants ?? [])];
  const others = [...(corner ?? []), ...(note === undefined ? [] : [note]), ...(foreignRows ?? [])];
  return [
    ...captions.map((text) => wordingOf(caption ?? text, text)),
    ...others.map((text) => wordingOf(text, text)),
    ...[...columns, ...(rows ?? [])].flatMap(wordingsOf),
  ];
}

function wordingsOf({ ordinal, label, variants, children }: Label): Wording[] {
  const before = ordinal === undefined ? '' : /[)）]$/.test(ordinal) ? ordinal : `${ordinal}、`;
  return [
    ...[label, ...(variants ?? [])].map((each) => wordingOf(label, `${before}${each}`)),
    ...(children ?? []).flatMap(wordingsOf),
  ];
}

/** The wording that a text is near to; `null` when it is one, or near none or those of several labels. */
function nearest(text: string, wordings: readonly Wording[]): string | null {
  if (text.length < shortest || text.length > longest || wordings.some(({ key }) => key === text))
    return null;
  const ranked = wordings
    .map((wording) => ({
      ...wording,
      share: 1 - distance(text, wording.key) / Math.max(text.length, wording.key.length),
    }))
    .sort((one, other) => other.share - one.share);
  const [best] = ranked;
  // Editions have labels of which one is a variant of the other.
  const own = new Set(wordings.filter(({ key }) => key === best?.key).map(({ label }) => label));
  const rival = ranked.find(({ label }) => !own.has(label));
  if (best === undefined || best.share < likeness || best.share - (rival?.share ?? 0) < lead) return null;
  return best.text;
}

/** How many characters must be put in, taken out or exchanged (Levenshtein 1965). */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 0; i < one.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < other.length; j++) {
      const exchanged = (row[j] ?? 0) + (one[i] === other[j] ? 0 : 1);
      next.push(Math.min(exchanged, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
