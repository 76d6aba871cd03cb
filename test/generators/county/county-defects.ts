import {
  bodies,
  bookOf,
  government,
  reportFor,
  reportsOf,
  soundBooks,
  summed,
  years,
  type Book,
  type Books,
  type CountyReport,
} from './county.js';
import { diceOf } from './county-prose.js';

/** What was done to the county, and the finding that must come of it. */
export interface Defect {
  rule: string;
  agency: string;
  year: number;
}

export interface County {
  reports: CountyReport[];
  /** Reports handed over with `--prior` besides those of the county. */
  versions: CountyReport[];
  defects: Defect[];
  /** Rules that a defect must silence. */
  silenced: Defect[];
  /** Agencies that a defect touches: what is found there is not held against the rules. */
  touched: ReadonlySet<string>;
}

const numbersOf = ({ input }: CountyReport): Record<string, number> => input.cells as Record<string, number>;

/** A county without any defect. */
export function soundCounty(seed: number): County {
  return {
    reports: reportsOf(seed, soundBooks(seed)),
    versions: [],
    defects: [],
    silenced: [],
    touched: new Set(),
  };
}

/** A county with one defect of every kind, each at an agency of its own. */
export function faultyCounty(seed: number): County {
  const dice = diceOf(seed * 7 + 3);
  const free = bodies.slice(2).map((each) => each.name);
  const take = (): string => free.splice(dice.upTo(free.length - 1), 1)[0] ?? '';
  const books = soundBooks(seed);
  const defects: Defect[] = [];
  const silenced: Defect[] = [];
  const touched = new Set<string>();
  const at = (rule: string, year = 2022): string => {
    const agency = take();
    defects.push({ rule, agency, year });
    touched.add(agency);
    return agency;
  };
  for (const [rule, spoil] of Object.entries(inBooks)) spoil(books, at(rule));

  const drifted = at('Y-SCOPE');
  silenced.push(
    { rule: 'Y-CARRY', agency: drifted, year: 2022 },
    { rule: 'Y-JUMP', agency: drifted, year: 2022 },
  );
  inBooks['Y-CARRY'](books, drifted);
  for (const year of [2022, 2023]) {
    const book = bookOf(books, drifted, year);
    Object.assign(book, { licensing: book.licensing * 14, penalty: book.penalty * 14 });
  }
  let reports = reportsOf(seed, books);
  const find = (agency: string, year: number): CountyReport => {
    const found = reports.find((each) => each.agency === agency && each.year === year);
    if (found === undefined) throw new Error(`no report of ${agency} for ${year}`);
    return found;
  };
  const copyPart = (from: CountyReport, to: CountyReport, index: number) => {
    const [own, other] = [to.input.sections[index], from.input.sections[index]];
    if (own === undefined || other === undefined) throw new Error('no such part');
    own.paragraphs = [...other.paragraphs];
  };

  const lazy = at('Y-TEXT');
  copyPart(find(lazy, 2021), find(lazy, 2022), 4);
  const lazier = at('Y-TEXT');
  copyPart(find(lazier, 2021), find(lazier, 2022), 0);
  for (const index of [0, 4]) {
    const [one, other] = [at('U-DUP', 2023), at('U-DUP', 2023)];
    copyPart(find(one, 2023), find(other, 2023), index);
  }
  const same = at('Y-SAME');
  Object.assign(find(same, 2022).input, { cells: { ...numbersOf(find(same, 2021)) } });

  const stuck = at('Y-PROMISE', 2023);
  for (const year of years) {
    const part = find(stuck, year).input.sections[4];
    if (part === undefined) throw new Error('no such part');
    part.paragraphs = [
      '存在的主要问题：偏远村组的公示栏破损较多且缺少专人维护。',
      ...part.paragraphs.slice(1),
    ];
  }

  const restated = at('Y-RESTATE');
  const version = structuredClone(find(restated, 2022));
  Object.assign(version.input.cells, {
    't2.penalty.decisions': (numbersOf(version)['t2.penalty.decisions'] ?? 0) + 2,
  });

  const absent = at('Y-GAP', 2023);
  reports = reports.filter((each) => each.agency !== absent || each.year !== 2022);
  defects.push({ rule: 'U-MISSING', agency: government, year: 2022 });
  touched.add(government);
  return { reports: withTotals(seed, reports, defects), versions: [version], defects, silenced, touched };
}

/** Each spoils the book of one agency for 2022, so that the rule of the name must find it. */
const inBooks: Record<string, (books: Books, agency: string) => void> &
  Record<'Y-CARRY', (books: Books, agency: string) => void> = {
  'Y-CARRY': (books, agency) => {
    bookOf(books, agency, 2021).carriedOut = [2, 0];
    bookOf(books, agency, 2022).carriedIn = [4, 0];
  },
  'Y-CARRY-OPEN': (books, agency) => {
    bookOf(books, agency, 2021).carriedOut = [0, 0];
    bookOf(books, agency, 2022).carriedIn = [3, 0];
  },
  'Y-CARRY-COL': (books, agency) => {
    bookOf(books, agency, 2021).carriedOut = [2, 0];
    Object.assign(bookOf(books, agency, 2022), { carriedIn: [0, 2] });
  },
  'Y-STOCK-UP': (books, agency) => from2022(books, agency, ({ norms }) => (norms.inForce += 9)),
  'Y-STOCK-LOST': (books, agency) => from2022(books, agency, ({ norms }) => (norms.inForce -= 15)),
  'Y-STOCK-DOWN': (books, agency) => from2022(books, agency, ({ norms }) => (norms.inForce -= 2)),
  'Y-PEND': (books, agency) => {
    bookOf(books, agency, 2021).review = { upheld: 0, pending: 2 };
    bookOf(books, agency, 2022).review = { upheld: 0, pending: 0 };
  },
  'Y-AFTER': (books, agency) => {
    bookOf(books, agency, 2021).review = { upheld: 0, pending: 0 };
    Object.assign(bookOf(books, agency, 2022), { review: { upheld: 1, pending: 0 }, afterReview: 3 });
  },
  'Y-JUMP': (books, agency) => {
    bookOf(books, agency, 2022).penalty *= 10;
  },
  'Y-FEE-UNIT': (books, agency) => {
    bookOf(books, agency, 2022).fees *= 10_000;
  },
  'Y-GROWTH': (books, agency) => {
    bookOf(books, agency, 2022).growth = '，同比增长999%';
  },
};

function from2022(books: Books, agency: string, change: (book: Book) => void): void {
  for (const year of years.filter((each) => each >= 2022)) change(bookOf(books, agency, year));
}

/** The county's own reports over what its members now report, wrong in two places of their own. */
function withTotals(seed: number, reports: readonly CountyReport[], defects: Defect[]): CountyReport[] {
  const [top] = bodies;
  if (top === undefined) throw new Error('no government');
  const members = reports.filter((each) => each.agency !== government);
  const totals = years.map((year) => {
    const own = members.filter((each) => each.year === year).map(numbersOf);
    const cells = summed(own);
    if (year === 2021) {
      cells['t2.licensing.decisions'] =
        Math.max(...own.map((each) => each['t2.licensing.decisions'] ?? 0)) - 1;
      defects.push({ rule: 'U-MAX', agency: government, year });
    }
    if (year === 2023) {
      cells['t2.penalty.decisions'] = (cells['t2.penalty.decisions'] ?? 0) + 7;
      defects.push({ rule: 'U-SUM', agency: government, year });
    }
    return reportFor(seed, top, year, cells, { items: 3000 + year, growth: '' });
  });
  return [...totals, ...members];
}
