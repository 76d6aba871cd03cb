import type { Stage } from '../audit.js';
import type { Lang } from '../model/index.js';
import { translator, type MessageKey } from '../report/translate.js';
import { startClient } from './client.js';
import { byId, element } from './dom.js';
import { startInputs } from './inputs.js';
import { showPage } from './audit-panel.js';
import type { Answer, AuditView } from './protocol.js';

const stages: readonly Stage[] = ['extract', 'evaluate', 'conclude'];
const sections = ['start', 'working', 'failed', 'several', 'done'] as const;

let lang: Lang = 'zh-CN';
const client = startClient((stage) => progress(stages.indexOf(stage) + 2));

function show(section: (typeof sections)[number]): void {
  for (const each of sections) byId(each, HTMLElement).hidden = each !== section;
}

/** Puts the words of the language into the page. */
function speak(): void {
  const t = translator(lang);
  document.documentElement.lang = lang;
  document.title = t('page.title');
  for (const each of document.querySelectorAll<HTMLElement>('[data-t]'))
    each.textContent = t(each.dataset['t'] as MessageKey);
  for (const each of document.querySelectorAll<HTMLElement>('[data-label]'))
    each.ariaLabel = t(each.dataset['label'] as MessageKey);
  const other = byId('lang', HTMLButtonElement);
  other.textContent = lang === 'en' ? '中文' : 'English';
  other.lang = lang === 'en' ? 'zh-CN' : 'en';
}

const doing: readonly MessageKey[] = ['page.loading', 'page.extract', 'page.evaluate', 'page.conclude'];

function progress(step: number): void {
  byId('progress', HTMLProgressElement).value = step - 1;
  byId('doing', HTMLElement).textContent = translator(lang)(doing[step - 1] ?? 'page.conclude');
}

function showAudit(view: AuditView): void {
  showPage(view.page);
  show('done');
}

function showAnswer(answer: Answer): void {
  if (answer.kind === 'audit') showAudit(answer.view);
  if (answer.kind === 'failure') {
    const { name, reason, remedy } = answer.failure;
    byId('failure', HTMLElement).replaceChildren(
      ...[name, reason, remedy].map((each) => element('p', {}, each)),
    );
    show('failed');
  }
}

startInputs(async (name, bytes) => {
  show('working');
  progress(1);
  showAnswer(await client.ask({ kind: 'open', name, bytes, said: {}, lang }));
});
byId('lang', HTMLButtonElement).addEventListener('click', () => {
  lang = lang === 'en' ? 'zh-CN' : 'en';
  speak();
});
byId('old', HTMLElement).remove();
speak();
show('start');
