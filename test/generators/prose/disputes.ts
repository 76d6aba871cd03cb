import type { Chooser } from '../form/choices.js';
import { disputesOf, t3, t4, type Subject } from './subject.js';

function peaceful({ agency, year }: Subject, choose: Chooser): string {
  return choose([
    '',
    `${year}年，${agency.self}未发生因政府信息公开引起的行政复议和行政诉讼。`,
    '全年无因政府信息公开被申请行政复议、提起行政诉讼的情况。',
    '未收到因政府信息公开工作提起的行政复议、行政诉讼。',
    '没有因政府信息公开引发的举报、行政复议和行政诉讼案件。',
    `${year}年度行政复议0件，行政诉讼0件。`,
    '全年未产生政府信息公开类行政复议、行政诉讼。',
  ]);
}

function reviewResults(subject: Subject): string {
  const all: [string, number][] = [
    ['结果维持', t4(subject, 'review.upheld')],
    ['结果纠正', t4(subject, 'review.corrected')],
    ['其他结果', t4(subject, 'review.otherResult')],
    ['尚未审结', t4(subject, 'review.pending')],
  ];
  return all
    .filter(([, count]) => count > 0)
    .map(([label, count]) => `${label}${count}件`)
    .join('、');
}

/** Reviews and suits, as Table 4 has them. */
export function disputes(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const { reviews, suits } = disputesOf(subject);
  if (reviews + suits === 0) return peaceful(subject, choose);
  const direct = t4(subject, 'litigationDirect.total');
  const detailed =
    suits === 0
      ? '，未发生行政诉讼。'
      : `；行政诉讼${suits}件，其中未经复议直接起诉${direct}件、复议后起诉${suits - direct}件。`;
  const nothingLost =
    t3(subject, 'received') > 0 &&
    t4(subject, 'litigationDirect.corrected') + t4(subject, 'litigationAfterReview.corrected') === 0
      ? '全年未发生行政诉讼败诉的情形。'
      : '';
  return choose([
    '',
    nothingLost,
    `因政府信息公开被申请行政复议${reviews}件，被提起行政诉讼${suits}件。`,
    `${year}年，${agency.self}办理政府信息公开行政复议案件${reviews}件、行政诉讼案件${suits}件，均依法应对。`,
    reviews === 0 ? '' : `因政府信息公开引起的行政复议${reviews}件，其中${reviewResults(subject)}${detailed}`,
  ]);
}
