import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package that holds the given one, wherever the code was bundled to. */
export function packageRoot(folder: string): string {
  if (existsSync(join(folder, 'rules.yaml'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('rules.yaml not found');
  return packageRoot(parent);
}
