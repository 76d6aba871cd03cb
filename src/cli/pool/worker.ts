import { createAuditor, type Job, type Settings } from './auditor.js';
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

// One job after the other, answered in the order they came in.
let last = Promise.resolve();
thread.parentPort?.on('message', (job: Job) => {
  last = last.then(async () => thread.parentPort?.postMessage(await audit(job)));
});
thread.parentPort?.postMessage('ready');
