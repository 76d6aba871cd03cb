import { join } from 'node:path';
import Table from 'cli-table3';
import { command, type Run } from '../command.js';
import { fill, slipped, withFolder } from './folder.js';

const row = (name: string, reports: number, { seconds, processor, megabytes, status }: Run) => [
  name,
  reports,
  `${seconds.toFixed(1)} s`,
  processor === null ? '-' : `${processor.toFixed(1)} s`,
  (reports / seconds).toFixed(0),
  megabytes === null ? '-' : `${megabytes.toFixed(0)} MB`,
  String(status),
];

/**
 * Audits a made-up city, text and web pages by turns, end to end with the built program: a tenth of it first, then all, then all again from
 * the cache that every run keeps.
 */
export function cityTable(program: string, reports: number): Promise<Table.Table> {
  const few = Math.ceil(reports / 10);
  return withFolder(async (folder) => {
    const [small, large] = [join(folder, 'small'), join(folder, 'large')];
    fill(small, few, ['text', 'html'], slipped);
    fill(large, reports, ['text', 'html'], slipped);
    const audit = (inputs: string, jobs: string, cache: string) => {
      const options = ['--format', 'ndjson', '--jobs', jobs, '--cache', join(folder, cache)];
      return command([program, 'audit', inputs, ...options]);
    };
    const alone = await audit(small, '1', 'alone');
    const together = await audit(small, '2', 'together');
    const all = await audit(large, '2', 'all');
    const again = await audit(large, '2', 'all');
    const table = new Table({
      head: ['city', 'reports', 'time', 'processor', 'reports/s', 'memory', 'exit'],
    });
    table.push(
      row('one job', few, alone),
      row('two jobs', few, together),
      row('two jobs', reports, all),
      row('again, from the cache', reports, again),
      ['from one job to two', few, `${(alone.seconds / together.seconds).toFixed(2)}x`, '', '', '', ''],
    );
    return table;
  });
}
