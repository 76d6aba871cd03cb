import type { SubmissionState } from '../../../src/model/index.js';
import { soundBooks, reportsOf, type CountyReport } from './county.js';
import { diceOf } from './county-prose.js';

type Cells = Record<string, number>;

/** What becomes of a sound report's figures; `null`: it is not handed in; `damaged`: its file cannot be read. */
type Version = ((cells: Cells) => Cells) | null | 'damaged';

/** A report in three submissions, and in which state it must be found in each; `null`: not known yet. */
interface Way {
  versions: readonly [Version, Version, Version];
  states: readonly (SubmissionState | null)[];
}

const raised =
  (...changes: readonly [string, number][]) =>
  (cells: Cells): Cells => {
    const more = changes.map(([cell, by]): [string, number] => [cell, (cells[cell] ?? 0) + by]);
    return { ...cells, ...Object.fromEntries(more) };
  };

const sound = raised();
const received: [string, number] = ['t3.received.total', 1];
const review: [string, number] = ['t4.review.total', 1];
/** Two figures that no finding asks for. */
const quietly = raised(['t2.licensing.decisions', 3], ['t2.penalty.decisions', 2]);

/** Every way that a report can go. */
const ways: readonly Way[] = [
  { versions: [sound, sound, sound], states: ['new', 'unchanged', 'unchanged'] },
  { versions: [raised(received, review), sound, sound], states: ['new', 'amended', 'unchanged'] },
  {
    versions: [raised(received, review), raised(review), sound],
    states: ['new', 'partlyAmended', 'amended'],
  },
  { versions: [raised(received), raised(received), sound], states: ['new', 'unchanged', 'amended'] },
  { versions: [sound, raised(received), sound], states: ['new', 'worse', 'amended'] },
  {
    versions: [raised(received), raised(received, review), raised(received, review)],
    states: ['new', 'worse', 'unchanged'],
  },
  {
    versions: [raised(received), raised(['t3.received.total', 2]), sound],
    states: ['new', 'unchanged', 'amended'],
  },
  { versions: [sound, quietly, sound], states: ['new', 'unchanged', 'unchanged'] },
  { versions: [null, raised(received), sound], states: [null, 'new', 'amended'] },
  { versions: [null, 'damaged', sound], states: [null, 'unread', 'new'] },
  { versions: [raised(received), null, raised(received)], states: ['new', 'missing', 'unchanged'] },
  { versions: [raised(review), null, null], states: ['new', 'missing', 'missing'] },
  { versions: [raised(received), 'damaged', sound], states: ['new', 'unread', 'amended'] },
  { versions: ['damaged', 'damaged', 'damaged'], states: ['unread', 'unread', 'unread'] },
];

/** A report of the county in one submission. */
interface Handed {
  name: string;
  /** `null`: the file cannot be read. */
  report: CountyReport | null;
}

/** What must be found of a report. */
export interface ReportTruth {
  states: Way['states'];
  /** Cells that changed since the last submission in which it was read: address, old, new; in the order of their addresses. */
  changed: ([string, number, number][] | null)[];
}

export interface CountySubmissions {
  submissions: [Handed[], Handed[], Handed[]];
  /** By the name of the file. */
  truth: Map<string, ReportTruth>;
}

function differences(before: Cells, after: Cells): [string, number, number][] {
  return Object.keys(before)
    .filter((cell) => before[cell] !== after[cell])
    .sort()
    .map((cell) => [cell, before[cell] ?? 0, after[cell] ?? 0]);
}

/** The sound county of some years, or the first reports of it, handed in three times; each report goes a way of its own. */
export function countySubmissions(seed: number, of: readonly number[], most = Infinity): CountySubmissions {
  const dice = diceOf(seed + 11);
  const submissions: CountySubmissions['submissions'] = [[], [], []];
  const truth: CountySubmissions['truth'] = new Map();
  const reports = reportsOf(seed, soundBooks(seed))
    .filter(({ year }) => of.includes(year))
    .slice(0, most);
  reports.forEach((report, index) => {
    const { versions, states } = ways[index < ways.length ? index : dice.upTo(ways.length - 1)] as Way;
    const name = `${report.year}/${report.agency}.json`;
    const changed: ReportTruth['changed'] = [];
    let last: Cells | null = null;
    versions.forEach((version, submission) => {
      changed.push(null);
      if (version === null) return;
      if (version === 'damaged') {
        submissions[submission]?.push({ name, report: null });
        return;
      }
      const cells = version(report.input.cells as Cells);
      submissions[submission]?.push({ name, report: { ...report, input: { ...report.input, cells } } });
      changed[submission] = last === null ? [] : differences(last, cells);
      last = cells;
    });
    truth.set(name, { states, changed });
  });
  return { submissions, truth };
}
