import { save } from '../../report/take-panel.js';
import type { Crew } from '../crew.js';
import { byName, type Entry } from '../entry.js';
import { noticed, waiverText, type Issued } from '../review/review.js';
import type { Desktop } from './desktop.js';
import { namer } from './file-names.js';
import { changesBetween, dayText, findingsTold, freeNumbers, issuedFor, worded } from './issuing.js';
import type { Chosen, ManyFormat, Sender, SingleFormat } from '../requests.js';

export const takings = ['notices', 'workbook', 'pages', 'json', 'waivers', 'ledger'] as const;
export type Taking = (typeof takings)[number];

const types = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  yaml: 'application/yaml',
  html: 'text/html;charset=utf-8',
};

function chosen(
  { judged }: Entry,
  document: string | null,
  { decided, replies, onlyConfirmed, t }: Desktop,
): Chosen {
  const own = judged.findings.flatMap(({ fingerprint }) => {
    const reply = replies.get(fingerprint);
    if (reply === undefined) return [];
    const said = [t(`desk.reply.${reply.state}`), reply.text, reply.date].filter((each) => each !== '');
    return [[fingerprint, said.join(' ')] as const];
  });
  return {
    judged,
    noticed: noticed(judged.findings, decided, onlyConfirmed),
    replies: Object.fromEntries(own),
    document,
  };
}

/** Makes the files that leave the desk. `onIssued` is told of every notice. */
export function createTakes(crew: Crew, onIssued: (issued: readonly Issued[]) => void) {
  async function bytesFor(request: Parameters<Crew['ask']>[0]): Promise<Uint8Array | null> {
    const answer = await crew.ask(request);
    if (answer.kind === 'bytes') return answer.bytes;
    throw new Error(answer.kind === 'failure' ? answer.failure.reason : answer.kind);
  }

  const single = (
    format: SingleFormat,
    entry: Entry,
    sender: Sender,
    desktop: Desktop,
    amends: string | null = null,
  ) => {
    const { lang } = desktop;
    return bytesFor({ kind: 'single', format, chosen: chosen(entry, null, desktop), sender, amends, lang });
  };

  const many = async (format: ManyFormat, all: Chosen[], { lot, sender, lang }: Desktop) =>
    (await bytesFor({
      kind: 'many',
      format,
      all,
      failures: lot.failures,
      attendance: lot.attendance,
      sender,
      lang,
    })) ?? new Uint8Array();

  /** Gives each notice its number: that of the earlier one about the same report, which it replaces, or the next of the series that is free. */
  async function notices(
    entries: readonly Entry[],
    desktop: Desktop,
  ): Promise<{ name: string; bytes: Uint8Array }[]> {
    const { sender, issued, t, today } = desktop;
    const nameOf = namer(t);
    const numbers = freeNumbers(sender.number, new Set(issued.map(({ number }) => number)));
    let free = numbers.next().value;
    const sent: Issued[] = [];
    const files: { name: string; bytes: Uint8Array }[] = [];
    for (const entry of entries) {
      const earlier = issuedFor(entry, issued);
      const findings = findingsTold(entry, desktop);
      const changes = earlier === null ? null : changesBetween(earlier, findings);
      const number = earlier?.number ?? free;
      const amends =
        changes === null
          ? null
          : t('desk.amends', { date: dayText(earlier?.date ?? '', t), ...worded(changes, t) });
      const bytes = await single('notice', entry, { ...sender, number }, desktop, amends);
      if (bytes === null) continue;
      if (earlier === null) free = numbers.next().value;
      const { agency, year } = entry.judged.summary;
      sent.push({ agency: agency ?? entry.name, year, number, date: today, findings });
      files.push({ name: nameOf(entry, t('desk.file.notice'), 'docx'), bytes });
    }
    onIssued(sent);
    return files;
  }

  async function pages(
    entries: readonly Entry[],
    desktop: Desktop,
  ): Promise<{ name: string; bytes: Uint8Array }[]> {
    const nameOf = namer(desktop.t);
    const named = entries.map((entry) => ({
      entry,
      name: nameOf(entry, desktop.t('desk.file.page'), 'html'),
    }));
    const files = await Promise.all(
      named.map(async ({ entry, name }) => ({
        name,
        bytes: (await single('page', entry, desktop.sender, desktop)) ?? new Uint8Array(),
      })),
    );
    const all = named.map(({ entry, name }) => chosen(entry, name, desktop));
    return [{ name: 'index.html', bytes: await many('index', all, desktop) }, ...files];
  }

  async function zipped(files: { name: string; bytes: Uint8Array }[]): Promise<Uint8Array> {
    return (await bytesFor({ kind: 'zip', files })) ?? new Uint8Array();
  }

  return {
    /** Gives one document of all reports to the browser; the number of files in it, 0 when there is nothing to give. */
    async all(what: Taking, desktop: Desktop): Promise<{ name: string; count: number }> {
      const { lot, t, decided, replies } = desktop;
      const entries = [...lot.entries].sort(byName);
      const name = (extension: string) => `${t(`desk.file.${what}`)} ${desktop.today}.${extension}`;
      const give = (extension: keyof typeof types, bytes: Uint8Array, count: number) => {
        if (count > 0) save(name(extension), types[extension], bytes);
        return { name: name(extension), count };
      };
      const every = () => entries.map((entry) => chosen(entry, null, desktop));
      switch (what) {
        case 'notices': {
          const files = await notices(entries, desktop);
          return give('zip', await zipped(files), files.length);
        }
        case 'pages': {
          const files = await pages(entries, desktop);
          return give('zip', await zipped(files), files.length);
        }
        case 'workbook':
        case 'ledger':
          return give('xlsx', await many(what, every(), desktop), entries.length);
        case 'json':
          return give('json', await many('json', every(), desktop), entries.length);
        case 'waivers': {
          const text = waiverText([...decided.values()], [...replies.values()]);
          return give('yaml', new TextEncoder().encode(text), decided.size + replies.size);
        }
      }
    },
    /** Gives the document of one report to the browser; its name, `null` when there is nothing to notify. */
    async one(format: SingleFormat, entry: Entry, desktop: Desktop): Promise<string | null> {
      const { t, sender } = desktop;
      if (format === 'notice') {
        const [file] = await notices([entry], desktop);
        if (file === undefined) return null;
        save(file.name, types.docx, file.bytes);
        return file.name;
      }
      const bytes = await single('page', entry, sender, desktop);
      if (bytes === null) return null;
      const name = namer(t)(entry, t('desk.file.page'), 'html');
      save(name, types.html, bytes);
      return name;
    },
  };
}
