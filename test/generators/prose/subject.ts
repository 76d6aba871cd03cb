import { leavesOf, type FormEdition } from '../../../src/model/index.js';
import type { MadeUpAgency } from '../agency.js';
import { blockOf } from '../form/forms.js';
import type { Values } from '../form/tables.js';

/** What the prose of one report is about. */
export interface Subject {
  form: FormEdition;
  agency: MadeUpAgency;
  year: number;
  values: Values;
}

export const t2 = ({ values }: Subject, name: string): number => values[`t2.${name}`] ?? 0;
export const t3 = ({ values }: Subject, row: string, column = 'total'): number =>
  values[`t3.${row}.${column}`] ?? 0;
export const t4 = ({ values }: Subject, name: string): number => values[`t4.${name}`] ?? 0;

/** Total of a row, or of all rows of a group such as （三）不予公开. */
export function groupTotal(subject: Subject, group: string): number {
  return leavesOf(blockOf(subject.form, 'applications').rows ?? [])
    .filter((leaf) => leaf.path === group || leaf.path.startsWith(`${group}.`))
    .reduce((total, leaf) => total + t3(subject, leaf.path), 0);
}

/** Reviews and suits together. */
export const disputesOf = (subject: Subject): { reviews: number; suits: number } => ({
  reviews: t4(subject, 'review.total'),
  suits: t4(subject, 'litigationDirect.total') + t4(subject, 'litigationAfterReview.total'),
});

const numerals = ['零', '一', '两', '三', '四', '五', '六', '七', '八', '九', '十'];

/** Small numbers in words. */
export const inWords = (count: number): string => numerals[count] ?? String(count);
