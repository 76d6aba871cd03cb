import type { Stage } from '../audit/audit.js';
import { langs, type Lang } from '../model/lang.js';
import type { Filled } from '../report/desk/filled.js';
import type { Failure } from '../report/renderer.js';
import { translator, type MessageKey, type Translate } from '../report/translate.js';
import { deskModule } from './carried/desk-module.js';
import { createClerk } from './clerk/clerk.js';
import { dropDraft, keptDraft } from './clerk/draft.js';
import { startClient } from './asking/client.js';
import type { OpenDesk } from './desk/panel.js';
import { byId, say } from './dom.js';
import { addEnglish, englishFile } from './english.js';
import { startInputs } from './input/inputs.js';
import { mayHoldRegister } from './register/candidates.js';
import { payloadOf, unpacked, type Payload } from './carried/payloads.js';
import type { Handed } from './input/handed.js';
import { onFiles } from './input/file-field.js';
import { createRoles } from './input/roles.js';
import { brokenFailure, drawFailure, lateFailure } from './report/failure-page.js';
import { startRuleHelp } from './rule-help/dialog.js';
import { engineAmong, type Engine } from './scan/engine.js';
import { handedOf, type Source } from './input/sources.js';
import { speakPage } from './words.js';

const sections = ['start', 'working', 'failed', 'desk', 'done'] as const;
const stages: readonly Stage[] = ['extract', 'evaluate', 'conclude'];
const doing: readonly MessageKey[] = ['page.loading', 'page.extract', 'page.evaluate', 'page.conclude'];

let lang: Lang = langs[0];
let t: Translate = translator(lang);
let desk: OpenDesk | null = null;

const client = startClient(
  (stage) => showProgress(stages.indexOf(stage) + 1),
  () => lateFailure(t),
);
let engine: Engine | undefined;
/** The document that was opened last, to be read again once there is an engine for it. */
let latest: Handed | null = null;
const clerk = createClerk({
  client,
  engine: () => engine,
  speech: () => ({ lang, t }),
  show(section) {
    show(section);
    showProgress(0);
  },
  showFailure,
  showDesk: ({ name, bytes }) => showDesk([{ name, read: () => Promise.resolve(bytes) }]),
});

startRuleHelp(client, () => ({ lang, t }));
const roles = createRoles(() => t);

function show(section: (typeof sections)[number]): void {
  if (section === 'start' || section === 'working') roles.show([]);
  for (const each of sections) byId(each, HTMLElement).hidden = each !== section;
  const again = byId('again', HTMLElement);
  again.hidden = section !== 'done' && section !== 'desk';
  say('again', section === 'desk' ? 'desk.startOver' : 'page.again', t);
  if (section === 'start') byId('drafts', HTMLElement).hidden = keptDraft() === null;
}

function showProgress(step: number): void {
  byId('progress', HTMLProgressElement).value = step;
  byId('doing', HTMLElement).textContent = t(doing[step] ?? 'page.conclude');
}

function showFailure(failure: Failure): void {
  drawFailure(failure, t);
  show('failed');
  byId('failed', HTMLElement).focus();
}

/** The desk that lies open, or a new one. */
async function deskOpen(): Promise<OpenDesk> {
  show('desk');
  const { openDesk } = await deskModule();
  if (desk === null) {
    desk = openDesk(lang, t);
    if (engine !== undefined) desk.readPictures(engine);
  }
  return desk;
}

/** Several reports lie on the desk; what follows is put to them. */
async function showDesk(sources: readonly Source[]): Promise<void> {
  show('desk');
  byId('desk', HTMLElement).focus();
  (await deskOpen()).take(sources);
}

/** The desk with the audits that the page came with. */
async function showFilled(payload: Payload): Promise<void> {
  const kept = JSON.parse(new TextDecoder().decode(await unpacked(payload))) as Filled;
  if (kept.lang !== lang) await changeLanguage();
  (await deskOpen()).lay(kept);
}

/** Says everything again in the other language, the audit too. */
async function changeLanguage(): Promise<void> {
  const english = payloadOf(englishFile);
  if (lang !== 'en' && english !== null) addEnglish(await unpacked(english));
  lang = lang === 'en' ? 'zh-CN' : 'en';
  t = translator(lang);
  speakPage(lang, t);
  roles.speak();
  desk?.speak(lang, t);
  await clerk.speak();
}

function startOver(): void {
  if (!byId('working', HTMLElement).hidden) client.restart();
  clerk.close();
  desk?.close();
  desk = null;
  show('start');
  byId('text', HTMLTextAreaElement).value = '';
  byId('files', HTMLInputElement).focus();
}

