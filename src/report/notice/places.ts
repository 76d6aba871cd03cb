import type { Audit, CellAddress, Finding } from '../../model/index.js';
import type { Cause } from '../findings/causes.js';
import { tellingCells, valueOf, type NamedWords } from '../words.js';

/** A place in the report with what stands there and, where it is certain, what should. */
export interface Place {
  where: string;
  now: string;
  should: string;
}

/** Places named one by one before the rest is only counted. */
const listed = 6;

const unique = <Item>(items: readonly Item[]) => [...new Set(items)];

/** A cell as officials name it: 表三“（一）予以公开”行“自然人”列 */
export function cellName({ names, t }: NamedWords, address: CellAddress): string {
  const name = names.get(address);
  if (name === undefined) return address;
  const { table, row, column, joint } = name;
  return t(joint === ' · ' ? 'notice.cell' : 'notice.group', { table, row, column });
}

/** What the smallest corrections would write into a cell; none where they leave it. */
function proposals({ repairs }: Audit, id: string, cell: CellAddress): number[] {
  return unique(
    repairs
      .filter((each) => each.id === id || each.alternativeTo === id)
      .flatMap(({ cells }) => cells.flatMap((step) => (step.cell === cell ? [step.to] : []))),
  );
}

/** Characters of a sentence that are quoted; the recipient knows the rest. */
const longest = 40;

const shortened = (quote: string) => (quote.length > longest ? `${quote.slice(0, longest)}…` : quote);

/** The sentences that findings rest on, by the part of the report where they stand, never by their line. */
export function sentencesOf({ audit, t }: NamedWords, findings: readonly Finding[]): Place[] {
  const claims = findings.flatMap((finding) => audit.claims.filter(({ id }) => finding.claims.includes(id)));
  const places = new Map<string, Place>();
  for (const { quote, section, value } of claims) {
    const part = section === 'preface' ? t('notice.prose') : t('notice.part', { section });
    const where = part + t('pretty.quoted', { quote: shortened(quote) });
    const before = places.get(quote)?.now;
    const now = value === null || before === String(value) ? [before ?? ''] : [before ?? '', String(value)];
    places.set(quote, {
      where,
      now: now.filter((each) => each !== '').join(t('pretty.list')),
      should: t('notice.verify'),
    });
  }
  for (const { quote } of findings.flatMap(({ quotes }) => quotes)) {
    const where = t('notice.prose') + t('pretty.quoted', { quote: shortened(quote) });
    if (!places.has(quote)) places.set(quote, { where, now: '', should: t('notice.verify') });
  }
  return [...places.values()];
}

/**
 * Where a problem stands, in the words of whoever filled in the report. A figure is only said to be wrong where one smallest correction exists;
 * otherwise the candidates are named for the agency to verify.
 */
export function placesOf(words: NamedWords, { repair, findings }: Cause): Place[] {
  const { audit, t } = words;
  const quoted = sentencesOf(words, findings);
  if (repair !== null && repair.unique)
    return repair.cells.map(({ cell, to }) => ({
      where: cellName(words, cell),
      now: valueOf(words, cell),
      should: String(to),
    }));
  const cells = unique(findings.flatMap((finding) => tellingCells(words, finding)));
  const shown = cells.slice(0, listed).map((cell): Place => {
    const candidates = repair === null ? [] : proposals(audit, repair.id, cell);
    return {
      where: cellName(words, cell),
      now: valueOf(words, cell),
      should:
        candidates.length === 0
          ? t('notice.verify')
          : t('notice.candidate', { values: candidates.join(t('notice.either')) }),
    };
  });
  const rest = cells.length - shown.length;
  const more =
    rest === 0 ? [] : [{ where: t('notice.rest', { count: rest }), now: '', should: t('notice.verify') }];
  return [...shown, ...more, ...quoted];
}
