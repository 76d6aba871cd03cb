import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Defaults } from '../audit/audit.js';
import { packageRoot } from './package-root.js';

/** The files from which the defaults are read; all of them are part of the package. */
export function defaultFiles(root: string): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(root, folder))
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => `${folder}/${name}`);
  return ['rules.yaml', ...['forms', 'rules', 'templates', 'vocabulary'].flatMap(inFolder)];
}

/** Changes whenever a file changes from which the defaults are read. */
function fingerprint(root: string): string {
  const hash = createHash('sha256');
  for (const file of defaultFiles(root)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/** Keeps the defaults, checked and compiled, for {@link readCompiled}; without the tests of the rules, which no audit needs. */
export function writeCompiled(file: string, resources: Defaults): void {
  const rules = resources.rules.rules.map((rule) => ({ ...rule, tests: [] }));
  const kept = { ...resources, rules: { ...resources.rules, rules } };
  writeFileSync(file, serialize({ fingerprint: fingerprint(packageRoot(dirname(file))), resources: kept }));
}

/**
 * The defaults as the build left them, because reading YAML takes longer than an audit. `null` when there is no build, when it comes
 * from a version of Node that this one cannot read, or when a YAML file was edited since.
 */
export function readCompiled(file: string): Defaults | null {
  try {
    const kept = deserialize(readFileSync(file)) as { fingerprint: string; resources: Defaults };
    return kept.fingerprint === fingerprint(packageRoot(dirname(file))) ? kept.resources : null;
  } catch {
    return null;
  }
}
