import type { Stage } from '../audit/audit.js';
import { langs, type Lang } from '../model/lang.js';
import type { Filled } from '../report/desk/filled.js';
import { translator, type MessageKey, type Translate } from '../report/translate.js';
import { showPage } from './audit-panel.js';
import { startClient } from './client.js';
import type { OpenDesk } from './desk/panel.js';
import { byId, element } from './dom.js';
import { buildEditPanel, type EditPanel } from './edit-panel.js';
import { startInputs } from './inputs.js';
import { payloadOf, unpacked, type Payload } from './payloads.js';
import type { Handed } from './handed.js';
import type { Answer, AuditView, Download, Edits, Said } from './protocol.js';
import { fillSaid, startSaid } from './said-form.js';
import { startTabs } from './tabs.js';
import { handedOf, type Source } from './sources.js';
import { buildTakePanel, save } from './take-panel.js';

const sections = ['start', 'working', 'failed', 'desk', 'done'] as const;
const stages: readonly Stage[] = ['extract', 'evaluate', 'conclude'];
const doing: readonly MessageKey[] = ['page.loading', 'page.extract', 'page.evaluate', 'page.conclude'];

/** The report that lies open. */
interface Open {
  document: Handed;
  said: Said;
  edits: Edits;
  /** The audit of the report as it was read. */
  read: AuditView;
  panel: EditPanel;
}

let lang: Lang = langs[0];
let t: Translate = translator(lang);
let open: Open | null = null;
let desk: OpenDesk | null = null;
/** Counts what was asked of the worker, so that an answer that is out of date is dropped. */
let asked = 0;

const client = startClient((stage) => showProgress(stages.indexOf(stage) + 1));
const tabs = startTabs(['audit', 'edit', 'take'], () => undefined);

function show(section: (typeof sections)[number]): void {
  for (const each of sections) byId(each, HTMLElement).hidden = each !== section;
  const again = byId('again', HTMLElement);
  again.hidden = section !== 'done' && section !== 'desk';
  again.dataset['say'] = section === 'desk' ? 'desk.startOver' : 'page.again';
  again.textContent = t(again.dataset['say'] as MessageKey);
}

function showProgress(step: number): void {
  byId('progress', HTMLProgressElement).value = step;
  byId('doing', HTMLElement).textContent = t(doing[step] ?? 'page.conclude');
}

/** Puts the words of the language into the page. */
function speak(): void {
  document.documentElement.lang = lang;
  document.title = t('page.title');
  for (const each of document.querySelectorAll<HTMLElement>('[data-say]'))
    each.textContent = t(each.dataset['say'] as MessageKey);
  for (const each of document.querySelectorAll<HTMLElement>('[data-say-label]'))
    each.ariaLabel = t(each.dataset['sayLabel'] as MessageKey);
  const other = byId('lang', HTMLButtonElement);
  other.textContent = lang === 'en' ? '中文' : 'English';
  other.lang = lang === 'en' ? 'zh-CN' : 'en';
}

function showFailure({
  name,
  reason,
  remedy,
  place,
  details,
}: Extract<Answer, { kind: 'failure' }>['failure']): void {
  const lines: [MessageKey, string][] = [
    ['failure.file', name],
    ['failure.reason', reason],
    ['failure.place', [place ?? '', ...details].filter((each) => each !== '').join('\n')],
    ['failure.remedy', remedy],
  ];
  const items = lines.filter(([, text]) => text !== '');
  byId('failure', HTMLElement).replaceChildren(
    ...items.map(([key, text]) => element('div', {}, element('dt', {}, t(key)), element('dd', {}, text))),
  );
  show('failed');
  byId('failed', HTMLElement).focus();
}

/** Several reports lie on the desk; what follows is put to them. */
async function showDesk(sources: readonly Source[]): Promise<void> {
  show('desk');
  byId('desk', HTMLElement).focus();
  const { openDesk } = await deskModule();
  desk ??= openDesk(lang, t);
  desk.take(sources);
}

/** The desk with the audits that the page came with. */
async function showFilled(payload: Payload): Promise<void> {
  const kept = JSON.parse(new TextDecoder().decode(await unpacked(payload))) as Filled;
  if (kept.lang !== lang) await changeLanguage();
  show('desk');
  const { openDesk } = await deskModule();
  desk = openDesk(lang, t);
  desk.lay(kept);
}

let loaded: Promise<typeof import('./desk/panel.js')> | null = null;

/** The code of the desk, which who checks a single report does not need. */
function deskModule(): Promise<typeof import('./desk/panel.js')> {
  loaded ??= (async () => {
    const payload = payloadOf('desk.js');
    if (payload === null) throw new Error('the page lacks desk.js');
    const address = URL.createObjectURL(new Blob([await unpacked(payload)], { type: 'text/javascript' }));
    return (await import(/* @vite-ignore */ address)) as typeof import('./desk/panel.js');
  })();
  return loaded;
}

