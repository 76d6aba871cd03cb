import { failureKindOf, type Lang } from '../../model/index.js';
import type { Filled } from '../../report/desk/filled.js';
import type { Failure } from '../../report/renderer.js';
import type { Translate } from '../../report/translate.js';
import { todayInChina } from '../../review/today.js';
import { byId } from '../dom.js';
import { onFiles } from '../input/file-field.js';
import { handedOf, type Source } from '../input/sources.js';
import type { Engine } from '../scan/engine.js';
import { createAside } from './review/aside.js';
import { createCharts } from './table/charts.js';
import { createCrew } from './crew.js';
import type { Desk } from './deeds.js';
import { createDesk } from './desk.js';
import type { Entry } from './entry.js';
import { entriesIn } from './handing/filled.js';
import { noFilters, passes, type Filters } from './table/filters.js';
import { createHanding } from './handing/handing.js';
import { startKeys } from './table/keys.js';
import { createLeagueTable } from './table/league-table.js';
import { openMemory } from './review/memory.js';
import { startPackField } from './handing/pack-field.js';
import { drawPace, drawReview } from './progress.js';
import { drawConflicts, drawFailures, drawRoster } from './sections.js';
import type { Conflict, Issued } from './review/review.js';
import { createReviewing } from './review/reviewing.js';
import { startSender } from './taking/sender-form.js';
import type { Desktop } from './taking/desktop.js';
import { createTakes } from './taking/takes.js';
import { startTaking } from './taking/taking.js';
import { createTools } from './table/tools.js';

/** The desk that lies open. */
export interface OpenDesk {
  take: (sources: readonly Source[]) => void;
  /** Takes what helps to judge the reports: a roster, earlier reports, decisions and rules. */
  give: (what: 'roster' | 'prior' | 'settings', sources: readonly Source[]) => void;
  /** Lays out audits that the page came with. */
  lay: (filled: Filled) => void;
  /** Reads pictures with this from now on. */
  readPictures: (engine: Engine) => void;
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

  const reviewing = createReviewing(desk, memory, () => draw());
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

  function draw(): void {
    const { entries } = desk.lot;
    settleYear();
    drawPace(desk, handing, t);
    table.show(entries, filters, desk.decided);
    const shown = entries.filter((each) => passes(each, filters, desk.decided)).length;
    tools.show(entries, filters, shown);
    charts.show(entries, filters, desk.decided);
    drawReview(desk, t);
    drawFailures(desk.lot.failures, t);
    drawRoster(desk.lot.attendance, t);
    const titleOf = (fingerprint: string) =>
      entries.flatMap(({ judged }) => judged.findings).find((each) => each.fingerprint === fingerprint)
        ?.title;
    drawConflicts(conflicts, titleOf, t, (conflict, chosen) => {
      conflicts = conflicts.filter((each) => each !== conflict);
      void reviewing.decide(chosen);
    });
    const { ownYears } = desk.lot;
    const checked = ownYears === 0 ? '' : t('desk.ownYears', { count: ownYears });
    say('desk-count', t('index.count', { count: entries.length }) + checked);
    const current = opened;
    if (current !== null) aside.refresh(current, reviewing.caseOf);
    drawnAt = performance.now();
  }

  async function open(name: string): Promise<void> {
    const entry = desk.lot.entries.find((each) => each.name === name);
    if (entry === undefined) return;
    opened = entry;
    table.select(name);
    const page = await desk.pageOf(entry);
    if (opened === entry) aside.show(entry, page, reviewing.caseOf);
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

  const taking = startTaking(takes, desktop);

  async function takeOne(format: 'notice' | 'page'): Promise<void> {
    if (opened !== null) await taking.one(format, opened);
  }

  const told = (failures: readonly Failure[]) => desk.addFailures(failures);

  const given = createHanding(crew, desk, {
    onConflicts: (more) => (conflicts = [...conflicts, ...more]),
    onReview: reviewing.keep,
    onAdded: (name) => say('desk-added', t('desk.added', { name })),
  });

  onFiles('desk-files', (sources) => own.take(sources));
  const drawPacks = startPackField(
    (pack) => void desk.choosePack(pack).then((failure) => told(failure === null ? [] : [failure])),
  );
  drawPacks(lang, t);
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

  const stopKeys = startKeys(place, {
    isOpen: () => opened !== null,
    back,
    step,
    openSelected() {
      const name = table.selected();
      if (name !== null) void open(name);
    },
  });

  const ready = memory.recall().then((kept) => {
    for (const each of kept.decisions ?? []) desk.decided.set(each.fingerprint, each);
    for (const each of kept.replies ?? []) desk.replies.set(each.fingerprint, each);
    issued = kept.issued ?? [];
    reviewing.recall(kept.reviewer ?? '');
    senderOf = startSender(kept.sender, (sender) => memory.keep('sender', sender));
    if (memory.isForgetful()) say('desk-kept', t('desk.forgetful'));
  });

  const own: OpenDesk = {
    take(sources) {
      handing += 1;
      draw();
      void ready
        .then(() => given.settings(sources))
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
        else if (what === 'settings') await given.settings(sources);
        else for (const source of sources.slice(0, 1)) await given.take('roster', await handedOf(source));
      });
    },
    readPictures: (engine) => void ready.then(() => desk.readPictures(engine)),
    speak(nextLang, nextT) {
      [lang, t] = [nextLang, nextT];
      drawPacks(lang, t);
      charts = createCharts(t, (name, value) => narrow({ [name]: value }));
      tools = createTools(t, narrow);
      table = createLeagueTable(t, (name) => void open(name));
      aside = asideIn(t);
      void desk.speak(lang).then(() => (opened === null ? draw() : void open(opened.name)));
    },
    close() {
      stopKeys();
      clearTimeout(timer);
      aside.hide();
      byId('desk-rows', HTMLElement).replaceChildren();
      crew.dismiss();
    },
  };
  return own;
}
