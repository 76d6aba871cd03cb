import type { Audit } from '../../model/index.js';
import { causesOf } from '../findings/causes.js';
import { byRank } from './league.js';
import type { Context } from '../renderer.js';
import { isDismissed } from './review.js';
import type { ColumnWidth } from '../tables/rows.js';
import type { Value } from '../spreadsheet.js';
import { summarise } from './summarise.js';
import { quoteTexts, tellingCells, valueOf, wordsOf, type NamedWords } from '../words.js';
import { openBook } from '../xlsx/book.js';

const columns = [
  ['number', 7],
  ['agency', 26],
  ['year', 7],
  ['severity', 7],
  ['title', 26],
  ['message', 44],
  ['place', 40],
  ['now', 16],
  ['should', 24],
  ['basis', 30],
  ['deadline', 16],
  ['progress', 14],
  ['reply', 30],
  ['review', 28],
] as const satisfies readonly ColumnWidth[];

/** What the office knows of a report besides its audit. */
export interface Tracked {
  audit: Audit;
  /** What the agency has answered, by fingerprint of the finding. */
  replies: Readonly<Record<string, string>>;
}

/** Places named one by one before the rest is only counted. */
const listed = 6;

const unique = (texts: readonly string[]) => [...new Set(texts)];

/** Which cells are to be changed, from what and to what, where the calculation leaves one way; otherwise what is to be looked into. */
function correction(
  words: NamedWords,
  { repair, findings }: ReturnType<typeof causesOf>[number],
): [string, string, string] {
  const { t, labelOf, audit } = words;
  if (repair !== null && repair.unique) {
    const steps = repair.cells;
    return [
      steps.map(({ cell }) => labelOf(cell)).join('\n'),
      steps.map(({ cell, from }) => String(from ?? valueOf(words, cell))).join('\n'),
      steps.map(({ to }) => String(to)).join('\n'),
    ];
  }
  const cells = unique(findings.flatMap((finding) => tellingCells(words, finding)));
  const shown = cells.slice(0, listed);
  const rest = cells.length - shown.length;
  const places = [
    ...shown.map(labelOf),
    ...(rest === 0 ? [] : [t('pretty.others', { count: rest })]),
    ...unique(findings.flatMap((finding) => quoteTexts(words, finding))),
  ];
  const others =
    repair === null ? 0 : audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id).length;
  return [
    places.join('\n'),
    shown.map((cell) => valueOf(words, cell)).join('\n'),
    others === 0 ? t('ledger.verify') : t('ledger.choose', { count: others + 1 }),
  ];
}

/** One row a problem that an agency is to put right, and those that were set aside, said to be so. */
function rowsOf({ audit, replies }: Tracked, deadline: string, context: Context): Value[][] {
  const words = wordsOf(audit, context);
  const { t } = context;
  return causesOf(audit).map((cause) => {
    const { findings } = cause;
    const [first] = findings;
    const [place, now, should] = correction(words, cause);
    const reviews = unique(
      findings.flatMap(({ waiver }) =>
        waiver === undefined
          ? []
          : t(`review.${waiver.verdict}`) +
            t('ledger.by', { reviewer: waiver.reviewer, reason: waiver.reason }),
      ),
    );
    const reply = unique(findings.flatMap(({ fingerprint }) => replies[fingerprint] ?? []));
    const state = findings.every(isDismissed) ? 'dismissed' : reply.length > 0 ? 'answered' : 'open';
    return [
      null,
      audit.agency.name ?? t('pretty.untitled'),
      audit.year,
      t(`severity.${first?.severity ?? 'info'}`),
      unique(findings.map(({ title }) => title)).join('\n'),
      unique(findings.map(({ message }) => message)).join('\n'),
      place,
      now,
      should,
      unique(findings.map(({ basis }) => t('pretty.basisValue', { ...basis }))).join('\n'),
      state === 'dismissed' ? null : deadline,
      t(`ledger.${state}`),
      reply.join('\n'),
      reviews.join('\n'),
    ];
  });
}

/** The ledger of rectification: a workbook with one row a problem, by rank of the report. The same audits give the same bytes. */
export async function ledger(
  all: readonly Tracked[],
  deadline: string,
  context: Context,
): Promise<Uint8Array> {
  const { t } = context;
  const sorted = [...all].sort((one, other) => byRank(summarise(one.audit), summarise(other.audit)));
  const rows = sorted.flatMap((each) => rowsOf(each, deadline, context));
  const book = await openBook(t);
  await book.table(
    t('ledger.sheet'),
    columns,
    rows.map(([, ...values], index) => [index + 1, ...values]),
  );
  return book.finish();
}
