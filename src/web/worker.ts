import { bytesOf } from './carried/carried.js';
import { addEnglish, englishFile } from './english.js';
import { createChecker } from './report/checker.js';
import type { DeskAnswer, DeskRequest } from './desk/requests.js';
import { kinds, type Answer, type Message, type Request } from './protocol.js';
import { tellPieces } from './scan/library.js';
import { loadSettings } from './settings.js';

const say = (message: Message, transfer: Transferable[] = []) => self.postMessage(message, { transfer });

const settings = await loadSettings();
const checker = createChecker(settings, (stage) => say({ kind: 'stage', stage }));
tellPieces(() => say({ kind: 'sign' }));
let office: ((request: DeskRequest) => Promise<DeskAnswer>) | null = null;

const isOfOne = (request: Request | DeskRequest): request is Request =>
  (kinds as readonly string[]).includes(request.kind);

let speaksEnglish = false;

async function answerTo(request: Request | DeskRequest): Promise<Answer | DeskAnswer> {
  if (!speaksEnglish && 'lang' in request && request.lang === 'en') {
    addEnglish(await bytesOf(englishFile));
    speaksEnglish = true;
  }
  if (isOfOne(request)) return checker(request);
  office ??= (await import('./desk/office.js')).createOffice(settings);
  return office(request);
}

// One request after the other, answered in the order they came in.
let last = Promise.resolve();
addEventListener('message', ({ data }: MessageEvent<{ id?: number; request?: Request | DeskRequest }>) => {
  const { id, request } = data;
  if (id === undefined || request === undefined) return;
  last = last.then(async () => say({ kind: 'answer', id, answer: await answerTo(request) }));
});
say({ kind: 'ready' });
