import {
  findingDigestOf,
  sharedFolder,
  submissionStates,
  type AuditReading,
  type ComparedFinding,
  type ComparedFindings,
  type ComparedReport,
  type Comparison,
  type KnownFinding,
  type Standing,
  type SubmissionState,
} from '../../model/index.js';
import { fatesOf, isOpen, type Fates } from '../changes.js';
import type { Run, Unread } from '../read-audits.js';
import { changedCells } from './cells.js';
import { pairs, type Identity } from './pairing.js';
import { stateOf } from './state.js';

/** What was handed in at one time. */
export interface Submission {
  /** Shown as it is. */
  name: string;
  run: Run;
}

/** One report on its way through the submissions, known by what it was last. */
interface Track extends Identity {
  about: Pick<AuditReading, 'level' | 'kind' | 'layout'>;
  /** As it was last read, with what was known before and could not be told since; `null`: it never was. */
  last: { submission: number; audit: AuditReading } | null;
  history: (Standing | null)[];
}

const noFindings: ComparedFindings = { new: [], changed: [], unchanged: [], resolved: [], notAssessable: [] };

function comparedFinding({ suspect, dismissed, ...finding }: KnownFinding): ComparedFinding {
  return { ...findingDigestOf(finding), suspect, dismissed };
}

function comparedFindings(fates: Fates, earlier: AuditReading | null): ComparedFindings {
  const all = (findings: readonly KnownFinding[]) => findings.map(comparedFinding);
  return {
    new: fates.new.map((finding) => ({
      ...comparedFinding(finding),
      ...(earlier === null ? {} : { assessedBefore: !isOpen(finding, earlier) }),
    })),
    changed: all(fates.changed),
    unchanged: all(fates.unchanged),
    resolved: all(fates.resolved),
    notAssessable: all(fates.notAssessable),
  };
}

/** The report was read in this submission. */
function read(track: Track, audit: AuditReading, submission: number): Standing {
  const before = track.last;
  const earlier = before?.audit ?? null;
  const fates = fatesOf(earlier, audit);
  const findings = comparedFindings(fates, earlier);
  const isRead = audit.grade !== 'U';
  if (isRead) track.last = { submission, audit: remembering(audit, earlier, fates.notAssessable) };
  return {
    state: !isRead ? 'unread' : earlier === null ? 'new' : stateOf(findings),
    name: audit.name,
    grade: audit.grade,
    score: audit.score,
    reason: !isRead ? audit.gradeReason : earlier === null ? lastReason(track) : null,
    since: before === null ? null : before.submission + 1,
    findings,
    ...(earlier === null ? { cells: [], unreadCells: [] } : changedCells(earlier, audit)),
  };
}

/** The audit with what is still known from before: findings that nobody can assess now, and cells that cannot be read. */
function remembering(
  audit: AuditReading,
  earlier: AuditReading | null,
  open: readonly KnownFinding[],
): AuditReading {
  const { cells } = audit;
  const kept = Object.entries(cells ?? {}).map(([address, cell]) => [
    address,
    cell.state === 'unreadable' ? (earlier?.cells?.[address] ?? cell) : cell,
  ]);
  return {
    ...audit,
    findings: [...audit.findings, ...open],
    cells: cells === null ? null : (Object.fromEntries(kept) as NonNullable<AuditReading['cells']>),
  };
}

/** Why it could not be read before. */
const lastReason = ({ history }: Track) => history.at(-1)?.reason ?? null;

/** There is nothing to read in this submission. What was found before is open. */
function gone({ last }: Track, state: SubmissionState, name: string | null, reason: string | null): Standing {
  return {
    state,
    name,
    grade: null,
    score: null,
    reason,
    since: last === null ? null : last.submission + 1,
    findings: { ...noFindings, notAssessable: (last?.audit.findings ?? []).map(comparedFinding) },
    cells: [],
    unreadCells: [],
  };
}

const nothingKnown: Track['about'] = { level: 'unknown', kind: 'unknown', layout: null };

function follow(tracks: Track[], { audits, failures }: Run, submission: number): void {
  const folder = sharedFolder([...audits, ...failures].map(({ name }) => name));
  const placed = <Input extends { name: string }>(input: Input) => ({
    ...input,
    place: input.name.slice(folder.length),
  });
  const readings = audits.map(placed);
  const trackOf = pairs(tracks, readings);
  const readNow = new Set(trackOf.values());
  const left = tracks.filter((track) => !readNow.has(track));
  const unread = failures.map((failure) => ({ ...placed(failure), agency: null, year: null }));
  const trackOfUnread = pairs(left, unread);
  const found = new Set([...readNow, ...trackOfUnread.values()]);
  const begun = (identity: Identity): Track => {
    const { name, place, agency, year } = identity;
    const track = {
      name,
      place,
      agency,
      year,
      about: nothingKnown,
      last: null,
      history: Array<null>(submission).fill(null),
    };
    tracks.push(track);
    return track;
  };
  for (const track of tracks.filter((each) => !found.has(each)))
    track.history.push(gone(track, 'missing', null, null));
  for (const failure of unread) {
    const known = trackOfUnread.get(failure);
    // What is no report at all has no place among them.
    if (known === undefined && failure.kind === 'notReport') continue;
    const track = known ?? begun(failure);
    track.history.push(gone(track, 'unread', failure.name, failure.reason));
  }
  for (const audit of readings) {
    const track = trackOf.get(audit) ?? begun(audit);
    track.history.push(read(track, audit, submission));
    const { name, place, agency, year, level, kind, layout } = audit;
    Object.assign(track, { name, place, agency: agency ?? track.agency, year: year ?? track.year });
    track.about = { level, kind, layout };
  }
}

function reportOf({ agency, year, about, history }: Track): ComparedReport {
  return { agency, year, ...about, state: history.at(-1)?.state ?? 'missing', history };
}

/** What has become of each report and its findings, from each submission to the next; at least two, in order. */
export function compareSubmissions(submissions: readonly Submission[]): Comparison {
  const tracks: Track[] = [];
  submissions.forEach(({ run }, index) => {
    follow(tracks, run, index);
  });
  const reports = tracks.map(reportOf);
  const last = reports.flatMap(({ history }) => history.at(-1) ?? []);
  const states = Object.fromEntries(submissionStates.map((state) => [state, 0])) as Record<
    SubmissionState,
    number
  >;
  for (const { state } of last) states[state] += 1;
  const count = (fate: keyof ComparedFindings) =>
    last.reduce((sum, { findings }) => sum + findings[fate].length, 0);
  return {
    schema: 'gouji.comparison/1',
    submissions: submissions.map(({ name, run: { audits, failures, rules } }) => ({
      name,
      audits: audits.length,
      unread: failures.filter(isReport).length,
      rules,
    })),
    states,
    changes: {
      new: count('new'),
      changed: count('changed'),
      unchanged: count('unchanged'),
      resolved: count('resolved'),
      notAssessable: count('notAssessable'),
    },
    reports,
  };
}

const isReport = ({ kind }: Unread) => kind !== 'notReport';
