import { auditReport, type Resources, type Stage } from '../audit.js';
import { expandInput } from '../extract/read/index.js';
import { InputError } from '../model/errors.js';
import type { AgencyLevel, Lang } from '../model/index.js';
import type { AuditFormat } from '../report/formats.js';
import { renderers } from '../report/index.js';
import type { Context, Part } from '../report/renderer.js';
import { summarise } from '../report/summarise.js';
import { translator } from '../report/translate.js';
import { failureOf } from './failure.js';
import { readInput, type Input } from './inputs.js';

/** How to audit, as plain data that can be handed to another thread. */
export interface Settings {
  lang: Lang;
  format: AuditFormat;
  /** `false`: nobody asks for the text of single audits. */
  texts: boolean;
  year?: number | undefined;
  agency?: string | undefined;
  level?: AgencyLevel | undefined;
}

export type Timing = Record<Stage | 'render', number>;

/** The result for one report, and how long each stage took in milliseconds; `null` for a failure. */
export interface Result {
  part: Part;
  timing: Timing | null;
}

/** One result for a report, several for an archive of reports. */
export type Auditor = (input: Input) => Promise<Result[]>;

/** Audits one input after another with the same resources; whatever goes wrong with a report is a failure of that report alone. */
export function createAuditor(
  settings: Settings,
  resources: Resources,
  context: Omit<Context, 't'>,
): Auditor {
  const { lang, format, texts, year, agency, level } = settings;
  const t = translator(lang);
  const renderer = renderers[format];

  const audited = async (bytes: Uint8Array, name: string): Promise<Result> => {
    const timing = { extract: 0, evaluate: 0, conclude: 0, render: 0 };
    let last = performance.now();
    const lap = (stage: keyof Timing) => {
      const now = performance.now();
      timing[stage] = now - last;
      last = now;
    };
    const audit = await auditReport(bytes, resources, { name, lang, year, agency, level }, lap);
    const text = texts ? renderer.part(audit, { ...context, t }) : '';
    lap('render');
    return { part: { kind: 'audit', summary: summarise(audit), text }, timing };
  };
  const failed = (name: string, error: unknown): Result => ({
    part: { kind: 'failure', failure: failureOf(name, error, lang, t) },
    timing: null,
  });
  /** The reports of an archive, each by itself. */
  const unpacked = async (bytes: Uint8Array, archive: string): Promise<Result[]> => {
    const results: Result[] = [];
    for (const { name, bytes: entry, error } of await expandInput(bytes, archive)) {
      results.push(
        error === null
          ? await audited(entry, name).catch((cause: unknown) => failed(name, cause))
          : failed(name, error),
      );
    }
    return results;
  };

  return async (input) => {
    const { name } = input;
    try {
      const bytes = await readInput(input);
      try {
        return [await audited(bytes, name)];
      } catch (error) {
        if (error instanceof InputError && error.code === 'several') return await unpacked(bytes, name);
        throw error;
      }
    } catch (error) {
      return [failed(name, error)];
    }
  };
}
