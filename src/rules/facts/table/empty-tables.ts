import { isFilled, isLeftOut, type Claim, type FormTable, type Lang } from '../../../model/index.js';
import type { Context } from '../../evaluate/context.js';
import { claimsOf } from '../../domains/claims.js';
import { cellLabel } from '../../form/labels.js';
import { known, unknown } from '../../value.js';
import { defineFact } from '../fact.js';
import { listOf } from '../terms.js';

/** A statement or a cell that an empty table contradicts. */
interface Against {
  claim: Claim | null;
  text: (lang: Lang) => string;
}

const signs = ['blank', 'placeholder'] as const;

export const emptyTables = defineFact({
  name: 'emptyTables',
  summary: {
    'zh-CN':
      '所列各表中行列俱在而没有填任何数字或文字的表数：sign 限定其中有空白（blank）或者占位符（placeholder）的；contradicted 限定正文写明该表有数（或者 beside 所列单元格有数）的，或者并非如此的；单元格未能识读的为未知。',
    en: 'Of the tables, those whose rows are there but hold no number and no words: `sign` only those with blanks or with placeholders; `contradicted` only those (or none of those) of which the prose states a number, or for which one of the cells `beside` has one. Unknown when cells could not be read.',
  },
  params: (z) =>
    z.strictObject({
      of: z.union([z.string(), z.array(z.string()).min(1)]),
      sign: z.enum(signs).optional(),
      contradicted: z.boolean().optional(),
      /** By table, cells of other tables that have a number only if it has. */
      beside: z.record(z.string(), z.array(z.string())).optional(),
    }),
  result: 'number',
  selectors: () => [],
  prepare: ({ of, sign: wanted, contradicted, beside = {} }, view) => {
    const ids = listOf(of);
    const tables = [...new Set(view.blocks.map((each) => each.table))].filter(({ id }) => ids.includes(id));
    if (tables.length === 0) return null;
    const addresses = new Map(
      tables.map(({ id }) => [
        id,
        [...view.cells.values()].filter((cell) => cell.table === id).map((cell) => cell.address),
      ]),
    );
    return (context) => {
      const { cells } = context.report;
      const unreadable: string[] = [];
      const empty = tables.filter(({ id }) => {
        const own = addresses.get(id) ?? [];
        const left = own.filter((each) => isLeftOut(cells[each]));
        if (left.length === 0 || own.some((each) => isFilled(cells[each]))) return false;
        unreadable.push(...own.filter((each) => cells[each]?.state === 'unreadable'));
        return wanted === undefined || left.some((each) => cells[each]?.state === wanted);
      });
      if (unreadable.length > 0) return unknown('cell-unreadable', unreadable);
      const found = empty.map((table) => ({
        table,
        against: against(table, beside[table.id] ?? [], context),
      }));
      const chosen = found.filter(
        (each) => contradicted === undefined || contradicted === each.against.length > 0,
      );
      const claims = chosen.flatMap((each) => each.against.flatMap(({ claim }) => claim ?? []));
      return known(chosen.length, {
        cells: chosen.flatMap(({ table }) =>
          (addresses.get(table.id) ?? []).filter((each) => isLeftOut(cells[each])),
        ),
        claims: claims.map(({ id }) => id),
        quotes: () => claims.map(({ quote, at }) => ({ quote, at })),
        items: (lang) =>
          contradicted === true
            ? chosen.flatMap((each) => each.against.map(({ text }) => text(lang)))
            : chosen.map(({ table }) => `“${table.section}、${table.title[lang]}”`),
        sure: contradicted !== true || !context.textLost,
      });
    };
  },
});

/** What else was read that gives the table a number. */
function against({ id }: FormTable, beside: readonly string[], context: Context): Against[] {
  const stated = claimsOf({ kind: ['count', 'sum'] }, context).filter(
    ({ measure, value }) =>
      value !== null && value > 0 && measure?.split('+').every((each) => each.startsWith(`${id}.`)) === true,
  );
  const elsewhere = beside.filter((cell) => (context.numberIn(cell) ?? 0) > 0);
  return [
    ...stated.map((claim) => ({ claim, text: () => `“${claim.quote}”` })),
    ...elsewhere.map((cell) => ({
      claim: null,
      text: (lang: Lang) => `${cellLabel(context.view, cell, lang)} ${context.numberIn(cell) ?? ''}`,
    })),
  ];
}
