import type { Lang } from '../../model/index.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { showPage } from '../report/audit-panel.js';
import type { Client } from '../asking/client.js';
import { byId, say } from '../dom.js';
import { buildEditPanel, type EditPanel } from '../report/edit-panel.js';
import type { Handed } from '../input/handed.js';
import type { Answer, AuditView, Download, Edits, Request, Said } from '../protocol.js';
import { fillSaid, startSaid } from '../input/said-form.js';
import { createRegisterPanel } from '../register/panel.js';
import { handedOf, type Source } from '../input/sources.js';
import type { Engine } from '../scan/engine.js';
import { startTabs } from '../tabs.js';
import { buildTakePanel, save } from '../report/take-panel.js';
import { dropDraft, keepDraft } from './draft.js';
import { createVerdictPanel } from './verdict-panel.js';

/** The report that lies open. */
interface Open {
  /** `null`: it is filled in here. */
  document: Handed | null;
  said: Said;
  edits: Edits;
  /** The earlier reports that it was put beside. */
  prior: Handed[];
  /** The audit of the report as it was read. */
  read: AuditView;
  panel: EditPanel;
}

/** What the page around it does. */
interface Around {
  client: Client;
  /** What pictures are read with, once it was chosen. */
  engine: () => Engine | undefined;
  /** In which language the page speaks now. */
  speech: () => { lang: Lang; t: Translate };
  show: (section: 'working' | 'done') => void;
  showFailure: (failure: Failure) => void;
  /** The file holds several reports. */
  showDesk: (document: Handed) => Promise<void>;
}

/** One report: its audit, what is changed in it, and what is taken from it. */
export interface Clerk {
  open: (document: Handed) => Promise<void>;
  /** Lays out the blank form, with what was filled in before. */
  openBlank: (said: Said, edits: Edits) => Promise<void>;
  isOpen: () => boolean;
  /** Puts the report that lies open beside earlier ones. */
  compare: (sources: readonly Source[]) => Promise<void>;
  /** Puts registers beside the report that lies open, or fills the blank form in from them. */
  register: (sources: readonly Source[]) => Promise<void>;
  /** Says everything again in the language of the page. */
  speak: () => Promise<void>;
  close: () => void;
}

