import {
  isDue,
  type ComparedFinding,
  type ComparedFindings,
  type SubmissionState,
} from '../../model/index.js';

const graver = (one: readonly ComparedFinding[], other: readonly ComparedFinding[]): boolean => {
  const count = (findings: readonly ComparedFinding[], wanted: ComparedFinding['severity']) =>
    findings.filter(({ severity }) => severity === wanted).length;
  const errors = count(one, 'error') - count(other, 'error');
  return errors > 0 || (errors === 0 && count(one, 'warning') > count(other, 'warning'));
};

/** What has become of a report that was read before and now: by what is due, see {@link SubmissionState}. */
export function stateOf(findings: ComparedFindings): SubmissionState {
  const resolved = findings.resolved.filter(isDue);
  const open = findings.notAssessable.filter(isDue);
  const left = [...findings.unchanged, ...findings.changed, ...findings.new].filter(isDue);
  // What could not be assessed before may have been wrong all along.
  const added = findings.new.filter((each) => isDue(each) && each.assessedBefore === true);
  if (graver(added, resolved)) return 'worse';
  if (resolved.length > 0) return left.length + open.length === 0 ? 'amended' : 'partlyAmended';
  return open.length > 0 && added.length === 0 ? 'unread' : 'unchanged';
}
