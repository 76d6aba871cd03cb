// Builds what a release is made of into dist/release: the package, the self-check page, and their SHA-256 sums.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join('dist', 'release');
const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
const changes = readFileSync('CHANGELOG.md', 'utf8');
if (!changes.includes(`## ${version}`)) console.error(`CHANGELOG.md has no section “## ${version}” yet.`);

execFileSync('npm', ['run', 'build'], { stdio: 'inherit' });
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
execFileSync('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder], {
  stdio: ['ignore', 'ignore', 'inherit'],
});
copyFileSync(join('dist', 'page.html'), join(folder, 'page.html'));

const sums = readdirSync(folder)
  .sort()
  .map(
    (name) =>
      `${createHash('sha256')
        .update(readFileSync(join(folder, name)))
        .digest('hex')}  ${name}\n`,
  );
writeFileSync(join(folder, 'SHA256SUMS'), sums.join(''));
console.log(sums.join('').trimEnd());
