import type { Around } from '../../../around/neighbourhood.js';
import type { Audit, Waiver } from '../../../model/index.js';
import type { Filled } from '../../../report/desk/filled.js';
import { opened, type Packed } from '../../../report/desk/packed.js';
import { decoded } from '../../carried/base64.js';
import { byName, type Entry, type Lot } from '../entry.js';

/** What a page came with, as it lies on the desk. */
export interface Laid extends Omit<Lot, 'ownYears'> {
  /** What the reports beside it told of a report, by its name. */
  around: Map<string, Around>;
}

/** Entries that are taken out of the page before it may answer again. */
const atOnce = 20;

const pause = () => new Promise((resolve) => setTimeout(resolve));

/** The report and the audit of an entry; the page does not keep them a second time. */
function takeKept(index: number): { report: Packed; audit: Packed } {
  const element = document.getElementById(`kept:${index}`);
  const [report = '', audit = ''] = (element?.textContent ?? '').split(' ');
  element?.remove();
  return { report: decoded(report), audit: decoded(audit) };
}

/** What lies in the page. */
export async function entriesIn({ entries, failures, attendance }: Filled): Promise<Laid> {
  const laid: Entry[] = [];
  const around = new Map<string, Around>();
  for (const [index, { name, summary, findings, around: own }] of entries.entries()) {
    const { report, audit } = takeKept(index);
    const { grade, score } = summary;
    laid.push({ name, report, judged: { summary, findings, audit }, machine: { grade, score } });
    if (own !== null) around.set(name, own);
    if (index % atOnce === atOnce - 1) await pause();
  }
  return { entries: laid, failures: [...failures].sort(byName), attendance, around };
}

/** What was decided before the audits were made. */
export const reviewsIn = (entries: readonly Entry[]): Waiver[] =>
  entries.flatMap(({ judged }) =>
    opened<Audit>(judged.audit).findings.flatMap(({ fingerprint, waiver }) =>
      waiver === undefined ? [] : [{ fingerprint, ...waiver, date: null }],
    ),
  );
