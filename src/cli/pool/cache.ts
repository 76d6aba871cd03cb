import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize, serialize } from 'node:v8';
import type { Resources } from '../../audit/audit.js';
import type { Answer, Auditor, Digests, Job, Result } from './auditor.js';
import { writeError } from '../output/write-error.js';

type Audited = Result & { kind: 'audit' };

export interface Cache {
  /** The answer of an earlier run, otherwise that of `audit`, kept for later ones. */
  around: (job: Job, audit: Auditor) => Promise<Answer>;
}

/** How the answers of one kind are kept. */
interface Form<Kind extends Answer> {
  kind: Kind['kind'];
  print: (answer: Kind) => Uint8Array;
  parse: (kept: Buffer) => Kind;
}

/** One line of data and the texts after it, each as long as the line says. */
function print({ summary, texts }: Audited): Uint8Array {
  const lengths = texts.map((text) => text.length);
  return Buffer.from(`${JSON.stringify({ summary, lengths })}\n${texts.join('')}`);
}

function parse(bytes: Buffer): Audited {
  const kept = bytes.toString('utf8');
  const end = kept.indexOf('\n');
  const { summary, lengths } = JSON.parse(kept.slice(0, end)) as {
    summary: Audited['summary'];
    lengths: number[];
  };
  let at = end + 1;
  const texts = lengths.map((length) => kept.slice(at, (at += length)));
  return { kind: 'audit', summary, texts, timing: null };
}

export const audits: Form<Audited> = { kind: 'audit', print, parse };

/** The reports that were extracted are not kept. */
export const digests: Form<Digests> = {
  kind: 'digest',
  print: (answer) => serialize(answer.digests),
  parse: (kept) => ({
    kind: 'digest',
    digests: deserialize(kept) as Digests['digests'],
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
        return parse(kept(path));
      } catch {
        // Nothing is kept, or not as it was: the answer is found anew.
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

const digestLength = 32;

const digestOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** What was kept, which begins with its digest. Throws when it has changed since. */
function kept(path: string): Buffer {
  // Small files one after another: waiting for each would take several times as long as reading it.
  const file = readFileSync(path);
  const answer = file.subarray(digestLength);
  if (!digestOf(answer).equals(file.subarray(0, digestLength))) throw new Error('changed');
  return answer;
}

/** Leaves the whole file or none of it, whenever the program ends. */
async function keep(path: string, answer: Uint8Array): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, Buffer.concat([digestOf(answer), answer]));
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
    if (/\.(c?js|ts)$/.test(name)) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

/** Changes with the rules, the forms, the vocabulary and the lexicon. */
function resourcesHash({ rules, ...rest }: Resources): string {
  const checked = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, tests: [] })) };
  return createHash('sha256')
    .update(serialize([checked, rest]))
    .digest('hex');
}
