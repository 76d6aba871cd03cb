import type { Lang, Reply, Waiver } from '../../../model/index.js';
import type { Translate } from '../../../report/translate.js';
import { save } from '../../report/take-panel.js';
import type { Crew } from '../crew.js';
import { byName, type Entry, type Lot } from '../entry.js';
import { noticed, waiverText, type Issued } from '../review/review.js';
import { numberAfter } from './sender-form.js';
import type { Chosen, ManyFormat, Sender, SingleFormat } from '../requests.js';

export const takings = ['notices', 'workbook', 'pages', 'json', 'waivers', 'ledger'] as const;
export type Taking = (typeof takings)[number];

/** What the documents that leave the desk are made of. */
export interface Desktop {
  lot: Lot;
  decided: ReadonlyMap<string, Waiver>;
  replies: ReadonlyMap<string, Reply>;
  sender: Sender;
  onlyConfirmed: boolean;
  issued: readonly Issued[];
  lang: Lang;
  t: Translate;
  /** YYYY-MM-DD */
  today: string;
}

const types = {
  zip: 'application/zip',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  json: 'application/json',
  yaml: 'application/yaml',
  html: 'text/html;charset=utf-8',
};

/** A longer name is refused by some systems once it is unpacked. */
const longestName = 60;

/** Names for files about reports, by agency and year; none twice, whatever the case. */
export function namer(t: Translate): (entry: Entry, what: string, extension: string) => string {
  const taken = new Set<string>();
  return ({ name, judged }, what, extension) => {
    const { agency, year } = judged.summary;
    const base = [agency ?? name.split('/').pop() ?? name, year, what]
      .filter((each) => each !== null && each !== '')
      .join(' ')
      .replaceAll(/[\\/:*?"<>|\p{Cc}\p{Cf}]/gu, '_')
      .replace(/^[ .]+/, '')
      .slice(0, longestName);
    for (let count = 1; ; count += 1) {
      const own = `${base}${count === 1 ? '' : t('desk.copy', { count })}.${extension}`;
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  };
}

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

/** The numbers of a series from the first on that no notice has; without a number in it, the text itself again and again. */
function* freeNumbers(first: string, taken: ReadonlySet<string>): Generator<string, never> {
  for (let count = 0; ; count += 1) {
    const number = numberAfter(first, count);
    if (number === first && count > 0) yield first;
    else if (!taken.has(number) || !/\d/.test(first)) yield number;
  }
}

const issuedFor = ({ name, judged }: Entry, issued: readonly Issued[]): Issued | null => {
  const { agency, year } = judged.summary;
  return issued.findLast((each) => each.agency === (agency ?? name) && each.year === year) ?? null;
};

function findingsTold({ judged }: Entry, { decided, onlyConfirmed }: Desktop): Issued['findings'] {
  const told = new Set(noticed(judged.findings, decided, onlyConfirmed));
  return judged.findings
    .filter(({ fingerprint, severity }) => told.has(fingerprint) && severity !== 'info')
    .map(({ fingerprint, title }) => ({ fingerprint, title }));
}

/** A day, YYYY-MM-DD, as letters write it. */
function dayText(date: string, t: Translate): string {
  const [year = '', month, day] = date.split('-');
  return t('desk.day', { year, month: Number(month), day: Number(day) });
}

interface Changed {
  added: string[];
  withdrawn: string[];
}

/** What a notice says that the earlier one did not, and the other way round; `null`: the same. */
function changesBetween(earlier: Issued, findings: Issued['findings']): Changed | null {
  const without = (all: Issued['findings'], others: Issued['findings']) =>
    all
      .filter((each) => !others.some(({ fingerprint }) => fingerprint === each.fingerprint))
      .map(({ title }) => title);
  const added = without(findings, earlier.findings);
  const withdrawn = without(earlier.findings, findings);
  return added.length + withdrawn.length === 0 ? null : { added, withdrawn };
}

const worded = ({ added, withdrawn }: Changed, t: Translate) => ({
  added: added.length === 0 ? t('desk.nothing') : added.join(t('pretty.list')),
  withdrawn: withdrawn.length === 0 ? t('desk.nothing') : withdrawn.join(t('pretty.list')),
});

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
