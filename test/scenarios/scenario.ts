/** One run of the program, told in a plain-text file of sections `====name====`. */
export interface Scenario {
  /** What the scenario shows. */
  title: string;
  /** Files to lay out, by name. */
  assets: Map<string, string>;
  /** The command as a user types it, without quoting. */
  command: string;
  stdin: string;
  status: number;
  stdout: string;
  stderr: string;
  /** Files that the program must have written, by name. */
  files: Map<string, string>;
}

const header = /^====(\w+)(?::([^=]+))?====$/;

function sectionsOf(text: string): { name: string; detail: string; body: string }[] {
  const sections: { name: string; detail: string; lines: string[] }[] = [];
  for (const line of text.split('\n')) {
    const [, name, detail = ''] = header.exec(line) ?? [];
    if (name !== undefined) sections.push({ name, detail, lines: [] });
    else sections.at(-1)?.lines.push(line);
  }
  return sections.map(({ name, detail, lines }) => ({
    name,
    detail,
    body: lines.join('\n').replace(/\n+$/, ''),
  }));
}

export function parseScenario(text: string): Scenario {
  const sections = sectionsOf(text);
  const named = (kind: string) =>
    new Map(sections.filter(({ name }) => name === kind).map(({ detail, body }) => [detail, body]));
  const body = (name: string) => sections.find((each) => each.name === name)?.body ?? '';
  return {
    title: body('test'),
    assets: named('asset'),
    command: body('command'),
    stdin: body('stdin'),
    status: Number(body('status')),
    stdout: body('stdout'),
    stderr: body('stderr'),
    files: named('file'),
  };
}

/** The scenario with what the program really said, as the text of a file. */
export function printScenario(scenario: Scenario): string {
  const { title, assets, command, stdin, status, stdout, stderr, files } = scenario;
  const sections: [string, string][] = [
    ['test', title],
    ...[...assets].map(([name, body]): [string, string] => [`asset:${name}`, body]),
    ['command', command],
    ...(stdin === '' ? [] : [['stdin', stdin] as [string, string]]),
    ['status', String(status)],
    ...(stdout === '' ? [] : [['stdout', stdout] as [string, string]]),
    ...(stderr === '' ? [] : [['stderr', stderr] as [string, string]]),
    ...[...files].map(([name, body]): [string, string] => [`file:${name}`, body]),
  ];
  return sections.map(([name, body]) => `====${name}====\n${body}\n`).join('');
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** `{any}` in the expected text stands for any characters, also several lines; all else must be the same. */
export function agrees(expected: string, actual: string): boolean {
  const pattern = expected.split('{any}').map(escaped).join('[\\s\\S]*?');
  return new RegExp(`^${pattern}$`).test(actual);
}
