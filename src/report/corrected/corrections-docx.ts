import type { Audit } from '../../model/index.js';
import { openPaper, type Row } from '../notice/paper.js';
import type { Context } from '../renderer.js';
import { correctionsOf } from './corrections.js';

/** Widths of the columns, in parts of the type area. */
const shares = [0.08, 0.34, 0.11, 0.11, 0.36];

/** The table of corrections, what stood and what stands now, as a Word document. */
export async function correctionsDocx(read: Audit, now: Audit, context: Context): Promise<Uint8Array> {
  const { t, notice } = context;
  const paper = await openPaper(notice);
  const { agency, year } = read;
  const name = agency.name ?? t('pretty.untitled');
  const head = (['number', 'place', 'before', 'after', 'basis'] as const).map((each) =>
    t(`corrections.${each}`),
  );
  const rows = correctionsOf(read, now, context).map(({ where, before, after, basis }, index): Row => [
    { text: String(index + 1), centred: true },
    { text: where },
    { text: before, centred: true },
    { text: after, centred: true },
    { text: basis },
  ]);
  return paper.document([
    {
      children: [
        ...paper.title(
          t('corrections.title', { name, year: year === null ? '' : t('notice.year', { year }) }),
        ),
        paper.body(t('corrections.lead', { count: rows.length })),
        paper.table(shares, [head.map((text) => ({ text, centred: true, head: true })), ...rows]),
        paper.paragraph(''),
        paper.paragraph(t('corrections.signed')),
      ],
    },
  ]);
}