async function startSample(): Promise<void> {
  const payload = payloadOf('sample.html');
  if (payload !== null)
    await clerk.open({
      name: `${t('page.sampleName')}.html`,
      bytes: new Uint8Array(await unpacked(payload)),
    });
}

async function openReports(sources: readonly Source[]): Promise<void> {
  const [first, ...others] = sources;
  if (desk !== null || others.length > 0) await showDesk(sources);
  else if (first !== undefined) {
    latest = await handedOf(first);
    await clerk.open(latest);
  }
}

/**
 * Registers go beside the report that lies open or came with them, alone they fill the form in; of two years' reports of an agency the earlier
 * goes beside the later.
 */
async function sortOut(sources: readonly Source[]): Promise<void> {
  if (!clerk.isOpen()) show('working');
  const documents = await Promise.all(sources.map(handedOf));
  const answer = await client.ask({ kind: 'sort', documents, lang });
  const told = answer.kind === 'sorted' ? answer.sorted : null;
  const places = told?.registers ?? [];
  const registers = sources.filter((_, index) => places.includes(index));
  const prior = sources.filter((_, index) => index === told?.earlier);
  const reports = sources.filter((_, index) => !places.includes(index) && index !== told?.earlier);
  if (sources.length === reports.length || reports.length > 1) return openReports(sources);
  if (reports.length === 1) await openReports(reports);
  if (reports.length === 1 && !clerk.isOpen()) return;
  if (prior.length > 0) await clerk.compare(prior);
  if (registers.length > 0) await clerk.register(registers);
  const count = registers.length;
  roles.show([
    ...reports.map(({ name }) => ['page.tookReport', { name }] as const),
    ...prior.map(({ name }) => ['page.tookEarlier', { name }] as const),
    ...(count === 0 ? [] : [['page.tookRegister', { count }] as const]),
  ]);
}

startInputs({
  nameOfPasted: () => t('page.pasted'),
  onEmpty: () => (byId('paste-said', HTMLElement).textContent = t('clerk.empty')),
  take(sources, target) {
    if (clerk.isOpen() && target?.closest('#verdict') != null) void clerk.compare(sources);
    else if (clerk.isOpen() && target?.closest('#panel-register') != null) void clerk.register(sources);
    else if (desk === null && (sources.length === 2 || mayHoldRegister(sources))) void sortOut(sources);
    else void openReports(sources);
  },
});

/** Fields for files that belong to what lies open, and open the desk otherwise. */
for (const id of ['roster', 'prior', 'settings', 'registers'] as const)
  onFiles(id, (sources) => {
    if (id === 'registers') void clerk.register(sources);
    else if (id === 'prior' && desk === null && clerk.isOpen()) void clerk.compare(sources);
    else void deskOpen().then((own) => own.give(id, sources));
  });

/** Reads the scan that lies open with the engine among these files, or says what is missing. */
async function chooseEngine(sources: readonly Source[]): Promise<void> {
  const found = await engineAmong(sources);
  if (Array.isArray(found)) {
    const missing = t('scan.missing', { names: found.join(t('pretty.list')) });
    for (const place of ['scan-said', 'desk-scan-said']) byId(place, HTMLElement).textContent = missing;
    return;
  }
  engine = found;
  for (const place of ['scan-said', 'desk-scan-said']) byId(place, HTMLElement).textContent = '';
  if (desk !== null) desk.readPictures(found);
  else if (latest !== null) await clerk.open(latest);
}

for (const id of ['engine', 'engine-folder']) onFiles(id, (sources) => void chooseEngine(sources));
for (const button of document.querySelectorAll<HTMLElement>('[data-opens]'))
  button.addEventListener('click', () => byId(button.dataset['opens'] ?? '', HTMLInputElement).click());

byId('lang', HTMLButtonElement).addEventListener('click', () => void changeLanguage());
byId('sample', HTMLButtonElement).addEventListener('click', () => void startSample());
byId('new', HTMLButtonElement).addEventListener(
  'click',
  () => void clerk.openBlank({ year: new Date().getFullYear() - 1 }, {}),
);
byId('draft', HTMLButtonElement).addEventListener('click', () => {
  const draft = keptDraft();
  if (draft === null) return;
  byId('keep', HTMLInputElement).checked = true;
  void clerk.openBlank(draft.said, draft.edits);
});
byId('drop-draft', HTMLButtonElement).addEventListener('click', () => {
  dropDraft();
  show('start');
});
for (const button of document.querySelectorAll('.again')) button.addEventListener('click', startOver);
addEventListener('unhandledrejection', ({ reason }) => {
  showFailure(brokenFailure(reason, t));
});
byId('old', HTMLElement).remove();
const filled = payloadOf('filled.json');
speakPage(lang, t);
show('start');
if (filled !== null) void showFilled(filled);
