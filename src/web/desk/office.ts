import { earlierDigests } from '../clerk/last-year.js';
import { amongYears, relate, type Around } from '../../around/neighbourhood.js';
import { digested, extracted } from '../../audit/audit-many.js';
import { ruleNotesOf } from '../../audit/rule-notes.js';
import { auditExtracted, type Defaults } from '../../audit/audit.js';
import type { Audit, Lang, Report, Waiver } from '../../model/index.js';
import { auditPage } from '../../report/html/audit-page.js';
import type { Context } from '../../report/renderer.js';
import { summarise } from '../../report/office/summarise.js';
import { translator } from '../../report/translate.js';
import type { Handed } from '../input/handed.js';
import type { PageSettings } from '../../audit/page-settings.js';
import { opened, packed } from '../../report/desk/packed.js';
import { findingBriefs } from '../../report/desk/brief.js';
import { failureInPage } from '../report/failure.js';
import { useEngine } from '../scan/library.js';
import type { DeskAnswer, DeskRequest, Judged, Received } from './requests.js';

const nameOf = (request: DeskRequest): string => ('document' in request ? request.document.name : '');

const judged = (audit: Audit): Judged => ({
  summary: summarise(audit),
  findings: findingBriefs(audit),
  audit: packed(audit),
});

/** Answers what the desk asks, one request at a time; keeps nothing but the rules that lie on top of those of the page. */
export function createOffice({
  resources,
  provenance,
}: PageSettings): (request: DeskRequest) => Promise<DeskAnswer> {
  let defaults: Defaults = resources;

  const contextOf = (lang: Lang): Context => ({
    lang,
    t: translator(lang),
    forms: defaults.forms,
    notice: defaults.notice,
    provenance,
    ruleNotes: ruleNotesOf(defaults.rules, lang),
    color: false,
    columns: 80,
  });

  async function judge(
    report: Report,
    around: Around | null,
    waivers: readonly Waiver[],
    lang: Lang,
  ): Promise<Judged> {
    const audit = await auditExtracted(report, defaults, {
      name: report.source.name,
      lang,
      waivers: new Map(waivers.map((each) => [each.fingerprint, each])),
      around: around ?? undefined,
    });
    return judged(audit);
  }

  async function receive(document: Handed, lang: Lang): Promise<Received[]> {
    const entries: Received[] = [];
    for await (const each of extracted(document, defaults)) {
      const { name } = each;
      try {
        if ('error' in each) throw each.error;
        entries.push({ name, report: packed(each.report), judged: await judge(each.report, null, [], lang) });
      } catch (error) {
        entries.push({ name, failure: failureInPage(name, error, lang) });
      }
    }
    return entries;
  }

  async function answer(request: DeskRequest): Promise<DeskAnswer> {
    switch (request.kind) {
      case 'receive':
        return { kind: 'received', entries: await receive(request.document, request.lang) };
      case 'judge': {
        const { report, around, waivers, lang } = request;
        return { kind: 'judged', judged: await judge(opened<Report>(report), around, waivers, lang) };
      }
      case 'digest':
        return { kind: 'digests', digests: [await digested(opened<Report>(request.report), defaults)] };
      case 'earlier':
        return { kind: 'digests', digests: await earlierDigests(request.document, defaults) };
      case 'relate': {
        const { current, earlier: before, roster, lang } = request;
        const { rosterOf } = await import('./handing/roster-file.js');
        const entries = roster === null ? null : await rosterOf(roster, translator(lang));
        if (before === null && entries === null)
          return { kind: 'related', around: [...amongYears(current)], attendance: null };
        const { around, attendance } = relate({ current, earlier: before, roster: entries });
        return { kind: 'related', around: [...around], attendance };
      }
      case 'show':
        return { kind: 'page', page: auditPage(opened<Audit>(request.audit), contextOf(request.lang)) };
      case 'single': {
        const { single } = await import('./taking/papers.js');
        return { kind: 'bytes', bytes: await single(request, contextOf(request.lang)) };
      }
      case 'many': {
        const { many } = await import('./taking/papers.js');
        return { kind: 'bytes', bytes: await many(request, contextOf(request.lang)) };
      }
      case 'zip': {
        const { archive } = await import('./taking/papers.js');
        return { kind: 'bytes', bytes: archive(request.files) };
      }
      case 'rules': {
        const { loadRules } = await import('../../rules/load/load.js');
        const rules = loadRules(request.overlays, resources.forms, resources.rules);
        defaults = { ...resources, rules };
        return { kind: 'done' };
      }
      case 'engine':
        useEngine(request.engine);
        return { kind: 'done' };
      case 'sort': {
        const { sorted } = await import('./handing/sorting.js');
        return { kind: 'sorted', as: sorted(request.document) };
      }
      case 'waivers': {
        const { loadWaivers } = await import('../../review/waivers.js');
        const { name, bytes } = request.document;
        const file = loadWaivers(name, new TextDecoder().decode(bytes));
        return { kind: 'waivers', waivers: file.waivers.map(({ waiver }) => waiver), replies: file.replies };
      }
    }
  }

  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      const lang = 'lang' in request ? request.lang : 'zh-CN';
      const { refused } = await import('./handing/refused.js');
      return { kind: 'failure', failure: refused(nameOf(request), error, lang) };
    }
  };
}
