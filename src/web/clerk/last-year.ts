import { digestOfAudit, type Digest } from '../../around/copies/digest.js';
import { earlierAudits } from '../../around/earlier-audits.js';
import { relate, type Around } from '../../around/neighbourhood.js';
import { digested, extracted } from '../../audit/audit-many.js';
import type { FileResources } from '../../audit/audit.js';
import type { Report } from '../../model/index.js';
import type { Handed } from '../input/handed.js';

/** What a file of earlier reports, or of earlier audits, tells; the error of the first that cannot be read where none can. */
export async function earlierDigests(document: Handed, resources: FileResources): Promise<Digest[]> {
  const audits = earlierAudits(document.bytes);
  if (audits !== null) return audits.map(digestOfAudit);
  const found: Digest[] = [];
  let failure: Error | null = null;
  for await (const each of extracted(document, resources)) {
    if ('report' in each) found.push(await digested(each.report, resources));
    else failure ??= each.error;
  }
  if (found.length === 0 && failure !== null) throw failure;
  return found;
}

/** The report beside those of earlier years. */
export async function besideEarlier(
  report: Report,
  earlier: readonly Digest[],
  resources: FileResources,
): Promise<Around | undefined> {
  const { around } = relate({ current: [await digested(report, resources)], earlier, roster: null });
  return around.get(report.source.name);
}
