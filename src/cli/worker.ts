import { parentPort, workerData } from 'node:worker_threads';
import { createAuditor, type Settings } from './auditor.js';
import type { Resources } from '../audit.js';
import type { Context } from '../report/renderer.js';
import type { Input } from './inputs.js';

/** What a worker is started with; each message is then one input, answered by one result. */
export interface WorkerData {
  settings: Settings;
  resources: Resources;
  context: Omit<Context, 't'>;
}

const { settings, resources, context } = workerData as WorkerData;
const audit = createAuditor(settings, resources, context);

// One input after the other, answered in the order they came in.
let last = Promise.resolve();
parentPort?.on('message', (input: Input) => {
  last = last.then(async () => parentPort?.postMessage(await audit(input)));
});
