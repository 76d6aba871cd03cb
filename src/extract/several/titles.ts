import { kindOf, nameFromTitle } from '../identity/agency.js';
import type { Vocabulary } from '../vocabulary.js';
import { longestTitle, mostTitleLines } from '../identity/title.js';
import { yearsIn } from '../identity/year.js';
import { wholeReport, type ReportLine } from './lines.js';

/** Lines that name subject and kind of a report and may stand over one. */
export interface Title {
  /** First line and behind the last. */
  from: number;
  to: number;
  text: string;
  source: string;
  agency: string | null;
  year: number | null;
  /** How much speaks for it, to be compared with others. */
  weight: number;
}

/** Lines before a title that may name the agency and the year. */
const mostLead = 2;
/** A line that is shorter does not run on into the next. */
const shortLine = 20;

/** A title says no sentence and lists nothing. */
const sentence = /[。;!?,…]/;
/** A line of a table of contents ends with the number of a page. */
const contents = /(?:\.{3,}|·{3,}|…+|_{3,}|-{3,}|\s)\d{1,4}$/;
/** What may stand behind a title. */
const note = /\([^()]{1,12}\)$/;
/** 一、, 1., (三): numbers of a compilation before its titles. */
const numbered =
  /^(?:第[一二三四五六七八九十百\d]{1,4}[章节篇]?|[(]?[一二三四五六七八九十百\d]{1,4}[)、.:])\s*/;
const yearAlone = /^(?:20\d{2}|二[〇○零][〇○零一二三四五六七八九]{2})年?度?$/;

const bare = (text: string) => text.replace(note, '').replaceAll(/[《》"“”'#*\s]/g, '');

function isTitle(text: string, { title, about, several }: Vocabulary): boolean {
  const own = bare(text);
  return (
    own.length <= longestTitle &&
    title.subject.some((each) => own.includes(each)) &&
    title.kind.some((each) => own.endsWith(each)) &&
    ![...about, ...several.notTitles].some((each) => own.includes(each))
  );
}

const mayBe = (line: ReportLine | undefined): line is ReportLine =>
  line !== undefined &&
  line.text !== '' &&
  line.text.length <= longestTitle &&
  !sentence.test(line.text) &&
  !contents.test(line.text);

/** The line says whose report or which year's follows. */
function leads(line: ReportLine | undefined, vocabulary: Vocabulary): boolean {
  if (!mayBe(line)) return false;
  const text = bare(line.text);
  return (
    yearAlone.test(text) ||
    (text.length >= 4 &&
      text.length <= 30 &&
      /^[\p{Script=Han}()、·]+$/u.test(text) &&
      kindOf(text, vocabulary) !== 'unknown')
  );
}

/** The line before does not run on into this one. */
function standsApart(lines: readonly ReportLine[], index: number): boolean {
  const [before, line] = [lines[index - 1], lines[index]];
  if (before === undefined || line === undefined || !line.wrapped || !before.wrapped) return true;
  const gap = (line.at.line ?? 0) - (before.at.line ?? 0);
  return gap > 1 || before.text.length < shortLine || /[。;:!?)]$/.test(before.text);
}

/** The title at the beginning of a line that goes on with the report. */
function leading(line: ReportLine, index: number, vocabulary: Vocabulary): Title[] {
  const head = (wholeReport(line) ?? '').slice(0, longestTitle).replace(/\s+(?=\S)/g, ' ');
  const ends = vocabulary.title.kind.flatMap((each) =>
    head.includes(each) ? [head.indexOf(each) + each.length] : [],
  );
  const text = head.slice(0, ends.length === 0 ? 0 : Math.min(...ends));
  if (sentence.test(text) || !isTitle(text, vocabulary)) return [];
  const agency = nameFromTitle(text.replace(numbered, ''), vocabulary);
  const year = yearsIn(text)[0]?.year ?? null;
  return [{ from: index, to: index, text, source: text, agency, year, weight: weightOf(year, agency) }];
}

const weightOf = (year: number | null, agency: string | null) =>
  (year === null ? 0 : 2) + (agency === null ? 0 : 1);

/** Every title in the lines, in their order. */
export function titlesOf(lines: readonly ReportLine[], vocabulary: Vocabulary): Title[] {
  const found: Title[] = [];
  for (let last = 0; last < lines.length; last += 1) {
    const kind = lines[last];
    if (kind !== undefined) found.push(...leading(kind, last, vocabulary));
    if (!mayBe(kind) || !vocabulary.title.kind.some((each) => bare(kind.text).endsWith(each))) continue;
    let from = last;
    let text = kind.text;
    while (!isTitle(text, vocabulary) && last - from < mostTitleLines - 1) {
      const before = lines[from - 1];
      if (!mayBe(before) || from - 1 < (found.at(-1)?.to ?? 0)) break;
      from -= 1;
      text = before.text + text;
    }
    if (!isTitle(text, vocabulary)) continue;
    const nameOf = () => nameFromTitle(text.replace(numbered, ''), vocabulary);
    for (let i = 0; i < mostLead && (nameOf() === null || yearsIn(text).length === 0); i += 1) {
      const before = lines[from - 1];
      if (!leads(before, vocabulary) || from - 1 < (found.at(-1)?.to ?? 0)) break;
      from -= 1;
      text = (before?.text ?? '') + text;
    }
    const agency = nameOf();
    const year = yearsIn(text)[0]?.year ?? null;
    const weight = weightOf(year, agency) + (kind.marked ? 0.5 : 0) + (standsApart(lines, from) ? 1 : 0);
    const source = lines
      .slice(from, last + 1)
      .map((each) => each.source.trim())
      .join('');
    found.push({ from, to: last + 1, text, source, agency, year, weight });
  }
  return found;
}
