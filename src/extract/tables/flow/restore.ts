import { tablesFor } from '../../../form/parts.js';
import { leavesOf, type Block, type Document, type FormEdition } from '../../../model/index.js';
import { ofPages } from '../../text/of-pages.js';
import type { Script } from '../../text/script.js';
import { replaced } from '../mend/replaced.js';
import { linesOf, type PlacedLine } from '../rows/placed-lines.js';
import { squeeze } from '../stream/stream.js';
import { rowLabelsOf } from './labels/row-labels.js';
import { labelsOf } from './labels/wordings.js';
import { withLooseRows } from './loose-rows.js';
import type { Candidate } from './readings/settle/settled.js';
import { regionsOf } from './regions.js';
import { restoredPart, type Part, type Restored } from './restored-part.js';
import { valuesOf } from './values.js';

/** Longer lines among the figures are prose, unless they are part of a label. */
const shortestProse = 30;

/**
 * The document with the tables put together that a text made from pages gives as loose figures, with their labels broken, before, around or behind
 * them. Where the order of the figures leaves open which cell each belongs to, the cell is unreadable. Tables whose rows stand in the text as
 * label and figures stay as they are.
 */
export function restoreTables(document: Document, forms: readonly FormEdition[], script: Script): Document {
  if (document.format !== 'text') return document;
  let blocks = withLooseRows(document.blocks);
  const lines = linesOf(blocks, script);
  const parts = regionsOf(lines, forms, script).flatMap((region): Part[] => {
    const own = lines.slice(region.from, region.to);
    const candidates = candidatesFor(region.purpose, forms);
    if (candidates.length === 0 || own.length === 0 || own.includes(null)) return [];
    const read = valuesOf(own as PlacedLine[], rowLabelsOf(forms, region.purpose));
    return [{ region, ...read, candidates }];
  });
  if (parts.length === 0) return document;
  const likeliest = byLabels(parts);
  for (const part of parts)
    part.candidates.sort((a, b) => likeliest.indexOf(a.form) - likeliest.indexOf(b.form));
  const restored: Restored[] = [];
  for (const [i, part] of parts.entries())
    restored.push(restoredPart(part, restored[i - 1]?.left ?? [], parts[i + 1], script));
  const labels = labelsOf(forms);
  const isKept = (block: Block): boolean => {
    if (block.kind !== 'paragraph') return block.kind === 'aside';
    const key = squeeze(block.text);
    return key.length >= shortestProse && !labels.includes(key);
  };
  for (const [i, { region }] of [...parts.entries()].reverse()) {
    const rows = restored[i]?.rows;
    if (rows !== undefined) blocks = replaced(blocks, lines, region, { rows, grid: true }, isKept);
  }
  return restored.some((each) => each.rows !== undefined)
    ? ofPages({ ...document, blocks: [...blocks] })
    : document;
}

const candidatesFor = (purpose: string, forms: readonly FormEdition[]): Candidate[] =>
  forms.flatMap((form) => tablesFor(form, purpose).map((table) => ({ form, table })));

/** The editions by how many of their labels the parts show, the likeliest first. */
function byLabels(parts: readonly Part[]): FormEdition[] {
  const shown = new Map<FormEdition, number>();
  for (const { values, behind, candidates } of parts) {
    const key = values.map((each) => each.before).join('') + behind;
    for (const each of candidates) shown.set(each.form, (shown.get(each.form) ?? 0) + labelsShown(each, key));
  }
  return [...shown].sort(([, a], [, b]) => b - a).map(([form]) => form);
}

function labelsShown({ table }: Candidate, key: string): number {
  const labels = table.blocks.flatMap((block) => [...leavesOf(block.rows ?? []), ...leavesOf(block.columns)]);
  const texts = new Set(labels.map(({ label }) => squeeze(label.label)));
  return [...texts].filter((each) => key.includes(each)).length;
}
