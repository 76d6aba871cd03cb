import { createChecker } from './checker.js';
import type { Message, Request } from './protocol.js';
import { loadSettings } from './settings.js';

const say = (message: Message, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

const checker = createChecker(await loadSettings(), (stage) => say({ kind: 'stage', stage }));

// One request after the other, answered in the order they came in.
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<{ id?: number; request?: Request }>) => {
  const { id, request } = data;
  if (id === undefined || request === undefined) return;
  last = last.then(async () => say({ kind: 'answer', id, answer: await checker(request) }));
});
say({ kind: 'ready' });
