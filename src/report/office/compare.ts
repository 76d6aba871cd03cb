import { type AuditDigest, type Changes, type FindingDigest } from '../../model/index.js';
import { addChanges, changesText, countChanges, isQuiet } from '../findings/changes.js';
import { hanging } from '../pretty/view.js';
import { inert } from '../tables/layout.js';
import type { Translate } from '../translate.js';

/** Two files of audits, report by report. */
export interface Comparison {
  earlierFile: string;
  laterFile: string;
  /** In the order of the later file. */
  reports: { later: AuditDigest; changes: Changes }[];
  /** Audits of reports that the later file does not have. */
  onlyEarlier: AuditDigest[];
  /** Those of them whose input the later run could not read, and why. */
  unreadLater: UnreadReport[];
  /** Audits of reports whose input the earlier run could not read. */
  unreadEarlier: UnreadReport[];
}

/** A report that one run has audited and the other could not read. */
interface UnreadReport {
  audit: AuditDigest;
  reason: string;
}

const nameOf = ({ agency, name }: AuditDigest) => inert(agency ?? name);

function heading(later: AuditDigest, { earlier }: Changes, t: Translate): string {
  const grade = ({ grade: letter, score }: Pick<AuditDigest, 'grade' | 'score'>) =>
    score === null ? letter : `${letter} ${score}`;
  const year = later.year === null ? t('pretty.noYear') : t('pretty.year', { year: later.year });
  const before = earlier === null ? '–' : grade(earlier);
  return t('changes.grade', { agency: nameOf(later), year, before, after: grade(later) });
}

function findingsOf(later: AuditDigest, changes: Changes, t: Translate, columns: number): string[] {
  const byId = new Map(later.findings.map((finding) => [finding.id, finding]));
  const present = (ids: readonly string[]) => ids.flatMap((id) => byId.get(id) ?? []);
  const groups: [string, FindingDigest[]][] = [
    [t('changes.new'), present(changes.new)],
    [t('changes.changed'), present(changes.changed)],
    [t('changes.resolved'), changes.resolved],
    [t('changes.notAssessable'), changes.notAssessable],
  ];
  return groups.flatMap(([name, findings]) =>
    findings.flatMap(({ severity, title, rule, message }) => {
      const text = t('changes.finding', { severity: t(`severity.${severity}`), title, rule, message });
      return hanging('  ', `${name} ${inert(text)}`, columns);
    }),
  );
}

function others(title: string, names: readonly string[], columns: number): string[] {
  return names.length === 0 ? [] : ['', title, ...names.flatMap((each) => hanging('  ', each, columns))];
}

/** A list of reports that one file lacks, those first that could not be read. */
function lacking(
  file: string,
  audits: readonly AuditDigest[],
  unread: readonly UnreadReport[],
  only: string,
  t: Translate,
  columns: number,
): string[] {
  const known = new Set(unread.map(({ audit }) => audit));
  const gone = audits.filter((audit) => !known.has(audit));
  const told = unread.map(({ audit, reason }) =>
    t('changes.unreadReport', { name: nameOf(audit), reason: inert(reason) }),
  );
  return [
    ...others(t('changes.unread', { file: inert(file), count: told.length }), told, columns),
    ...others(t('changes.only', { file: inert(only), count: gone.length }), gone.map(nameOf), columns),
  ];
}

/** For people: all together, then the reports in which something has changed. */
export function compareText(
  { earlierFile, laterFile, reports, onlyEarlier, unreadLater, unreadEarlier }: Comparison,
  t: Translate,
): string {
  const columns = 80;
  const onlyLater = reports.filter(({ changes }) => changes.earlier === null).map(({ later }) => later);
  const total = addChanges(reports.map(({ changes }) => countChanges(changes)));
  const loud = reports.filter(({ changes }) => changes.earlier !== null && !isQuiet(countChanges(changes)));
  const lines = [
    ...hanging('', t('changes.all') + changesText(total, t), columns),
    ...loud.flatMap(({ later, changes }) => [
      '',
      heading(later, changes, t),
      ...hanging('  ', changesText(countChanges(changes), t), columns),
      ...findingsOf(later, changes, t, columns),
    ]),
    ...lacking(laterFile, onlyEarlier, unreadLater, earlierFile, t, columns),
    ...lacking(earlierFile, onlyLater, unreadEarlier, laterFile, t, columns),
  ];
  return `${lines.join('\n')}\n`;
}

/** For machines: every report with what has become of its findings. */
export function compareJson({ reports, onlyEarlier, unreadLater, unreadEarlier }: Comparison): string {
  const about = ({ name, agency, year, grade, score }: AuditDigest) => ({ name, agency, year, grade, score });
  return `${JSON.stringify(
    {
      changes: addChanges(reports.map(({ changes }) => countChanges(changes))),
      reports: reports.map(({ later, changes }) => ({
        ...about(later),
        earlier: changes.earlier,
        new: later.findings.filter(({ id }) => changes.new.includes(id)),
        changed: later.findings.filter(({ id }) => changes.changed.includes(id)),
        unchanged: later.findings.filter(({ id }) => changes.unchanged.includes(id)),
        resolved: changes.resolved,
        notAssessable: changes.notAssessable,
      })),
      onlyEarlier: onlyEarlier
        .filter((audit) => !unreadLater.some((each) => each.audit === audit))
        .map(about),
      unread: [
        ...unreadLater.map(({ audit, reason }) => ({ in: 'later', ...about(audit), reason })),
        ...unreadEarlier.map(({ audit, reason }) => ({ in: 'earlier', ...about(audit), reason })),
      ],
    },
    null,
    1,
  )}\n`;
}
