import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const program = process.env['SOFFICE'] ?? '/usr/bin/soffice';

/** Why documents cannot be converted here; `null` when they can. */
export const noOffice = existsSync(program) ? null : `no ${program} (set SOFFICE)`;

/** What LibreOffice makes of a document. */
export function converted(document: Uint8Array, from: string, to: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-office-'));
  try {
    writeFileSync(join(folder, `report.${from}`), document);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    const { stderr } = spawnSync(
      program,
      [profile, '--headless', '--convert-to', to, '--outdir', folder, join(folder, `report.${from}`)],
      { encoding: 'utf8' },
    );
    const result = join(folder, `report.${to}`);
    if (!existsSync(result)) throw new Error(`${program} made no ${to}: ${stderr}`);
    return new Uint8Array(readFileSync(result));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
