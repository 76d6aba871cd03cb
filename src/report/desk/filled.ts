import type { Agency, Attendance, Audit, Lang, Report, Surroundings } from '../../model/index.js';
import { html } from '../html/markup.js';
import { markOf } from '../office/league.js';
import type { Failure, Part, Renderer, Summary } from '../renderer.js';
import { findingBriefs, type FindingBrief } from './brief.js';

/** What the reports beside it told of a report. */
interface Around {
  agency: Pick<Agency, 'level' | 'kind'> | null;
  surroundings: Surroundings;
}

/** A report of a filled desk; what is packed of it lies in the block `kept:` with its place among the entries. */
export interface FilledEntry {
  name: string;
  summary: Summary;
  findings: FindingBrief[];
  around: Around | null;
}

/** What a filled desk starts with, apart from the reports and audits themselves. */
export interface Filled {
  lang: Lang;
  entries: FilledEntry[];
  failures: Failure[];
  attendance: Attendance | null;
}

type Kept = Pick<FilledEntry, 'findings' | 'around'> & { report: string; audit: string };

/** As small as can be, for it is compressed once and sent around; without the time, which would make it another text each time. */
async function base64(text: string): Promise<string> {
  const { gzipSync, strToU8 } = await import('fflate');
  return Buffer.from(gzipSync(strToU8(text), { level: 9, mtime: 0 })).toString('base64');
}

/** What a desk keeps of a report, as the text of its part. */
export async function deskPart(audit: Audit, report: Report, around: Around | null): Promise<string> {
  const kept: Kept = {
    findings: findingBriefs(audit),
    around,
    report: await base64(JSON.stringify(report)),
    audit: await base64(JSON.stringify(audit)),
  };
  return JSON.stringify(kept);
}

const block = (id: string, text: string) => `<script type="text/plain" id="${id}">${text}</script>\n`;

/** For a browser that runs no scripts: the reports with their grades, each leading to its own page. */
function plainList(pages: readonly { summary: Summary; page: string }[]): string {
  const items = pages.map(
    ({ summary, page }) =>
      html`<li>
        <a href="${page}">${summary.agency ?? summary.name} ${summary.year ?? ''}</a> ${markOf(summary)}
      </li>`,
  );
  return html`<noscript>
    <ul>
      ${items}
    </ul>
  </noscript> `.markup;
}

interface Desk {
  /** The page of the desk, empty. */
  page: string;
  /** The settings that the audits were made with, in place of those of the page. */
  settings: string;
  /** Where the page of an audit lies, from the desk; asked for each audit once, in order. */
  pageOf: (summary: Summary) => string;
}

/** The desk with its results, in one file; each part is a {@link deskPart}. */
export function filledDesk({ page, settings, pageOf }: Desk): Renderer {
  const own = /<script type="text\/plain" id="file:settings\.json"[^>]*>[^<]*<\/script>/.exec(page);
  const [before, after] =
    own === null ? [page, ''] : [page.slice(0, own.index), page.slice(own.index + own[0].length)];
  return {
    extension: 'html',
    combined: true,
    separate: false,
    part: () => '',
    async *document(parts: AsyncIterable<Part>, { lang, attendance = null }) {
      yield before;
      const entries: FilledEntry[] = [];
      const failures: Failure[] = [];
      const pages: { summary: Summary; page: string }[] = [];
      for await (const part of parts) {
        if (part.kind === 'failure') {
          failures.push(part.failure);
          continue;
        }
        const { summary, text } = part;
        const { report, audit, ...brief } = JSON.parse(text) as Kept;
        yield block(`kept:${entries.length}`, `${report} ${audit}`);
        entries.push({ name: summary.name, summary, ...brief });
        pages.push({ summary, page: pageOf(summary) });
      }
      const filled: Filled = { lang, entries, failures, attendance };
      yield block('file:settings.json', await base64(settings));
      yield block('file:filled.json', await base64(JSON.stringify(filled)));
      yield plainList(pages);
      yield after;
    },
  };
}
