import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath, pathToFileURL } from 'node:url';
import Table from 'cli-table3';
import { loadDefaultRules, loadForms, loadLexicon, loadVocabulary } from '../src/defaults/defaults.js';
import { tuneCompiler } from '../src/cli/pool/tuning.js';
import { packageRoot } from '../src/defaults/package-root.js';
import { cityTable } from './many/city.js';
import { command, type Run } from './command.js';
import { copies } from './formats/copies.js';
import { fill, withFolder } from './many/folder.js';
import { warm, type Input, type Warm } from './warm.js';

// As the program runs.
tuneCompiler();

const root = pathToFileURL(`${packageRoot(import.meta.dirname)}/`);
const program = fileURLToPath(new URL('dist/cli/main.js', root));

const forms = loadForms();
const resources = {
  forms,
  rules: loadDefaultRules(forms),
  lexicon: loadLexicon(),
  vocabulary: loadVocabulary(),
};

/** The samples, and the real reports in the folder that GOUJI_REPORTS names. */
function inputs(extension: string): Input[] {
  const folders = [fileURLToPath(new URL('samples', root)), process.env.GOUJI_REPORTS];
  return folders
    .filter((folder) => folder !== undefined)
    .flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith(extension))
        .map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) })),
    );
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;

function warmRow(name: string, { total, cpu, bare, extract, evaluate, conclude }: Warm): string[] {
  return [
    name,
    ms(total),
    ms(cpu),
    ms(bare),
    `${(total / bare).toFixed(1)}x`,
    ms(extract),
    ms(evaluate),
    ms(conclude),
  ];
}

async function warmTable(): Promise<Table.Table> {
  const table = new Table({
    head: ['warm, per report', 'total', 'processor', 'bare parse', 'ratio', 'extract', 'rules', 'conclude'],
  });
  for (const [name, extension] of [
    ['text', '.txt'],
    ['web page', '.html'],
  ] as const) {
    const chosen = inputs(extension);
    table.push(warmRow(`${name} (${chosen.length})`, await warm(chosen, resources)));
  }
  return table;
}

const runRow = (name: string, { seconds, processor, megabytes, status }: Run): string[] => [
  name,
  `${seconds.toFixed(2)} s`,
  processor === null ? '-' : `${processor.toFixed(2)} s`,
  megabytes === null ? '-' : `${megabytes.toFixed(0)} MB`,
  String(status),
];

async function coldTable(): Promise<Table.Table> {
  const table = new Table({ head: ['program', 'time', 'processor', 'memory', 'exit'] });
  const one = fileURLToPath(new URL('samples/01-clean-tab-rows.txt', root));
  const times: Run[] = [];
  for (let turn = 0; turn < 7; turn++) times.push(await command([program, 'audit', one]));
  const middle = [...times].sort((one, other) => one.seconds - other.seconds)[times.length >> 1];
  if (middle !== undefined) table.push(runRow('one text report, cold', middle));
  const many = await withFolder((folder) => {
    fill(folder, 1000, ['text']);
    return command([program, 'audit', folder, '--format', 'ndjson', '--jobs', '2']);
  });
  table.push(runRow('1,000 text reports, two jobs', many));
  return table;
}

function copiesTable(): Table.Table {
  const table = new Table({ head: ['copied prose', 'sketching', 'search', 'planted', 'found'] });
  for (const many of [1000, 10_000]) {
    const { reports, sketching, searching, planted, found } = copies(many);
    table.push([
      `${reports} reports`,
      `${sketching.toFixed(2)} s`,
      `${searching.toFixed(2)} s`,
      planted,
      found,
    ]);
  }
  return table;
}

/** `npm run bench` measures all; `npm run bench -- city [reports]` the city alone. */
const [part, count = '10000'] = process.argv.slice(2);
const built = existsSync(program);
console.log(
  `Node ${process.version}, ${cpus().length} x ${cpus()[0]?.model}; ${resources.rules.rules.length} rules`,
);
if (part !== 'city') {
  console.log((await warmTable()).toString());
  console.log(copiesTable().toString());
  if (built) console.log((await coldTable()).toString());
}
console.log(
  built
    ? (await cityTable(program, Number(count))).toString()
    : 'The program is not built: run `npm run build` first.',
);
