import type { FormEdition, ReportMark } from '../../model/index.js';
import { kindOf } from '../identity/agency.js';
import type { Vocabulary } from '../vocabulary.js';
import type { ReportLine } from './lines.js';
import { partSigns, tableSigns, type Sign } from './signs.js';
import { titlesOf, type Title } from './titles.js';

/** Lines of one report. */
export interface Span {
  from: number;
  /** Behind its last line. */
  to: number;
  title: Title | null;
  mark: ReportMark;
  signs: Sign[];
  /** Parts and tables that the report before it has as well. */
  again: string[];
}

/** A second report whose beginning nothing shows. */
export interface Unmarked {
  /** Number of the report, from 1. */
  number: number;
  line: number;
}

/** Parts and tables that must come again with a title, and without one, for another report to have begun. */
const leastAgain = { titled: 2, untitled: 3 };
/** Lines between two printings of one title over the same report. */
const nearTitles = 8;

interface Stretch {
  titles: Title[];
  from: number;
  to: number;
  signs: Sign[];
}

/** Lines from one run of titles to the next, with the parts and tables in them. */
function stretchesOf(
  lines: readonly ReportLine[],
  titles: readonly Title[],
  signs: readonly Sign[],
): Stretch[] {
  const stretches: Stretch[] = [{ titles: [], from: 0, to: lines.length, signs: [] }];
  let next = 0;
  for (const title of [...titles, null]) {
    const until = title?.from ?? lines.length;
    let last = stretches.at(-1);
    for (let sign = signs[next]; sign !== undefined && sign.line < until; sign = signs[++next])
      last?.signs.push(sign);
    if (title === null) break;
    if (last !== undefined && last.signs.length > 0) {
      last.to = title.from;
      last = { titles: [], from: title.from, to: lines.length, signs: [] };
      stretches.push(last);
    }
    last?.titles.push(title);
  }
  return stretches;
}

const same = (one: Title, other: Title) =>
  one.text === other.text || (one.agency === other.agency && one.year === other.year);

/** The title of a report among those before its first part: the one that most speaks for, the last of equals. */
function titleAmong(titles: readonly Title[]): { title: Title; from: number } | null {
  let best: Title | null = null;
  for (const each of titles) if (best === null || each.weight >= best.weight) best = each;
  if (best === null) return null;
  let { from } = best;
  for (const each of titles.slice(0, titles.indexOf(best)).reverse())
    if (same(each, best) && from - each.to <= nearTitles) ({ from } = each);
  return { title: best, from };
}

const keysOf = (signs: readonly Sign[]) => new Set(signs.map(({ key }) => key));

const inBoth = (one: ReadonlySet<string>, other: ReadonlySet<string>) =>
  [...one].filter((each) => other.has(each));

/** Where parts and tables begin that the signs before have had: index of the first, -1 when they do not. */
function restartIn(signs: readonly Sign[]): number {
  const seen = new Set<string>();
  for (let i = 0; i < signs.length; i += 1) {
    const key = signs[i]?.key ?? '';
    if (
      seen.has(key) &&
      seen.size >= leastAgain.untitled &&
      inBoth(seen, keysOf(signs.slice(i))).length >= leastAgain.untitled
    )
      return i;
    seen.add(key);
  }
  return -1;
}

/** The line between the text of one report and the first part of the next that begins the next; `null` when none shows it. */
function markBetween(
  lines: readonly ReportLine[],
  after: number,
  before: number,
  vocabulary: Vocabulary,
): { line: number; mark: ReportMark } | null {
  const sheet = lines[before]?.at.sheet;
  for (let i = after + 1; i <= before && sheet !== undefined; i += 1)
    if (lines[i]?.at.sheet === sheet) return { line: i, mark: 'sheet' };
  for (let i = after + 1; i < before; i += 1) {
    const line = lines[i];
    if (line === undefined || line.text === '') continue;
    if (line.marked) return { line: i, mark: 'heading' };
    if (vocabulary.several.openings.some((each) => line.text.startsWith(each)))
      return { line: leadOf(lines, i, after, vocabulary), mark: 'opening' };
  }
  return null;
}

/** The agency's name on the line before, or the line itself. */
function leadOf(lines: readonly ReportLine[], index: number, after: number, vocabulary: Vocabulary): number {
  const before = lines[index - 1]?.text ?? '';
  const named = before.length >= 4 && before.length <= 30 && kindOf(before, vocabulary) !== 'unknown';
  return named && index - 1 > after + 1 && /^\p{Script=Han}+$/u.test(before) ? index - 1 : index;
}

/** The reports in the lines, and second reports that cannot be told from those before them. */
export function spansOf(
  lines: readonly ReportLine[],
  forms: readonly FormEdition[],
  vocabulary: Vocabulary,
): { spans: Span[]; unmarked: Unmarked[] } {
  const titles = titlesOf(lines, vocabulary);
  const signs = [...partSigns(lines, forms), ...tableSigns(lines, titles, forms)].sort(
    (a, b) => a.line - b.line,
  );
  const spans: Span[] = [];
  /** Titles with nothing under them, right before the stretch at hand. */
  let passed: Title[] = [];
  for (const stretch of stretchesOf(lines, titles, signs)) {
    const last = spans.at(-1);
    const own = keysOf(stretch.signs);
    const again = last === undefined ? [] : inBoth(keysOf(last.signs), own);
    const enough = own.size >= 2 || own.has('t3');
    if (!enough || (last !== undefined && again.length < leastAgain.titled)) {
      if (last === undefined) passed.push(...stretch.titles);
      else {
        last.to = stretch.to;
        last.signs.push(...stretch.signs);
        passed = enough ? [] : [...passed, ...stretch.titles];
      }
      continue;
    }
    const chosen = titleAmong([
      ...passed.filter((each) => stretch.titles.some((title) => same(title, each))),
      ...stretch.titles,
    ]);
    const from = chosen?.from ?? stretch.from;
    if (last !== undefined) last.to = from;
    spans.push({
      from,
      to: stretch.to,
      title: chosen?.title ?? null,
      mark: chosen === null ? 'start' : 'title',
      signs: stretch.signs,
      again,
    });
    passed = [];
  }
  return untitled(lines, spans, vocabulary);
}

/** Parts the spans where parts and tables begin again without a title. */
function untitled(
  lines: readonly ReportLine[],
  spans: readonly Span[],
  vocabulary: Vocabulary,
): { spans: Span[]; unmarked: Unmarked[] } {
  const parted: Span[] = [];
  const unmarked: Unmarked[] = [];
  for (const span of spans) {
    let rest = span;
    for (let at = restartIn(rest.signs); at > 0; at = restartIn(rest.signs)) {
      const [head, tail] = [rest.signs.slice(0, at), rest.signs.slice(at)];
      const [end, start] = [head.at(-1)?.line ?? rest.from, tail[0]?.line ?? rest.to];
      const mark = markBetween(lines, end, start, vocabulary);
      const from = mark?.line ?? start;
      parted.push({ ...rest, to: from, signs: head });
      if (mark === null) unmarked.push({ number: parted.length + 1, line: start });
      rest = {
        from,
        to: rest.to,
        title: null,
        mark: mark?.mark ?? 'start',
        signs: tail,
        again: inBoth(keysOf(head), keysOf(tail)),
      };
    }
    parted.push(rest);
  }
  return { spans: parted, unmarked };
}
