import { availableParallelism } from 'node:os';
import type { Lang } from '../../model/index.js';
import { inert } from '../../report/tables/layout.js';
import { translator } from '../../report/translate.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { interruption } from '../pool/interruption.js';
import { consumer } from './library.js';

export interface WorkerCommand {
  queue: string;
  jobs?: number;
  deadLetters?: boolean;
  lang: Lang;
}

/** `gouji worker` */
export async function workerCommand(
  { queue, jobs, deadLetters: list, lang }: WorkerCommand,
  host: Host,
): Promise<number> {
  const t = translator(lang);
  const { deadLetters, workOn } = await consumer();
  if (list === true) {
    for (const { name, reason } of await deadLetters(queue, host))
      process.stdout.write(`${inert(name)}\t${inert(reason)}\n`);
    return status.clean;
  }
  const interrupt = interruption();
  await workOn(queue, { threads: jobs ?? availableParallelism(), host, t, signal: interrupt.signal });
  interrupt.end();
  return status.clean;
}
