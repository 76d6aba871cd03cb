import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';

/** Files with the extension in the folder that `GOUJI_FORMATS` names. */
export function samples(extension: string): string[] {
  const folder = env['GOUJI_FORMATS'];
  if (folder === undefined)
    throw new Error('Name files, or set GOUJI_FORMATS to a folder of sample reports.');
  return readdirSync(folder)
    .filter((name) => name.endsWith(`.${extension}`))
    .sort()
    .map((name) => join(folder, name));
}
