import type { At, Audit, CellAddress, Finding, FormEdition, Repair } from '../model/index.js';
import { cellNames, labelsBy, whereabouts, type CellName } from './labels.js';
import type { Translate } from './translate.js';

/** What it takes to speak of the cells of an audit. */
export interface Words {
  audit: Audit;
  t: Translate;
  labelOf: (address: CellAddress) => string;
}

export interface NamedWords extends Words {
  names: ReadonlyMap<CellAddress, CellName>;
}

export function wordsOf(
  audit: Audit,
  { forms, t }: { forms: readonly FormEdition[]; t: Translate },
): NamedWords {
  const names = cellNames(forms, audit.layout.id, t);
  return { audit, t, names, labelOf: labelsBy(names) };
}

/** What a cell holds, in words where it holds no number. */
export function valueOf({ audit, t }: Words, address: CellAddress): string {
  const cell = audit.cells[address];
  if (cell === undefined) return t('state.absent.long');
  if (cell.state === 'blank' || cell.state === 'absent' || cell.state === 'unreadable') {
    return t(`state.${cell.state}.long`);
  }
  return cell.raw;
}

/** A text with where it stands, if that is known. */
export function located(text: string, at: At | null, t: Translate): string {
  const where = whereabouts(at, t);
  return where === '' ? text : t('pretty.located', { text, where });
}

/** The cell with its value and where it stands. */
export function cellText(words: Words, address: CellAddress): string {
  const { audit, t, labelOf } = words;
  return located(`${labelOf(address)} = ${valueOf(words, address)}`, audit.cells[address]?.at ?? null, t);
}

/** Each quote that a finding rests on, with where it stands; none twice. */
export function quoteTexts({ audit, t }: Words, { quotes, claims }: Finding): string[] {
  const cited = claims.flatMap((id) => audit.claims.filter((claim) => claim.id === id));
  const places = new Map<string, At | null>();
  for (const { quote, at } of [...quotes, ...cited]) if (!places.has(quote)) places.set(quote, at);
  return [...places].map(([quote, at]) => located(t('pretty.quoted', { quote }), at, t));
}

/** Every change of a repair: 表三 （一）予以公开 · 自然人 41 → 14 */
export function repairText(words: Words, { cells }: Repair): string {
  return cells
    .map(({ cell, from, to }) => `${words.labelOf(cell)} ${from ?? valueOf(words, cell)} → ${to}`)
    .join(words.t('pretty.join'));
}

/** What a correction is called: the one to make, or one of several that are as small. */
export function repairLead({ unique }: Repair, t: Translate): string {
  return t(unique ? 'pretty.repair' : 'pretty.oneRepair');
}

/** The correction that a repair proposes, with a warning where others are as small. */
export function proposal(words: Words, repair: Repair): string {
  const { audit, t } = words;
  const text = repairText(words, repair);
  const others = audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id);
  return repair.unique ? text : t('repair.oneOf', { repair: text, count: others.length + 1 });
}

/** The cells of a finding to look at, most telling first: those that a repair changes, then those that are not 0. */
export function tellingCells({ audit }: Words, { rootCause, cells }: Finding): CellAddress[] {
  const changed = audit.repairs
    .filter(({ id, alternativeTo }) => rootCause !== null && [id, alternativeTo].includes(rootCause))
    .flatMap((repair) => repair.cells.map(({ cell }) => cell))
    .filter((cell) => cells.includes(cell));
  const others = cells.filter((cell) => audit.cells[cell]?.value !== 0);
  return [...new Set([...changed, ...(changed.length + others.length === 0 ? cells : others)])];
}
