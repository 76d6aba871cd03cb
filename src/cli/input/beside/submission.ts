import { open } from 'node:fs/promises';
import { fingerprintOf } from '../../../audit/provenance.js';
import { joinRuns, readAudits, type Run } from '../../../review/read-audits.js';
import type { Submission } from '../../../review/submissions/compare.js';
import { openAudits } from './baseline.js';
import { expandInputs, type Input } from '../inputs.js';
import { auditReports, type RunOptions } from '../reports.js';
import { UsageError } from '../../usage-error.js';

/** How an output of this program begins: with its audits, or with one of them. */
const outputStart = /^\ufeff?\s*\{\s*"(?:tool|rules|audits|schema": *"gouji\.audit\/1|failure)"/;

/** What of an output is looked at to know it. */
const headBytes = 200;

async function isOutput({ path, problem }: Input): Promise<boolean> {
  if (path === null || problem !== undefined) return false;
  const file = await open(path).catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return outputStart.test(buffer.toString('utf8', 0, bytesRead));
  } finally {
    await file.close();
  }
}

/**
 * What was handed in at one time: a file or a folder of audits, otherwise reports, which are audited now. In a folder of audits, lines of JSON (`ndjson`) speak for the documents
 * beside them; other files in it, such as pages and workbooks of the same audits, are passed over.
 * @throws UsageError when there is neither an audit nor a report
 */
export async function openSubmission(path: string, options: RunOptions): Promise<Submission> {
  const inputs = await expandInputs([path]);
  if (inputs.every(({ problem }) => problem !== undefined))
    throw new UsageError('usage.noSubmission', { path });
  const outputs: Input[] = [];
  for (const input of inputs) if (await isOutput(input)) outputs.push(input);
  const run = outputs.length > 0 ? await openOutputs(outputs) : await auditNow(inputs, options);
  if (run.audits.length === 0 && run.failures.every(({ kind }) => kind === 'notReport'))
    throw new UsageError('usage.noSubmission', { path });
  return { name: path, run };
}

const folderOf = (name: string) => name.slice(0, name.lastIndexOf('/') + 1);
const isLines = ({ name }: Input) => /\.ndjson$/i.test(name);

async function openOutputs(outputs: readonly Input[]): Promise<Run> {
  const spokenFor = new Set(outputs.filter(isLines).map(({ name }) => folderOf(name)));
  const runs: Run[] = [];
  for (const output of outputs)
    if (output.path !== null && (isLines(output) || !spokenFor.has(folderOf(output.name))))
      runs.push(await openAudits(output.path));
  return joinRuns(runs);
}

async function auditNow(inputs: readonly Input[], options: RunOptions): Promise<Run> {
  const { audits, failures } = await auditReports(inputs, options);
  const { sha256 } = fingerprintOf(options.resources.rules);
  return { ...joinRuns(audits.map(readAudits)), failures, rules: sha256 };
}
