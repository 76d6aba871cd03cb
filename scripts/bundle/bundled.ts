import { readFileSync } from 'node:fs';

/** Packages that every audit loads: reading them from few files takes a third off a cold start. */
export const always = [
  ...['ajv', 'ajv-i18n', 'chalk', 'cli-table3', 'commander', 'fflate', 'json-rules-engine', 'opencc-js'],
  ...['parse5', 'saxes', 'yaml', 'zod'],
];

/** Packages that are loaded when they are needed, each built into a file of its own. */
export const apart: Readonly<Record<string, string>> = {
  '@e965/xlsx': 'xlsx',
  'cli-progress': 'cli-progress',
  docx: 'docx',
  exceljs: 'exceljs',
};

/** Only the reader of exceljs needs it, which is not used; a package below it declares no licence. */
export const leftOut = 'unzipper';

/** A package as the lock file has it. */
interface Locked {
  license?: string;
  dependencies?: Record<string, string>;
}

export interface Package {
  /** Its folder in the checkout. */
  path: string;
  name: string;
  licence: string;
}

/** The packages that the built program holds: those named above with all below them. */
export function bundledPackages(): Package[] {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, Locked>;
  };
  const found = new Map<string, Package>();
  const add = (name: string, from: string): void => {
    const path = pathOf(name, from, packages);
    if (name === leftOut || found.has(path)) return;
    const { license, dependencies } = packages[path] ?? {};
    found.set(path, { path, name, licence: license ?? '' });
    for (const each of Object.keys(dependencies ?? {})) add(each, path);
  };
  for (const name of [...always, ...Object.keys(apart)]) add(name, '');
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Where Node finds the package: below the one that needs it, or below one around that. */
function pathOf(name: string, from: string, packages: Readonly<Record<string, Locked>>): string {
  for (
    let folder = from;
    folder !== '';
    folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))
  ) {
    const path = `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
  }
  return `node_modules/${name}`;
}
