import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serialize } from 'node:v8';
import type { Resources } from '../audit.js';
import type { Answer, Auditor, Job, Result } from './auditor.js';
import { UsageError } from './usage-error.js';

export interface Cache {
  /** The audit of an earlier run, otherwise that of `audit`, kept for later ones. */
  around: (job: Job, audit: Auditor) => Promise<Answer>;
}

/** One line of data and the texts after it, each as long as the line says. */
function print({ summary, texts }: Result & { kind: 'audit' }): string {
  return `${JSON.stringify({ summary, lengths: texts.map((text) => text.length) })}\n${texts.join('')}`;
}

function parse(kept: string): Result {
  const end = kept.indexOf('\n');
  const { summary, lengths } = JSON.parse(kept.slice(0, end)) as {
    summary: (Result & { kind: 'audit' })['summary'];
    lengths: number[];
  };
  let at = end + 1;
  const texts = lengths.map((length) => kept.slice(at, (at += length)));
  if (at !== kept.length) throw new Error('cut off');
  return { kind: 'audit', summary, texts, timing: null };
}

/**
 * Keeps audits in a folder, each under the hash of everything that it depends on: the job, and `basis`, which must change with the rules, the forms, the options and the program. Failures are tried again every time.
 */
export function openCache(folder: string, basis: string): Cache {
  const start = createHash('sha256').update(basis).digest();
  return {
    around: async (job, audit) => {
      const { bytes, ...said } = job;
      const key = createHash('sha256').update(start).update(JSON.stringify(said)).update(bytes).digest('hex');
      const path = join(folder, key.slice(0, 2), `${key.slice(2)}.txt`);
      try {
        // Small files one after another: waiting for each would take several times as long as reading it.
        return parse(readFileSync(path, 'utf8'));
      } catch {
        // Nothing is kept, or not all of it: the audit is made anew.
      }
      const result = await audit(job);
      if (result.kind === 'audit') await keep(path, print(result));
      return result;
    },
  };
}

/** Leaves the whole file or none of it, whenever the program ends. */
async function keep(path: string, text: string): Promise<void> {
  const unfinished = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(unfinished, text);
    await rename(unfinished, path);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotWrite', { path: dirname(dirname(path)), detail });
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
export function resourcesHash({ rules, ...rest }: Resources): string {
  const checked = { ...rules, rules: rules.rules.map((rule) => ({ ...rule, tests: [] })) };
  return createHash('sha256')
    .update(serialize([checked, rest]))
    .digest('hex');
}
