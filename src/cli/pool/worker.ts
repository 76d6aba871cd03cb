import { createAuditor, type Answer, type Job, type Settings } from './auditor.js';
import type { FileResources } from '../../audit/audit.js';
import type { Context } from '../../report/renderer.js';

/** What a worker is started with; it says `ready`, and each message is then one job, answered by one result. */
export interface WorkerData {
  settings: Settings;
  resources: FileResources;
  context: Omit<Context, 't'>;
}

const thread = process.getBuiltinModule('node:worker_threads');
const { settings, resources, context } = thread.workerData as WorkerData;
const audit = createAuditor(settings, resources, context);

/** The memory of the reports in a file goes to who asked, instead of a copy of it. */
function given(answer: Answer): ArrayBuffer[] {
  const entries = answer.kind === 'archive' ? answer.entries : [];
  const buffers = entries.flatMap((each) =>
    'bytes' in each &&
    each.bytes.buffer instanceof ArrayBuffer &&
    each.bytes.buffer.byteLength === each.bytes.byteLength
      ? [each.bytes.buffer]
      : [],
  );
  return [...new Set(buffers)];
}

// One job after the other, answered in the order they came in.
let last = Promise.resolve();
thread.parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    const answer = await audit(job);
    thread.parentPort?.postMessage(answer, given(answer));
  });
});
thread.parentPort?.postMessage('ready');
