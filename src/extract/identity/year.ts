import type { Passage, Report, Section, YearMention } from '../../model/index.js';
import { joinPassages } from '../passages.js';
import type { Vocabulary } from '../vocabulary.js';

const spelt: Record<string, string> = {
  〇: '0',
  '○': '0',
  零: '0',
  一: '1',
  二: '2',
  三: '3',
  四: '4',
  五: '5',
  六: '6',
  七: '7',
  八: '8',
  九: '9',
};

/** Years of this century in normalised text: 2021年, 2021年度, 二〇二一年. */
export function yearsIn(text: string): { year: number; index: number }[] {
  const found: { year: number; index: number }[] = [];
  for (const match of text.matchAll(/(?<!\d)20\d{2}(?=年)|二[〇○零][〇○零一二三四五六七八九]{2}(?=年)/g)) {
    const digits = Array.from(match[0], (each) => spelt[each] ?? each).join('');
    found.push({ year: Number(digits), index: match.index });
  }
  return found;
}

const date = String.raw`(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日`;
const wholePeriod = new RegExp(
  `${date}\\s?(?:起|始)?\\s?,?\\s?(?:至|到|-|—|–|~|--)\\s?(?:(?:20)?(\\d{4})\\s?年)?\\s?(\\d{1,2})\\s?月\\s?(\\d{1,2})\\s?日?`,
);
/** The whole year as pages have it that lost the words of its dates: 202111日起至20211231日. */
const tornPeriod = /(20\d{2})年?1月?1日?[起始]?,?(?:至|到|-|—)(20\d{2})?年?12月?31日/;

const iso = (year: number, month: number, day: number) =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** The statistics period, where the prose announces one. */
export function readPeriod(passages: readonly Passage[], vocabulary: Vocabulary): Report['period'] {
  for (const passage of passages.map((each, i) => joinPassages(each, passages[i + 1]))) {
    if (!vocabulary.period.words.some((each) => passage.text.includes(each))) continue;
    const match = wholePeriod.exec(passage.text) ?? tornPeriod.exec(passage.text);
    if (match === null) continue;
    const [, from, ...others] = match;
    const parts = others.length > 1 ? [from, ...others] : [from, '1', '1', ...others, '12', '31'];
    const numbers = parts.map((each) => (each === undefined ? Number.NaN : Number(each)));
    const [fromYear = 0, fromMonth = 0, fromDay = 0, toYear = Number.NaN, toMonth = 0, toDay = 0] = numbers;
    const quote = passage.source.slice(
      passage.offsets[match.index] ?? 0,
      passage.offsets[match.index + match[0].length] ?? passage.source.length,
    );
    return {
      from: iso(fromYear, fromMonth, fromDay),
      to: iso(Number.isNaN(toYear) ? fromYear : toYear, toMonth, toDay),
      quote,
      at: passage.at,
    };
  }
  return null;
}

/** Passages of prose looked at for a year when neither title nor period has one. */
const passagesForYear = 40;

export interface YearReading {
  year: number | null;
  years: YearMention[];
  period: Report['period'];
}

/**
 * The report year: the caller's, else the title's, the statistics period's, the page title's, or the year that the overview speaks of most.
 * Every mention is kept, because they may disagree.
 */
export function readYear(
  title: Passage | null,
  documentTitle: string | null,
  sections: readonly Section[],
  vocabulary: Vocabulary,
  option: number | undefined,
): YearReading {
  const years: YearMention[] = [];
  if (option !== undefined) years.push({ year: option, source: 'option', quote: String(option), at: null });
  const [titled] = title === null ? [] : yearsIn(title.text);
  if (titled !== undefined && title !== null)
    years.push({ year: titled.year, source: 'title', quote: title.source, at: title.at });
  const prose = sections
    .filter(({ id, role }) => id === 'preface' || role === 'overview')
    .flatMap((each) => each.passages);
  const period = readPeriod(prose.length > 0 ? prose : sections.flatMap((each) => each.passages), vocabulary);
  if (period !== null) {
    const year = Number(period.from.slice(0, 4));
    if (year === Number(period.to.slice(0, 4)))
      years.push({ year, source: 'period', quote: period.quote, at: period.at });
  }
  const [paged] = documentTitle === null ? [] : yearsIn(documentTitle);
  if (paged !== undefined)
    years.push({ year: paged.year, source: 'heading', quote: documentTitle ?? '', at: null });
  const counts = new Map<number, { count: number; passage: Passage }>();
  for (const passage of (prose.length > 0 ? prose : sections.flatMap((each) => each.passages)).slice(
    0,
    passagesForYear,
  )) {
    for (const { year } of yearsIn(passage.text))
      counts.set(year, {
        count: (counts.get(year)?.count ?? 0) + 1,
        passage: counts.get(year)?.passage ?? passage,
      });
  }
  const [most] = [...counts.entries()].sort((a, b) => b[1].count - a[1].count || b[0] - a[0]);
  if (most !== undefined)
    years.push({
      year: most[0],
      source: 'prose',
      quote: most[1].passage.source.slice(0, 120),
      at: most[1].passage.at,
    });
  const bare = years.length === 0 && title === null ? bareYear(sections) : null;
  if (bare !== null) years.push(bare);
  return { year: years[0]?.year ?? null, years, period };
}

/** A heading that is nothing but a year, as some pages have it. */
function bareYear(sections: readonly Section[]): YearMention | null {
  for (const { passages } of sections) {
    for (const passage of passages) {
      const match = /^[#\s]*(20\d{2})年?度?$/.exec(passage.text);
      if (match?.[1] !== undefined)
        return { year: Number(match[1]), source: 'heading', quote: passage.source, at: passage.at };
    }
  }
  return null;
}
