import type { Digest } from '../../around/copies/digest.js';
import type { Around } from '../../around/neighbourhood.js';
import type { Lang, Reply, Waiver } from '../../model/index.js';
import type { Failure } from '../../report/renderer.js';
import type { Handed } from '../input/handed.js';
import { handedOf, type Source } from '../input/sources.js';
import type { Crew } from './crew.js';
import { layers, type Desk, type Overlay } from './deeds.js';
import { createJudging } from './judging.js';
import { byName, ofSeveralYears, type Entry, type Lot } from './entry.js';
import { reviewsIn } from './handing/filled.js';
import { createReading } from './reading.js';
import { merged } from './review/review.js';
import type { DeskAnswer } from './requests.js';

/** All that the office does at its desk, without a picture of it; `onChange` is told whenever something has. */
export function createDesk(crew: Crew, size: number, first: Lang, onChange: () => void): Desk {
  const lot: Lot = { entries: [], failures: [], attendance: null, ownYears: 0 };
  const decided = new Map<string, Waiver>();
  const replies = new Map<string, Reply>();
  let overlays: readonly Overlay[] = [];
  let pack: Overlay | null = null;
  let around = new Map<string, Around>();
  let lang = first;
  let roster: Handed | null = null;
  let earlier: Digest[] | null = null;
  let steps = 0;
  /** Pictures that nothing could read yet, by name. */
  const unread = new Map<string, Source>();

  const { waiversFor, judge, judgeTwice } = createJudging(crew, {
    decided,
    around: (name) => around.get(name) ?? null,
    lang: () => lang,
  });

  async function put(answer: DeskAnswer, document: string, source: Source): Promise<void> {
    if (answer.kind === 'failure') lot.failures.push(answer.failure);
    if (answer.kind !== 'received') return;
    for (const each of answer.entries) {
      if ('failure' in each) {
        lot.failures.push(each.failure);
        // A picture in an archive is not read again: the others beside it would be there twice.
        if (each.failure.code === 'scanned' && each.name === document) unread.set(each.name, source);
        continue;
      }
      const { report, judged } = each;
      const { grade, score } = judged.summary;
      const entry: Entry = { name: each.name, report, judged, machine: { grade, score } };
      const waivers = waiversFor(judged);
      if (waivers.length > 0) entry.judged = await judge(entry, waivers);
      lot.entries.push(entry);
    }
    lot.failures.sort(byName);
  }

  const reading = createReading({
    size,
    receive: async (document, source) =>
      put(await crew.ask({ kind: 'receive', document, lang }), document.name, source),
    onFailure: (failure) => lot.failures.push(failure),
    onChange,
    async onRest(finished) {
      if (finished && compared().length > 0) await compare();
    },
  });

  /** Something that takes its time, during which the desk is at work. */
  async function during<Result>(work: () => Promise<Result>): Promise<Result> {
    steps += 1;
    onChange();
    try {
      return await work();
    } finally {
      steps -= 1;
      onChange();
    }
  }

  const everyEntry = (work: (entry: Entry) => Promise<void>) =>
    Promise.all(lot.entries.map((entry) => work(entry).then(onChange)));

  /** The reports that have to do with others: with a roster or earlier ones all, otherwise those of agencies with several years. */
  const compared = (): Entry[] =>
    roster !== null || earlier !== null ? lot.entries : ofSeveralYears(lot.entries);

  /** Puts the reports into relation with each other, with earlier ones and with the roster, and audits them anew. */
  async function compare(): Promise<Failure | null> {
    return during(async () => {
      const current: Digest[] = [];
      await Promise.all(
        compared().map(async ({ report }) => {
          const answer = await crew.ask({ kind: 'digest', report });
          if (answer.kind === 'digests') current.push(...answer.digests);
        }),
      );
      const answer = await crew.ask({ kind: 'relate', current: current.sort(byName), earlier, roster, lang });
      if (answer.kind === 'failure') return answer.failure;
      if (answer.kind !== 'related') return null;
      around = new Map(answer.around);
      lot.attendance = answer.attendance;
      const held = [...around.values()].filter(({ surroundings }) => surroundings.earlier !== null);
      lot.ownYears = earlier === null ? held.length : 0;
      await Promise.all(compared().map((entry) => judgeTwice(entry).then(onChange)));
      return null;
    });
  }

  async function again(fingerprint: string): Promise<void> {
    const concerned = lot.entries.filter(({ judged }) =>
      judged.findings.some((each) => each.fingerprint === fingerprint),
    );
    await Promise.all(
      concerned.map(async (entry) => {
        entry.judged = await judge(entry, waiversFor(entry.judged));
      }),
    );
    onChange();
  }

  /** Judges everything anew by other rules, unless they cannot be loaded. */
  const judgeBy = (nextPack: Overlay | null, next: readonly Overlay[]): Promise<Failure | null> =>
    during(async () => {
      const answer = await crew.tell({ kind: 'rules', overlays: layers(nextPack, next), lang });
      if (answer.kind === 'failure') return answer.failure;
      [pack, overlays] = [nextPack, next];
      await everyEntry(judgeTwice);
      return null;
    });

  return {
    lot,
    decided,
    replies,
    pace() {
      const pace = reading.pace();
      return { ...pace, working: pace.working || steps > 0 };
    },
    take: (sources) => reading.take(sources),
    pause: (on) => reading.pause(on),
    async lay({ entries, failures, attendance, around: before }) {
      reading.reserve(entries.map(({ name }) => name));
      lot.entries.push(...entries);
      lot.failures.push(...failures);
      lot.attendance = attendance;
      around = before;
      const reviewed = entries.filter(({ judged }) => judged.summary.reviewed.length > 0);
      const { decisions, conflicts } = merged([...decided.values()], reviewsIn(reviewed));
      for (const each of decisions) decided.set(each.fingerprint, each);
      const concerned = entries.filter(({ judged }) => waiversFor(judged).length > 0);
      await during(() => Promise.all(concerned.map((entry) => judgeTwice(entry).then(onChange))));
      return conflicts;
    },
    async setRoster(file) {
      const kept = roster;
      roster = file;
      if (reading.isReading() || lot.entries.length === 0) {
        const tried = await crew.ask({ kind: 'relate', current: [], earlier: null, roster, lang });
        if (tried.kind !== 'failure') return null;
        roster = kept;
        return tried.failure;
      }
      const failure = await compare();
      if (failure !== null) roster = kept;
      return failure;
    },
    async addEarlier(sources) {
      const failures: Failure[] = [];
      await during(async () => {
        for (const source of sources) {
          const answer = await crew.ask({ kind: 'earlier', document: await handedOf(source) });
          if (answer.kind === 'digests') earlier = [...(earlier ?? []), ...answer.digests];
          else if (answer.kind === 'failure') failures.push(answer.failure);
        }
      });
      if (!reading.isReading() && earlier !== null) await compare();
      return failures;
    },
    addRules: ({ name, bytes }) =>
      judgeBy(pack, [...overlays, { name, text: new TextDecoder().decode(bytes) }]),
    choosePack: (chosen) => judgeBy(chosen, overlays),
    async addWaivers(document) {
      const answer = await crew.ask({ kind: 'waivers', document, lang });
      if (answer.kind === 'failure') return answer.failure;
      if (answer.kind !== 'waivers') return [];
      const { decisions, conflicts } = merged([...decided.values()], answer.waivers);
      for (const each of decisions) decided.set(each.fingerprint, each);
      for (const each of answer.replies) replies.set(each.fingerprint, each);
      await during(() => everyEntry(judgeTwice));
      return conflicts;
    },
    decide(decision) {
      decided.set(decision.fingerprint, decision);
      return again(decision.fingerprint);
    },
    undo(fingerprint) {
      decided.delete(fingerprint);
      return again(fingerprint);
    },
    answer(fingerprint, reply) {
      if (reply === null) replies.delete(fingerprint);
      else replies.set(fingerprint, reply);
      onChange();
    },
    async speak(next) {
      lang = next;
      const all = layers(pack, overlays);
      if (all.length > 0) await crew.tell({ kind: 'rules', overlays: all, lang });
      await during(() => everyEntry(judgeTwice));
    },
    async pageOf({ judged }) {
      const answer = await crew.ask({ kind: 'show', audit: judged.audit, lang });
      return answer.kind === 'page' ? answer.page : '';
    },
    async readPictures(engine) {
      await crew.tell({ kind: 'engine', engine });
      const again = new Map(unread);
      unread.clear();
      lot.failures = lot.failures.filter(({ name }) => !again.has(name));
      reading.again(again);
    },
    addFailures(failures) {
      lot.failures.push(...failures);
      onChange();
    },
  };
}
