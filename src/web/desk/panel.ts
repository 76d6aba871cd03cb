import { failureKindOf, type Lang } from '../../model/index.js';
import type { Filled } from '../../report/desk/filled.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { todayInChina } from '../../review/today.js';
import { byId } from '../dom.js';
import { packOptions, packsOfPage } from '../packs.js';
import { handedOf, sourceOf, type Source } from '../sources.js';
import { createAside } from './aside.js';
import { createCharts } from './charts.js';
import { createCrew } from './crew.js';
import type { Case } from './decide-form.js';
import { createDesk, type Desk } from './desk.js';
import type { Entry } from './entry.js';
import { entriesIn } from './filled.js';
import { noFilters, passes, type Filters } from './filters.js';
import { createLeagueTable } from './league-table.js';
import { openMemory } from './memory.js';
import { drawConflicts, drawFailures, drawRoster } from './sections.js';
import type { FindingBrief } from '../../report/desk/brief.js';
import type { Conflict, Issued } from './review.js';
import { startSender } from './sender-form.js';
import { createTakes, takings, type Desktop } from './takes.js';
import { createTools } from './tools.js';

/** The desk that lies open. */
export interface OpenDesk {
  take: (sources: readonly Source[]) => void;
  /** Takes what helps to judge the reports: a roster, earlier reports, decisions and rules. */
  give: (what: 'roster' | 'prior' | 'settings', sources: readonly Source[]) => void;
  /** Lays out audits that the page came with. */
  lay: (filled: Filled) => void;
  speak: (lang: Lang, t: Translate) => void;
  close: () => void;
}

/** Milliseconds between two pictures of a desk at work. */
const pace = 250;

const say = (place: string, text: string) => (byId(place, HTMLElement).textContent = text);