/** How the report stands, beside how it was read. */
function showStanding({ summary }: AuditView, { read, edits }: Open): void {
  const count = Object.keys(edits).length;
  const graded = (grade: string, score: number | null) => (score === null ? grade : `${grade} ${score}`);
  const now = graded(summary.grade, summary.score);
  const before = graded(read.summary.grade, read.summary.score);
  const grade = element('b', { class: `grade-${summary.grade}` }, t('page.standing', { grade: now }));
  byId('standing', HTMLElement).replaceChildren(
    grade,
    element('span', { class: 'verdict' }, summary.verdictText),
    ...(count > 0 && now !== before ? [t('page.before', { grade: before })] : []),
    ...(['error', 'warning', 'info'] as const).map((severity) =>
      element(
        'span',
        { class: summary.counts[severity] === 0 ? 'none' : `tag ${severity}` },
        `${t(`severity.${severity}`)} ${summary.counts[severity]}`,
      ),
    ),
    ...(count > 0 ? [element('span', { class: 'changed' }, t('page.changed', { count }))] : []),
  );
}

/** Shows an audit of the report that lies open. */
function showAudit(view: AuditView, current: Open): void {
  const count = Object.keys(current.edits).length;
  showPage(view.page, byId('audit', HTMLElement));
  byId('revised', HTMLElement).textContent = count === 0 ? '' : t('page.revisedNote', { count });
  current.panel.update(view);
  showStanding(view, current);
}

/** Builds what belongs to a report, with its first audit. */
function showReport(document: Handed, said: Said, edits: Edits, read: AuditView): Open {
  const panel = buildEditPanel(read, edits, t, (changed) => {
    if (open !== null) open.edits = changed;
    void revise();
  });
  fillSaid(said, read, t);
  byId('taken', HTMLElement).textContent = '';
  buildTakePanel(read.downloads, t, (format, button) => void take(format, button));
  return { document, said, edits, read, panel };
}

async function start(document: Handed, said: Said = {}): Promise<void> {
  const number = ++asked;
  open = null;
  show('working');
  showProgress(0);
  const answer = await client.ask({ kind: 'open', document, said, edits: {}, lang });
  if (number !== asked) return;
  if (answer.kind === 'failure') showFailure(answer.failure);
  if (answer.kind === 'several')
    await showDesk([{ name: document.name, read: () => Promise.resolve(document.bytes) }]);
  if (answer.kind !== 'audit') return;
  open = showReport(document, said, {}, answer.view);
  showAudit(answer.view, open);
  show('done');
  tabs.show('audit');
  const { grade, counts } = answer.view.summary;
  byId('news', HTMLElement).textContent = t('page.finished', { grade, ...counts });
  scrollTo(0, 0);
  byId('tab-audit', HTMLElement).focus({ preventScroll: true });
}

/** Audits the report again, as it stands in the fields. */
async function revise(): Promise<void> {
  const current = open;
  if (current === null) return;
  const number = ++asked;
  const answer = await client.ask({ kind: 'revise', edits: current.edits, lang });
  if (number === asked && answer.kind === 'audit') showAudit(answer.view, current);
}

/** Says everything again in the other language, the audit too. */
async function changeLanguage(): Promise<void> {
  lang = lang === 'en' ? 'zh-CN' : 'en';
  t = translator(lang);
  speak();
  desk?.speak(lang, t);
  const current = open;
  if (current === null) return;
  const number = ++asked;
  const read = await client.ask({ kind: 'revise', edits: {}, lang });
  if (number !== asked || read.kind !== 'audit') return;
  open = showReport(current.document, current.said, current.edits, read.view);
  await revise();
}

async function take(format: Download, button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  const news = byId('taken', HTMLElement);
  news.textContent = t('page.taking');
  const answer = await client.ask({ kind: 'write', format, lang });
  button.disabled = false;
  if (answer.kind === 'failure') showFailure(answer.failure);
  if (answer.kind === 'nothing') news.textContent = answer.reason;
  if (answer.kind !== 'file') return;
  save(answer.name, answer.type, answer.bytes);
  news.textContent = t('page.taken', { name: answer.name });
}

function startOver(): void {
  if (!byId('working', HTMLElement).hidden) client.restart();
  asked += 1;
  open = null;
  desk?.close();
  desk = null;
  show('start');
  byId('text', HTMLTextAreaElement).value = '';
  byId('files', HTMLInputElement).focus();
}

async function startSample(): Promise<void> {
  const payload = payloadOf('sample.html');
  if (payload !== null)
    await start({ name: `${t('page.sampleName')}.html`, bytes: new Uint8Array(await unpacked(payload)) });
}

startInputs(
  () => t('page.pasted'),
  (sources) => {
    const [first, ...others] = sources;
    if (desk !== null || others.length > 0) void showDesk(sources);
    else if (first !== undefined) void handedOf(first).then(start);
  },
);
startSaid((said) => {
  if (open !== null) void start(open.document, said);
});
byId('lang', HTMLButtonElement).addEventListener('click', () => void changeLanguage());
byId('sample', HTMLButtonElement).addEventListener('click', () => void startSample());
for (const button of document.querySelectorAll('.again')) button.addEventListener('click', startOver);
addEventListener('unhandledrejection', ({ reason }) => {
  const detail = reason instanceof Error ? reason.message : String(reason);
  const reasonText = t('page.broken', { detail });
  showFailure({
    name: '',
    kind: 'crash',
    code: 'internal',
    reason: reasonText,
    remedy: '',
    place: null,
    details: [],
  });
});
byId('old', HTMLElement).remove();
const filled = payloadOf('filled.json');
speak();
show('start');
if (filled !== null) void showFilled(filled);
