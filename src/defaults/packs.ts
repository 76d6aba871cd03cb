import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './package-root.js';
import type { Localised } from '../model/index.js';

const folder = join(packageRoot(dirname(fileURLToPath(import.meta.url))), 'packs');
const prefix = 'pack:';

export interface Pack {
  name: string;
  /** What its first two lines of comment say, in Chinese and English. */
  about: Localised;
  text: string;
}

/** The packs of rules that come with the program, by name. */
export function readPacks(): Pack[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.yaml'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), 'utf8');
      const comments = text.split('\n').filter((line) => line.startsWith('# ') && !line.includes('$schema'));
      const [zh = '', en = ''] = comments.map((line) => line.slice(2));
      return { name: file.replace(/\.yaml$/, ''), about: { 'zh-CN': zh, en }, text };
    });
}

/** The file that is meant: `pack:NAME` is a pack, anything else the path itself. */
export function fileOfPack(path: string): string {
  const name = path.startsWith(prefix) ? path.slice(prefix.length) : null;
  return name !== null && /^[\w-]+$/.test(name) ? join(folder, `${name}.yaml`) : path;
}
