import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import manifest from '../../package.json' with { type: 'json' };
import type { Defaults } from '../../src/audit/audit.js';
import { provenanceOf } from '../../src/audit/provenance.js';
import { auditScript } from '../../src/report/html/script.js';
import { auditStyle } from '../../src/report/html/style.js';
import { readPacks } from '../../src/defaults/packs.js';
import { settingsText } from '../../src/audit/page-settings.js';
import { englishFile } from '../../src/web/english.js';
import { ruleBookFile } from '../../src/web/rule-help/help.js';
import { pageModule, script, workerModules } from './bundle.js';
import { english, ruleBook, saidIn } from './modules.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const source = (name: string) => readFileSync(join(root, 'src/web', name), 'utf8');

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A script can only end where the page says so. */
const inline = (code: string) => code.replaceAll(/<(?=\/script|!--)/gi, '\\x3c').trim();

function file(name: string, content: string | Uint8Array, imports: readonly string[] = []): string {
  const text = gzipSync(content, { level: 9 }).toString('base64');
  return `<script type="text/plain" id="file:${name}" data-imports="${imports.join(' ')}">${text}</script>`;
}

function settings(resources: Defaults): string {
  const tool = { name: 'gouji', version: manifest.version };
  return settingsText({ resources, provenance: provenanceOf(tool, resources.rules) });
}

/** The character maps of pdf.js, without which text in fonts that are not embedded vanishes. */
function characterMaps(): string[] {
  const folder = fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json')));
  return readdirSync(folder)
    .filter((name) => name.endsWith('.bcmap'))
    .sort()
    .map((name) => file(name, readFileSync(join(folder, name))));
}

/** The self-check page, everything in one file, with the forms, rules and words that it comes with. */
export async function buildPage(defaults: Defaults): Promise<string> {
  const [modules, desk, loader, silent] = [
    await workerModules(),
    await pageModule('desk/panel.ts'),
    inline(await script('loader.ts')),
    await script('main.ts', () => false),
  ];
  // The script speaks for the desk and for the page itself, too.
  const main = inline(await script('main.ts', saidIn([silent, desk, source('page.html')].join('\n'))));
  const style = source('page.css').trim();
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(main)} 'sha256-${auditScript.hash}' blob: 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)} 'sha256-${auditStyle.hash}'`,
    'worker-src blob:',
    'img-src data:',
    "connect-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const parts: Record<string, string> = {
    policy: `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    style: `<style>${auditStyle.text}</style>\n<style>${style}</style>`,
    scripts: [
      file('settings.json', settings(defaults)),
      file(englishFile, english()),
      file(ruleBookFile, ruleBook(defaults.rules)),
      ...modules.map(({ name, code, imports }) => file(name, code, imports)),
      file('desk.js', desk),
      `<script type="text/plain" id="packs">${JSON.stringify(readPacks()).replaceAll('<', '\\u003c')}</script>`,
      file('sample.html', readFileSync(join(root, 'samples/06-arithmetic.html'))),
      ...characterMaps(),
      `<script type="text/plain" id="loader">${loader}</script>`,
      `<script>${auditScript.text}</script>`,
      `<script>${main}</script>`,
    ].join('\n'),
  };
  return source('page.html').replaceAll(/<!--(\w+)-->/g, (_, name: string) => parts[name] ?? '');
}
