import { isoDate } from './date.js';

/** `t20210315_123456.html`, as one widespread system names its pages. */
const NAMED = /^t(20\d\d)(\d\d)(\d\d)_\d[\w-]{0,40}\.\w{3,5}$/i;

/** Folders of one day that end where the page begins: `2021/3/15`, `2021-03/15`, `20210315`. */
const FOLDERS = [
  /(?:^|\/)(20\d\d)\/(\d{1,2})\/(\d{1,2})$/,
  /(?:^|\/)(20\d\d)-(\d\d)\/(\d\d)$/,
  /(?:^|\/)(20\d\d)(\d\d)(\d\d)$/,
];

/** Pages that are no article: lists and templates have the date of their making. */
const LIST = /^(?:index|default|list|col|channel|node)/i;

/** Years after the one reported on in which a report is published, if late. */
const LATEST = 2;

/**
 * The day that the address of a page holds in one of the ways in which systems file articles by day, as ISO date; `null` when it holds none, or
 * one on which the report for that year cannot have been published, so that the number is something else.
 */
export function dateInAddress(address: string, year: number): string | null {
  const folders = (address.split(/[?#]/, 1)[0] ?? '').split('/');
  const page = folders.pop() ?? '';
  const found = NAMED.exec(page) ?? (isArticle(page) ? firstMatch(folders.slice(-3).join('/')) : null);
  if (found === null) return null;
  const date = isoDate(found.slice(1).join('-'));
  const plausible = date !== null && date >= `${year + 1}-01-01` && date <= `${year + LATEST}-12-31`;
  return plausible ? date : null;
}

/** A page of its own has a number or a code for a name. */
function isArticle(page: string): boolean {
  return /\d/.test(page) && !LIST.test(page);
}

function firstMatch(path: string): RegExpExecArray | null {
  for (const each of FOLDERS) {
    const match = each.exec(path);
    if (match !== null) return match;
  }
  return null;
}
