import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Resources } from '../audit.js';
import type { Answer, Auditor, Digests, Job, Result } from './auditor.js';
import { writeError } from './write-error.js';

type Audited = Result & { kind: 'audit' };

export interface Cache {
  /** The answer of an earlier run, otherwise that of `audit`, kept for later ones. */
  around: (job: Job, audit: Auditor) => Promise<Answer>;
}

/** How the answers of one kind are kept. */
interface Form<Kind extends Answer> {
  kind: Kind['kind'];
  print: (answer: Kind) => string | Uint8Array;
  /** Throws when not all of it is there. */
  parse: (file: string) => Kind;
}

/** One line of data and the texts after it, each as long as the line says. */
function print({ summary, texts }: Audited): string {
  return `${JSON.stringify({ summary, lengths: texts.map((text) => text.length) })}\n${texts.join('')}`;
}

function parse(file: string): Audited {
  // Small files one after another: waiting for each would take several times as long as reading it.
  const kept = readFileSync(file, 'utf8');
  const end = kept.indexOf('\n');
  const { summary, lengths } = JSON.parse(kept.slice(0, end)) as {
    summary: Audited['summary'];
    lengths: number[];
  };
  let at = end + 1;
  const texts = lengths.map((length) => kept.slice(at, (at += length)));
  if (at !== kept.length) throw new Error('cut off');
  return { kind: 'audit', summary, texts, timing: null };
}

export const audits: Form<Audited> = { kind: 'audit', print, parse };

/** The reports that were extracted are not kept. */
export const digests: Form<Digests> = {
  kind: 'digest',
  print: (answer) => serialize(answer.digests),
  parse: (file) => ({
    kind: 'digest',
    digests: deserialize(readFileSync(file)) as Digests['digests'],
    report: null,
  }),
};

/**
 * Keeps answers of one kind in a folder, each under the hash of everything that it depends on: the job, and `basis`, which must change with the
 * rules, the forms, the options and the program. Failures are tried again every time.
 */
export function openCache<Kind extends Answer>(
  folder: string,
  basis: string,
  { kind, print, parse }: Form<Kind>,
): Cache {
  const start = createHash('sha256').update(kind).update(basis).digest();
  return {
    around: async (job, audit) => {
      const { bytes, ...said } = job;
      const key = createHash('sha256').update(start).update(JSON.stringify(said)).update(bytes).digest('hex');
      const path = join(folder, key.slice(0, 2), `${key.slice(2)}.${kind}`);
      try {
        return parse(path);
      } catch {
        // Nothing is kept, or not all of it: the answer is found anew.
      }
      const result = await audit(job);
      if (result.kind === kind) await keep(path, print(result as Kind));
      return result;
    },
  };
}

/** Opens the caches in a folder, one for each kind of answers and what is said of the reports. */
export function cachesIn(
  folder: string,
  code: URL,
  resources: Resources,
): <Kind extends Answer>(form: Form<Kind>, said: unknown) => Cache {
  const basis = [programHash(code), resourcesHash(resources)];
  return (form, said) => openCache(folder, JSON.stringify([basis, said]), form);
}

/** Leaves the whole file or none of it, whenever the program ends. */
async function keep(path: string, answer: string | Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, answer);
    await rename(unfinished, path);
  } catch (error) {
    throw writeError(dirname(dirname(path)), error);
  }
}

/** Changes with the code of the program. */
export function programHash(code: URL): string {
  const hash = createHash('sha256');
  const folder = fileURLToPath(code);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.[jt]s$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** Changes with the rules, the forms, the vocabulary and the lexicon. */
function resourcesHash({ rules, ...rest }: Resources): string {
  const checked = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, tests: [] })) };
  return createHash('sha256')
    .update(serialize([checked, rest]))
    .digest('hex');
}
