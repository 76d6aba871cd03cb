import * as z from 'zod';
import { sectionRoles } from './report/report.js';

/** Text in every language the program speaks. */
export const localised = z.strictObject({ 'zh-CN': z.string().min(1), en: z.string().min(1) });
export type Localised = z.infer<typeof localised>;

/**
 * One label of the form: a row, a column, or a heading over several of them.
 * `id` contributes a word to the cell address; a label without `id` only groups (申请人情况).
 */
export interface Label {
  id?: string | undefined;
  /** Ordinal printed before the label: `一`, `（一）`, `1`. */
  ordinal?: string | undefined;
  label: string;
  /** Other wordings met in real reports. */
  variants?: string[] | undefined;
  unit?: string | undefined;
  /** `change` columns may be negative. */
  signed?: boolean | undefined;
  /** The number may have decimals (amounts of money). */
  decimal?: boolean | undefined;
  /** Named groups that the label and what stands below it belong to (applicants, outcomes): relations, rules and the lexicon use the names. */
  groups?: string[] | undefined;
  children?: Label[] | undefined;
}

const word = z.string().regex(/^[a-z][A-Za-z0-9]*$/);

export const label: z.ZodType<Label> = z.strictObject({
  id: word.optional(),
  ordinal: z.string().optional(),
  label: z.string().min(1),
  variants: z.array(z.string().min(1)).optional(),
  unit: z.string().optional(),
  signed: z.boolean().optional(),
  decimal: z.boolean().optional(),
  groups: z.array(word).min(1).optional(),
  get children() {
    return z.array(label).min(1).optional();
  },
});

/** A table or sub-table with columns of its own. */
export const formBlock = z.strictObject({
  /** Unique in the edition, e.g. `article20-1`. */
  id: z.string().min(1),
  /** Full-width row or heading over the block, e.g. 第二十条第（一）项. */
  caption: z.string().optional(),
  captionVariants: z.array(z.string()).optional(),
  /** Label of the column of row labels, e.g. 信息内容, and how the note in the corner cell begins. */
  corner: z.array(z.string()).optional(),
  /** The note in the corner cell in full. */
  note: z.string().optional(),
  columns: z.array(label).min(1),
  /** Absent when the block has a single row of numbers without a label (Table 4). */
  rows: z.array(label).optional(),
  /** Rows met in local variants of the form that are not part of it: recognised and left out. */
  foreignRows: z.array(z.string()).optional(),
  /** How agencies label the subtotals that they add to groups of rows or columns: 小计. */
  subtotals: z.array(z.string().min(1)).optional(),
});
export type FormBlock = z.infer<typeof formBlock>;

export const formTable = z.strictObject({
  id: z.string().regex(/^t\d+$/),
  title: localised,
  /** Ordinal of the section that holds it, e.g. 二. */
  section: z.string(),
  blocks: z.array(formBlock).min(1),
});
export type FormTable = z.infer<typeof formTable>;

export const formSection = z.strictObject({
  ordinal: z.string(),
  heading: z.string(),
  role: z.enum(sectionRoles).optional(),
  variants: z.array(z.string()).optional(),
  kind: z.enum(['text', 'table']),
});
export type FormSection = z.infer<typeof formSection>;

/**
 * A relation printed on the form: the cells of `left` add up to the cells of `right`, along each row, down each column, or within each group
 * of columns (Table 4). The names are ids, paths of ids or groups.
 */
export const relation = z.strictObject({
  /** As rules call it, after its table: `t3.balance`. */
  id: word.optional(),
  table: z.string(),
  each: z.enum(['row', 'column', 'columnGroup']),
  left: z.array(z.string()).min(1),
  right: z.array(z.string()).min(1),
  /** What messages call the terms of `left` together. */
  words: localised.optional(),
});
export type Relation = z.infer<typeof relation>;

/** Two rows of a table over two years: what `from` held in the earlier one, `to` holds in the later one. */
export const carriedRow = z.strictObject({ table: z.string(), from: z.string(), to: z.string() });
export type CarriedRow = z.infer<typeof carriedRow>;

export const formEdition = z.strictObject({
  $schema: z.string().optional(),
  id: z.string().min(1),
  name: localised,
  /** Report years for which the edition is the one in force; `to` absent: still in force. */
  years: z.strictObject({
    from: z.number().int(),
    to: z.number().int().optional(),
    /** Report years in which the edition was encouraged but not binding. */
    encouraged: z.array(z.number().int()).optional(),
  }),
  basis: z.strictObject({ document: z.string(), article: z.string() }),
  /** Words that prove the edition wherever they stand in a table. */
  fingerprints: z.array(z.string()).min(1),
  sections: z.array(formSection),
  tables: z.array(formTable),
  relations: z.array(relation),
  carried: z.array(carriedRow).optional(),
  /** Addresses of cells whose figures change slowly from year to year. */
  steady: z.array(z.string()).optional(),
});
export type FormEdition = z.infer<typeof formEdition>;
