import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'dist/cli/main.js');
const guide = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** The fenced YAML block that begins with the name of its file, without the indent of the list it stands in. */
function file(name: string): string {
  const [, block = ''] = new RegExp(`\`\`\`yaml\\n( *# ${name}\\n[^\`]*)\`\`\``).exec(guide) ?? [];
  const indent = / */.exec(block)?.[0] ?? '';
  return block
    .split('\n')
    .map((line) => line.slice(indent.length))
    .join('\n');
}

/** The steps of the list that adds a rule, in order: the commands it names. */
function steps(): string[] {
  return [...guide.matchAll(/^\d\. `(gouji [^`]+local\.yaml[^`]*)`/gm)].map(([, command = '']) => command);
}

/** Commands after `$` in console blocks, with what they print. */
function dialogues(): { command: string; output: string }[] {
  const [, block = ''] = /```console\n([^`]*)```/.exec(guide) ?? [];
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command = '', ...lines] = text.split('\n');
      return { command, output: lines.join('\n') };
    });
}

/** Runs a command; `folder`: where the files of the guide are. */
function gouji(command: string, folder = root): { code: number | null; output: string } {
  const [, ...args] = command.split(' ').map((arg) => (arg === 'local.yaml' ? join(folder, arg) : arg));
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    cwd: root,
    encoding: 'utf8',
  });
  return { code: status, output: `${stdout}${stderr}`.replaceAll(`${folder}/`, '') };
}

test('whoever follows the guide adds a rule with nothing but YAML', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gouji-guide-'));
  try {
    writeFileSync(join(folder, 'local.yaml'), file('local.yaml'));
    const commands = steps();
    expect(commands.map((command) => command.split(' ').slice(1, 3).join(' '))).toEqual([
      'rules check',
      'rules test',
      'rules lint',
      'rules mutate',
      'rules impact',
      'audit reports/',
    ]);
    const said: { command: string; code: number | null; output: string }[] = [];
    for (const command of commands.slice(0, 4)) said.push({ command, ...gouji(command, folder) });
    expect(said).toEqual([
      { command: commands[0], code: 0, output: 'local.yaml：规则 1 条，未发现错误。\n' },
      { command: commands[1], code: 0, output: '规则测试：通过 5 项，未通过 0 项。\n' },
      { command: commands[2], code: 0, output: '已检查规则 1 条，提示 0 处。\n' },
      { command: commands[3], code: 0, output: expect.stringMatching(/^规则变异：100%/) as string },
    ]);
    const samples = 'samples/01-clean-tab-rows.txt';
    const audit = gouji(`gouji audit ${samples} --jobs 1 --format json --rules local.yaml`, folder);
    expect(JSON.parse(audit.output)).toMatchObject({
      rules: { files: expect.arrayContaining(['local.yaml']) as string[] },
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test.each(dialogues())('the guide tells what the program prints: $command', ({ command, output }) => {
  expect(gouji(command)).toEqual({ code: 0, output });
});
