import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundledPackages } from './bundled.js';

/** Writes the licences of the packages that the built program holds, as they ask, to `file`. */
export function writeNotices(file: string): void {
  const notices = bundledPackages().map(({ path, name, licence }) => {
    const { version, author } = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as {
      version: string;
      author?: string | { name: string };
    };
    const texts = readdirSync(path, { withFileTypes: true })
      .filter((each) => each.isFile() && /^(?:licen[cs]e|copying|notice)/i.test(each.name))
      .map((each) => each.name);
    const by = typeof author === 'object' ? author.name : author;
    const text =
      texts.length > 0
        ? texts.map((each) => readFileSync(join(path, each), 'utf8').trim()).join('\n\n')
        : (by ?? '');
    return `${name} ${version} (${licence})\n\n${text}\n`;
  });
  writeFileSync(file, notices.join(`\n${'-'.repeat(80)}\n\n`));
}
