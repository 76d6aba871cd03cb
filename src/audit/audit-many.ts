import { digestOfAudit, digestOfReport, type Digest } from '../around/copies/digest.js';
import { earlierAudits } from '../around/earlier-audits.js';
import { relate, type Around } from '../around/neighbourhood.js';
import { auditExtracted, type FileResources, type Resources } from './audit.js';
import { contradictionsOf } from './contradictions.js';
import { extractOpened, openReports, pause } from '../extract/index.js';
import { expandInput } from '../extract/read/index.js';
import type { Audit, Lang, Report, RosterEntry } from '../model/index.js';
import { reportUnlessRegister } from '../register/instead-of-report.js';

/** A file to audit. */
export interface Source {
  /** Shown as it is. */
  name: string;
  bytes: Uint8Array;
}

/** What has become of a report: its audit, or why there is none. A report in an archive has its path there added to the name. */
export type Audited = { name: string; audit: Audit } | { name: string; error: Error };

export interface Together {
  lang: Lang;
  /** The agencies that are to report; see `parseRoster`. */
  roster?: readonly RosterEntry[] | undefined;
  /** Earlier reports, in any format or as audits of an earlier run. */
  prior?: AsyncIterable<Source> | Iterable<Source> | undefined;
  /** Ends the run between two reports: what is asked of it then rejects with the reason. */
  signal?: AbortSignal | undefined;
}

/** A report as it was extracted, or why it could not be. */
export type Extracted = { name: string; report: Report } | { name: string; error: Error };

const errorOf = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

/** The reports in a file. Never throws for what is in it. */
export async function* extracted(
  { bytes, name }: Source,
  resources: FileResources,
  signal?: AbortSignal,
): AsyncGenerator<Extracted> {
  try {
    for (const entry of await expandInput(bytes, name)) {
      await pause(signal);
      if (entry.error !== null) yield { name: entry.name, error: entry.error };
      else {
        const { forms, lexicon, vocabulary } = resources;
        const options = { name: entry.name, forms, lexicon, vocabulary };
        const opened = await openReports(entry.bytes, options).catch(errorOf);
        if (opened instanceof Error) yield { name: entry.name, error: opened };
        else
          for (const each of opened)
            yield await reportUnlessRegister(extractOpened(each, options), entry, resources.registers).then(
              (report) => ({ name: each.source.name, report }),
              (error: unknown) => ({ name: each.source.name, error: errorOf(error) }),
            );
      }
    }
  } catch (error) {
    signal?.throwIfAborted();
    yield { name, error: errorOf(error) };
  }
}

/** What other reports need to know of the report. */
export async function digested(report: Report, resources: Resources): Promise<Digest> {
  return digestOfReport(report, await contradictionsOf(report, resources), resources.forms);
}

/** What the earlier reports tell; what cannot be read tells nothing. */
async function earlierDigests(
  prior: AsyncIterable<Source> | Iterable<Source>,
  resources: FileResources,
  signal?: AbortSignal,
): Promise<Digest[]> {
  const found: Digest[] = [];
  for await (const source of prior) {
    const audits = auditsIn(source.bytes);
    if (audits !== null) found.push(...audits.map(digestOfAudit));
    else
      for await (const each of extracted(source, resources, signal))
        if ('report' in each) found.push(await digested(each.report, resources));
  }
  return found;
}

function auditsIn(bytes: Uint8Array): ReturnType<typeof earlierAudits> {
  try {
    return earlierAudits(bytes);
  } catch {
    return [];
  }
}

/**
 * Audits reports one after another, in their order; what cannot be read stops nothing. Each report is extracted once. With a roster or earlier reports all
 * are read before the first is audited, and kept in memory meanwhile; otherwise one at a time.
 */
export async function* auditTogether(
  sources: AsyncIterable<Source> | Iterable<Source>,
  resources: FileResources,
  { lang, roster, prior, signal }: Together,
): AsyncGenerator<Audited> {
  const audited = async (each: Extracted, around?: Around): Promise<Audited> => {
    const { name } = each;
    if ('error' in each) return each;
    return auditExtracted(each.report, resources, { name, lang, around }).then(
      (audit) => ({ name, audit }),
      (error: unknown) => ({ name, error: errorOf(error) }),
    );
  };
  if (roster === undefined && prior === undefined) {
    for await (const source of sources)
      for await (const each of extracted(source, resources, signal)) yield audited(each);
    return;
  }
  const earlier = prior === undefined ? null : await earlierDigests(prior, resources, signal);
  const all: Extracted[] = [];
  for await (const source of sources)
    for await (const each of extracted(source, resources, signal)) all.push(each);
  const current: Digest[] = [];
  for (const each of all) if ('report' in each) current.push(await digested(each.report, resources));
  const { around } = relate({ current, earlier, roster: roster ?? null });
  for (const each of all) {
    await pause(signal);
    yield audited(each, around.get(each.name));
  }
}