/** Opens the desk: many reports, their ranking, what the office finds out about them, and what leaves it. */
export function openDesk(firstLang: Lang, firstT: Translate): OpenDesk {
  let [lang, t] = [firstLang, firstT];
  const place = byId('desk', HTMLElement);
  const memory = openMemory();
  const size = Math.max(1, navigator.hardwareConcurrency);
  const crew = createCrew(size, (code) => ({
    kind: failureKindOf(code),
    code,
    reason: t(code === 'late' ? 'desk.late' : 'desk.crashed'),
    remedy: t('desk.later'),
    place: null,
    details: [],
  }));
  let filters: Filters = noFilters;
  let opened: Entry | null = null;
  let reviewer = '';
  let issued: Issued[] = [];
  let conflicts: Conflict[] = [];
  let chosenYear = false;
  /** Files that were handed over and are not sorted yet. */
  let handing = 0;

  const desk: Desk = createDesk(crew, size, lang, () => later());
  let senderOf = startSender(undefined, (sender) => memory.keep('sender', sender));
  const takes = createTakes(crew, (sent) => {
    const same = (one: Issued, other: Issued) => one.agency === other.agency && one.year === other.year;
    issued = [...issued.filter((each) => !sent.some((one) => same(one, each))), ...sent];
    memory.keep('issued', issued);
  });

  let charts = createCharts(t, (name, value) => narrow({ [name]: value }));
  let tools = createTools(t, narrow);
  let table = createLeagueTable(t, (name) => void open(name));
  let aside = asideIn(t);

  function asideIn(words: Translate) {
    return createAside(words, {
      back,
      step,
      takeNotice: () => void takeOne('notice'),
      takePage: () => void takeOne('page'),
    });
  }

  function narrow(changes: Partial<Filters>): void {
    if ('year' in changes) chosenYear = true;
    filters = { ...filters, ...changes };
    draw();
  }

  /** Of several years the newest is shown, until another is chosen. */
  function settleYear(): void {
    if (chosenYear) return;
    const years = [...new Set(desk.lot.entries.flatMap(({ judged }) => judged.summary.year ?? []))];
    const newest = Math.max(...years);
    filters = { ...filters, year: years.length > 1 ? String(newest) : '' };
  }

  let timer: ReturnType<typeof setTimeout> | undefined;
  let drawnAt = 0;
  function later(): void {
    const wait = Math.max(0, drawnAt + pace - performance.now());
    timer ??= setTimeout(() => {
      timer = undefined;
      draw();
    }, wait);
  }

  function drawPace(): void {
    const { done, all, took, paused, working } = desk.pace();
    const busy = working || handing > 0;
    const bar = byId('desk-progress', HTMLProgressElement);
    bar.max = Math.max(1, all);
    bar.value = done;
    byId('desk-reading', HTMLElement).hidden = !busy;
    const rate = took === 0 ? 0 : (1000 * done) / took;
    const left = rate === 0 ? 0 : Math.ceil((all - done) / rate);
    const text =
      done < all ? t('desk.pace', { done, all, rate: rate.toFixed(1), left }) : t('desk.comparing', { all });
    say('desk-pace', paused ? t('desk.paused', { done, all }) : text);
    byId('desk-pause', HTMLButtonElement).textContent = t(paused ? 'desk.goOn' : 'desk.pause');
    place.dataset['state'] = busy ? 'working' : 'done';
  }

  function drawReview(): void {
    const { entries } = desk.lot;
    const findings = entries.flatMap(({ judged }) => judged.findings);
    const done = findings.filter(({ fingerprint }) => desk.decided.has(fingerprint)).length;
    const meter = byId('desk-reviewed', HTMLProgressElement);
    meter.max = Math.max(1, findings.length);
    meter.value = done;
    say('desk-reviewed-text', t('desk.reviewed', { done, all: findings.length }));
  }

  function draw(): void {
    const { entries } = desk.lot;
    settleYear();
    drawPace();
    table.show(entries, filters, desk.decided);
    const shown = entries.filter((each) => passes(each, filters, desk.decided)).length;
    tools.show(entries, filters, shown);
    charts.show(entries, filters, desk.decided);
    drawReview();
    drawFailures(desk.lot.failures, t);
    drawRoster(desk.lot.attendance, t);
    const titleOf = (fingerprint: string) =>
      entries.flatMap(({ judged }) => judged.findings).find((each) => each.fingerprint === fingerprint)
        ?.title;
    drawConflicts(conflicts, titleOf, t, (conflict, chosen) => {
      conflicts = conflicts.filter((each) => each !== conflict);
      void decide(chosen);
    });
    const { ownYears } = desk.lot;
    const checked = ownYears === 0 ? '' : t('desk.ownYears', { count: ownYears });
    say('desk-count', t('index.count', { count: entries.length }) + checked);
    const current = opened;
    if (current !== null) aside.refresh(current, caseOf);
    drawnAt = performance.now();
  }

  function caseOf(finding: FindingBrief): Case {
    return {
      finding,
      decision: desk.decided.get(finding.fingerprint),
      reply: desk.replies.get(finding.fingerprint),
      reviewer,
      today: todayInChina(),
      decide: (decision) => void decide(decision),
      undo: () => void desk.undo(finding.fingerprint).then(keepReview),
      answer: (reply) => {
        desk.answer(finding.fingerprint, reply);
        keepReview();
      },
    };
  }

  function keepReview(): void {
    memory.keep('decisions', [...desk.decided.values()]);
    memory.keep('replies', [...desk.replies.values()]);
    draw();
  }

  async function decide(decision: Parameters<Desk['decide']>[0]): Promise<void> {
    reviewer = decision.reviewer;
    memory.keep('reviewer', reviewer);
    await desk.decide(decision);
    keepReview();
  }

  async function open(name: string): Promise<void> {
    const entry = desk.lot.entries.find((each) => each.name === name);
    if (entry === undefined) return;
    opened = entry;
    table.select(name);
    const page = await desk.pageOf(entry);
    if (opened === entry) aside.show(entry, page, caseOf);
  }

  function back(): void {
    const name = opened?.name ?? table.selected();
    opened = null;
    aside.hide();
    table.select(name);
    focusRow();
  }

  const focusRow = () =>
    byId('desk-rows', HTMLElement).querySelector<HTMLElement>('[aria-selected=true]')?.focus();

  /** Goes to the report before or after, and opens it where one lies open. */
  function step(by: 1 | -1): void {
    const names = table.visible();
    const at = names.indexOf(table.selected() ?? '');
    const next = at < 0 ? names[0] : names[at + by];
    if (next === undefined) return;
    table.select(next);
    if (opened === null) focusRow();
    else void open(next);
  }

  const desktop = (): Desktop => ({
    lot: desk.lot,
    decided: desk.decided,
    replies: desk.replies,
    sender: senderOf(),
    onlyConfirmed: byId('desk-only', HTMLInputElement).checked,
    issued,
    lang,
    t,
    today: todayInChina(),
  });

  /** What is to be borne in mind about what was just taken. */
  const warnings = (what: string) =>
    what.startsWith('notice') && senderOf().issuer === '' ? ` ${t('desk.noIssuer')}` : '';

  async function takeOne(format: 'notice' | 'page'): Promise<void> {
    if (opened === null) return;
    const name = await takes.one(format, opened, desktop());
    say(
      'desk-taken',
      name === null ? t('notice.none', { name: opened.name }) : t('page.taken', { name }) + warnings(format),
    );
  }

  for (const what of takings) {
    const button = place.querySelector<HTMLButtonElement>(`button[data-take=${what}]`);
    if (button === null) continue;
    button.onclick = async () => {
      button.disabled = true;
      say('desk-taken', t('page.taking'));
      try {
        const { name, count } = await takes.all(what, desktop());
        say(
          'desk-taken',
          count === 0 ? t('desk.nothingToTake') : t('desk.taken', { name, count }) + warnings(what),
        );
      } catch (error) {
        say('desk-taken', error instanceof Error ? error.message : String(error));
      }
      button.disabled = false;
    };
  }

  const told = (failures: readonly Failure[]) => desk.addFailures(failures);

  async function settings(sources: readonly Source[]): Promise<Source[]> {
    const reports: Source[] = [];
    const earlier: Source[] = [];
    for (const source of sources) {
      if (!/\.(?:ya?ml|csv|json|ndjson)$/i.test(source.name)) {
        reports.push(source);
        continue;
      }
      const document = await handedOf(source);
      const answer = await crew.ask({ kind: 'sort', document });
      const as = answer.kind === 'sorted' ? answer.as : 'report';
      if (as === 'report') reports.push(source);
      else if (as === 'audits') earlier.push(source);
      else await take(as, document);
    }
    if (earlier.length > 0) told(await desk.addEarlier(earlier));
    return reports;
  }

  async function take(
    as: 'roster' | 'waivers' | 'rules',
    document: Awaited<ReturnType<typeof handedOf>>,
  ): Promise<void> {
    if (as === 'waivers') {
      const result = await desk.addWaivers(document);
      if (Array.isArray(result)) conflicts = [...conflicts, ...result];
      else told([result]);
      keepReview();
    } else {
      const failure = as === 'roster' ? await desk.setRoster(document) : await desk.addRules(document);
      if (failure !== null) told([failure]);
      else say('desk-added', t('desk.added', { name: document.name }));
    }
  }

  /** A field for files that is emptied after use, so that the same file can be chosen again. */
  function onFiles(id: string, use: (sources: Source[]) => void): void {
    const input = byId(id, HTMLInputElement);
    input.onchange = () => {
      const sources = Array.from(input.files ?? [], (file) => sourceOf(file));
      input.value = '';
      if (sources.length > 0) use(sources);
    };
  }
  onFiles('desk-files', (sources) => own.take(sources));
  const packs = packsOfPage();
  const packField = byId('desk-pack', HTMLSelectElement);
  const drawPacks = () => {
    const chosen = packField.value;
    packField.replaceChildren(...packOptions(packs, t('page.packNone'), lang));
    packField.value = chosen;
  };
  drawPacks();
  packField.onchange = () => {
    const pack = packs.find(({ name }) => name === packField.value) ?? null;
    void desk.choosePack(pack).then((failure) => told(failure === null ? [] : [failure]));
  };
  byId('desk-pause', HTMLButtonElement).onclick = () => desk.pause(!desk.pace().paused);
  byId('desk-only', HTMLInputElement).onchange = () => draw();
  byId('desk-wipe', HTMLButtonElement).onclick = () =>
    void memory.wipe().then(() => {
      issued = [];
      for (const { fingerprint } of [...desk.decided.values()]) void desk.undo(fingerprint);
      desk.replies.clear();
      senderOf = startSender(undefined, (sender) => memory.keep('sender', sender));
      say('desk-kept', t('desk.wiped'));
      draw();
    });

  const typing = (target: EventTarget | null) =>
    target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

  function onKey(event: KeyboardEvent): void {
    if (place.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (typing(event.target)) (event.target as HTMLElement).blur();
      else if (opened !== null) back();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'Enter' && opened === null && event.target instanceof HTMLTableRowElement) {
      const name = table.selected();
      if (name !== null) void open(name);
    } else return;
    event.preventDefault();
  }
  addEventListener('keydown', onKey);

  const ready = memory.recall().then((kept) => {
    for (const each of kept.decisions ?? []) desk.decided.set(each.fingerprint, each);
    for (const each of kept.replies ?? []) desk.replies.set(each.fingerprint, each);
    issued = kept.issued ?? [];
    reviewer = kept.reviewer ?? '';
    senderOf = startSender(kept.sender, (sender) => memory.keep('sender', sender));
    if (memory.isForgetful()) say('desk-kept', t('desk.forgetful'));
  });

  const own: OpenDesk = {
    take(sources) {
      handing += 1;
      draw();
      void ready
        .then(() => settings(sources))
        .then((reports) => {
          handing -= 1;
          desk.take(reports);
        });
    },
    lay(filled) {
      handing += 1;
      draw();
      void ready
        .then(() => entriesIn(filled))
        .then(async (laid) => {
          handing -= 1;
          conflicts = [...conflicts, ...(await desk.lay(laid))];
          draw();
        });
    },
    give(what, sources) {
      void ready.then(async () => {
        if (what === 'prior') told(await desk.addEarlier(sources));
        else if (what === 'settings') await settings(sources);
        else for (const source of sources.slice(0, 1)) await take('roster', await handedOf(source));
      });
    },
    speak(nextLang, nextT) {
      [lang, t] = [nextLang, nextT];
      drawPacks();
      charts = createCharts(t, (name, value) => narrow({ [name]: value }));
      tools = createTools(t, narrow);
      table = createLeagueTable(t, (name) => void open(name));
      aside = asideIn(t);
      void desk.speak(lang).then(() => (opened === null ? draw() : void open(opened.name)));
    },
    close() {
      removeEventListener('keydown', onKey);
      clearTimeout(timer);
      aside.hide();
      byId('desk-rows', HTMLElement).replaceChildren();
      crew.dismiss();
    },
  };
  return own;
}
