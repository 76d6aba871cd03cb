import type { Digest } from '../../around/copies/digest.js';
import { amongYears, relate, withoutYears, type Around } from '../../around/neighbourhood.js';
import type { Attendance } from '../../model/index.js';
import type { RegisterVocabulary } from '../../register/index.js';
import type { Failure } from '../../report/renderer.js';
import { audited, extractedKey, type Audited } from '../pool/audited.js';
import type { Settings } from '../pool/auditor.js';
import type { Cache } from '../pool/cache.js';
import { expandInputs, type Input } from './inputs.js';
import { failureLog } from '../output/log.js';
import { createProgress } from '../output/progress.js';
import { readRoster } from './beside/roster.js';
import { openSpool, type Spool } from './spool.js';

/** What the reports given together tell of each other. */
export interface Gathered {
  around: ReadonlyMap<string, Around>;
  /** `null` without a roster. */
  attendance: Attendance | null;
  /** The reports to audit, as they were extracted for it; to be closed. */
  extracted: Spool | null;
  /** Files that were given up when they were read, by name: they are not tried again. */
  givenUp: ReadonlyMap<string, Failure>;
  /** Reports that have their earlier years among the others, though none were handed over as such. */
  ownYears: number;
}

const nothing: Gathered = {
  around: new Map(),
  attendance: null,
  extracted: null,
  givenUp: new Map(),
  ownYears: 0,
};

/** So many files are read twice without anybody noticing. */
const few = 50;

const yearIn = /(?<!\d)20\d\d(?!\d)/g;

/** Whether reports of several years may be among the inputs: of many files only their names are asked. */
function mayHoldYears(inputs: readonly Pick<Input, 'name'>[]): boolean {
  if (inputs.length < 2) return inputs.some(({ name }) => /\.zip$/i.test(name));
  return inputs.length <= few || new Set(inputs.flatMap(({ name }) => name.match(yearIn) ?? [])).size > 1;
}

export interface GatherOptions extends Omit<Audited, 'around' | 'cache' | 'extracted' | 'givenUp'> {
  /** Where it is kept from run to run what reports tell, of which this was said. */
  cacheOf: (said: Pick<Settings, 'year' | 'agency' | 'level'>) => Cache | null;
}

/**
 * Reads the roster, the earlier reports, and the reports to audit a first time, when any of them is to be compared with another, or may be an earlier year of
 * another; otherwise nothing, so that single reports are not held up.
 */
export async function gather(
  inputs: readonly Input[],
  {
    prior: given = [],
    roster,
    register = [],
    vocabulary,
  }: {
    /** `false`: no report is to serve as an earlier year of another. */
    prior?: readonly string[] | false | undefined;
    roster?: string | undefined;
    register?: readonly string[] | undefined;
    /** The words of registers. */
    vocabulary: RegisterVocabulary;
  },
  options: GatherOptions,
): Promise<Gathered> {
  const prior = given === false ? [] : given;
  const together = prior.length > 0 || roster !== undefined || register.length > 0;
  if (!together && (given === false || !mayHoldYears(inputs))) return nothing;
  const { openRegisters, checkOneAgency, withRegisters } = await import('./beside/registers.js');
  const registers = register.length === 0 ? null : await openRegisters(register, vocabulary);
  const entries = roster === undefined ? null : await readRoster(roster, options.context.t);
  const { year: _, agency: __, level: ___, ...settings } = options.settings;
  const earlier =
    prior.length === 0 ? null : await digests(await expandInputs(prior), { ...options, settings }, null);
  const extracted = openSpool();
  const givenUp = new Map<string, Failure>();
  const current = await digests(inputs, options, extracted, givenUp);
  // Of a part of the reports nothing can be told: the others are not missing.
  if (options.signal.aborted) return { ...nothing, extracted, givenUp };
  if (!together) {
    const around = amongYears(current);
    return { around, attendance: null, extracted, givenUp, ownYears: around.size };
  }
  const all = relate({ current, earlier, roster: entries });
  const related = given === false ? { ...all, around: withoutYears(all.around) } : all;
  const own = [...related.around.values()].filter(({ surroundings }) => surroundings.earlier !== null);
  const ownYears = prior.length > 0 ? 0 : own.length;
  if (registers === null) return { ...related, extracted, givenUp, ownYears };
  checkOneAgency(current);
  const whole = withRegisters(related.around, current, registers);
  return { ...related, around: whole, extracted, givenUp, ownYears };
}

/**
 * What the reports tell; those to be audited later are put into `extracted`, files that took too long or too much into `givenUp`. What cannot be read is told then; an earlier report is not
 * audited, so that it is told here.
 */
async function digests(
  inputs: readonly Input[],
  { cacheOf, ...options }: GatherOptions,
  extracted: Spool | null,
  givenUp = new Map<string, Failure>(),
): Promise<Digest[]> {
  const { lang, year, agency, level } = options.settings;
  const said = { year, agency, level };
  const instead = extracted === null ? 'digest' : 'kept';
  const settings: Settings = { ...said, lang, formats: [], waivers: [], instead };
  const progress = await createProgress(inputs.length, options.context.t, 'audit.reading');
  const found: Digest[] = [];
  const reading = { ...options, ...nothing, settings, cache: cacheOf(said), onMore: progress.expect };
  for await (const result of audited(inputs, reading)) {
    if (result.kind === 'digest') {
      found.push(...result.digests);
      const [digest] = result.digests;
      if (result.report !== null && digest !== undefined)
        extracted?.put(extractedKey(digest.name, digest.sha256), result.report);
    } else if (result.kind === 'failure' && result.failure.kind === 'limit')
      givenUp.set(result.failure.name, result.failure);
    if (result.kind === 'failure' && extracted === null)
      progress.log(failureLog(result.failure, options.context.t));
    progress.step();
  }
  progress.stop();
  return found;
}