export function createClerk({ client, engine, speech, show, showFailure, showDesk }: Around): Clerk {
  let open: Open | null = null;
  /** Counts what was asked of the worker, so that an answer that is out of date is dropped. */
  let asked = 0;
  let draw: (view: AuditView, current: Open) => void = () => undefined;
  const tabs = startTabs(['audit', 'edit', 'register', 'take'], () => undefined);
  const keep = byId('keep', HTMLInputElement);
  const registers = createRegisterPanel({ client, speech, apply: (edits) => open?.panel.apply(edits) });

  /** The answer, unless something was asked since. */
  async function ask(request: Request): Promise<Answer | null> {
    const number = ++asked;
    const answer = await client.ask(request);
    return number === asked ? answer : null;
  }

  /** Shows an audit of the report that lies open. */
  function showAudit(view: AuditView, current: Open): void {
    const { t } = speech();
    const count = current.document === null ? 0 : Object.keys(current.edits).length;
    showPage(view.page, byId('audit', HTMLElement), t);
    byId('revised', HTMLElement).textContent = count === 0 ? '' : t('page.revisedNote', { count });
    current.panel.update(view);
    draw(view, current);
    void registers.refresh();
    if (current.document === null && keep.checked) keepDraft({ said: current.said, edits: current.edits });
  }

  /** Builds what belongs to a report, with its first audit. */
  function lay(given: Omit<Open, 'panel'>): Open {
    const { t } = speech();
    const own = given.document === null;
    const panel = buildEditPanel({ ...given, own }, t, (changed) => {
      if (open !== null) open.edits = changed;
      void revise();
    });
    const go = (cell: string) => {
      tabs.show('edit');
      panel.go(cell);
    };
    const verdict = createVerdictPanel(t, { has: panel.has, go, apply: panel.apply, revert: panel.revert });
    draw = (view, { edits, read }) => verdict.show({ view, read, edits, own, canUndo: panel.canUndo() });
    byId('keeping', HTMLElement).hidden = !own;
    byId('said-part', HTMLDetailsElement).open = own;
    say('said-title', own ? 'clerk.said' : 'page.said', t);
    for (const title of ['tab-edit', 'edit-title']) say(title, own ? 'clerk.fillIn' : 'page.edit', t);
    fillSaid({ ...given, own }, speech());
    byId('taken', HTMLElement).textContent = '';
    byId('mended', HTMLElement).textContent = '';
    byId('register-said', HTMLElement).textContent = '';
    const wanted = own
      ? given.read.downloads.filter((each) => each !== 'corrections' && each !== 'docx')
      : null;
    buildTakePanel(wanted ?? given.read.downloads, t, (format, button) => void take(format, button));
    return { ...given, panel };
  }

  async function start(
    request: Extract<Request, { kind: 'open' | 'blank' }>,
    document: Handed | null,
  ): Promise<void> {
    const { t } = speech();
    open = null;
    show('working');
    const answer = await ask(request);
    if (answer === null) return;
    if (answer.kind === 'failure') showFailure(answer.failure);
    if (answer.kind === 'several' && document !== null) await showDesk(document);
    if (answer.kind !== 'audit') return;
    const { said, edits } = request;
    open = lay({ document, said, edits, prior: [], read: answer.view });
    showAudit(answer.view, open);
    show('done');
    tabs.show(document === null ? 'edit' : 'audit');
    const { grade, counts } = answer.view.summary;
    byId('news', HTMLElement).textContent = t('page.finished', { grade, ...counts });
    scrollTo(0, 0);
    byId(document === null ? 'tab-edit' : 'tab-audit', HTMLElement).focus({ preventScroll: true });
  }

  /** Audits the report again, as it stands in the fields. */
  async function revise(): Promise<void> {
    const current = open;
    if (current === null) return;
    const answer = await ask({ kind: 'revise', edits: current.edits, lang: speech().lang });
    if (answer?.kind === 'audit') showAudit(answer.view, current);
  }

  async function fill(): Promise<void> {
    const current = open;
    if (current === null) return;
    const { lang, t } = speech();
    const answer = await ask({ kind: 'fill', edits: current.edits, lang });
    if (answer?.kind !== 'filling') return;
    const count = Object.keys(answer.edits).length;
    current.panel.apply(answer.edits);
    const said = count === 0 ? 'clerk.filledNone' : answer.left === 0 ? 'clerk.filled' : 'clerk.filledSome';
    byId('mended', HTMLElement).textContent = t(said, { count, left: answer.left });
  }

  async function putBeside(current: Open): Promise<void> {
    const { edits, prior: documents } = current;
    const answer = await ask({ kind: 'prior', documents, edits, lang: speech().lang });
    if (answer?.kind === 'audit') showAudit(answer.view, current);
    if (answer?.kind === 'failure')
      byId('mended', HTMLElement).textContent = [
        answer.failure.name,
        answer.failure.reason,
        answer.failure.remedy,
      ]
        .filter((each) => each !== '')
        .join(' ');
  }

  async function take(format: Download, button: HTMLButtonElement): Promise<void> {
    const { lang, t } = speech();
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

  startSaid((said) => {
    if (open === null) return;
    const { document, edits } = open;
    const { lang } = speech();
    void (
      document === null
        ? start({ kind: 'blank', said, edits, lang }, null)
        : start({ kind: 'open', document, said, edits: {}, lang, engine: engine() }, document)
    ).then(registers.again);
  });
  byId('fill', HTMLButtonElement).addEventListener('click', () => void fill());
  byId('undo', HTMLButtonElement).addEventListener('click', () => open?.panel.undo());
  keep.addEventListener('change', () => {
    if (!keep.checked) dropDraft();
    else if (open?.document === null) keepDraft({ said: open.said, edits: open.edits });
  });

  return {
    async open(document) {
      registers.clear();
      const { lang } = speech();
      await start({ kind: 'open', document, said: {}, edits: {}, lang, engine: engine() }, document);
    },
    async openBlank(said, edits) {
      registers.clear();
      await start({ kind: 'blank', said, edits, lang: speech().lang }, null);
    },
    isOpen: () => open !== null,
    async compare(sources) {
      if (open === null) return;
      open.prior = await Promise.all(sources.map(handedOf));
      await putBeside(open);
    },
    async register(sources) {
      const documents = await Promise.all(sources.map(handedOf));
      const fresh = open === null;
      if (fresh) {
        const { lang } = speech();
        show('working');
        const answer = await ask({ kind: 'sort', documents, lang });
        if (answer === null) return;
        const stated = answer.kind === 'sorted' ? answer.sorted.year : null;
        const year = stated ?? new Date().getFullYear() - 1;
        registers.clear();
        await start({ kind: 'blank', said: { year }, edits: {}, lang }, null);
      }
      if (open === null) return;
      tabs.show('register');
      await registers.put(documents, fresh);
    },
    async speak() {
      const current = open;
      if (current === null) return;
      const read = await ask({ kind: 'revise', edits: {}, lang: speech().lang });
      if (read?.kind !== 'audit') return;
      open = lay({ ...current, read: read.view });
      await revise();
    },
    close() {
      registers.clear();
      asked += 1;
      open = null;
    },
  };
}
