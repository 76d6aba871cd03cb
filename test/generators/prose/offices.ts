import type { Chooser } from '../form/choices.js';
import { leavesOf } from '../../../src/model/index.js';
import { blockOf } from '../form/forms.js';
import { disputesOf, groupTotal, t2, t3, t4, type Subject } from './subject.js';

/** Marks a number that a cell, or several cells together, must bear out. */
export const checked = (value: number): string => `⟦${value}⟧`;

const withoutMarks = /[⟦⟧]/g;

/** Prose as printed. */
export const plain = (text: string): string => text.replace(withoutMarks, '');

const results: [string, string][] = [
  ['granted', '予以公开'],
  ['partial', '部分公开'],
  ['denied', '不予公开'],
  ['unavailable', '无法提供'],
  ['rejected', '不予处理'],
  ['other', '其他处理'],
];

function applied(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const [fresh, old, done, left] = ['received', 'carriedIn', 'totalHandled', 'carriedOut'].map((row) =>
    checked(t3(subject, row)),
  );
  const people = t3(subject, 'received', 'naturalPerson');
  const outcomes = results.map(([group, label]) => [label, checked(groupTotal(subject, group))] as const);
  if (t3(subject, 'received') + t3(subject, 'carriedIn') === 0) {
    return choose([
      `${agency.self}${year}年度没有收到向本机关提出的政府信息公开申请。`,
      `（二）依申请公开情况。本年度收到政府信息公开申请${checked(0)}件，无上年结转申请，无结转下年度办理的申请。`,
      `${year}年，${agency.name}依申请公开工作平稳有序，未接到任何单位和个人的政府信息公开申请。`,
      `截至${year}年12月31日，${agency.self}政府信息公开申请受理${checked(0)}件，办结${checked(0)}件。`,
    ]);
  }
  return choose([
    `${year}年度，${agency.self}新收政府信息公开申请${fresh}件，上年结转${old}件；全年办结${done}件，结转下年度${left}件。`,
    `（二）依申请公开。全年收到政府信息公开申请${fresh}件（不含上年结转的${old}件），其中自然人提出${checked(people)}件，法人或其他组织提出${checked(t3(subject, 'received') - people)}件。`,
    `在${year}年已办结的${done}件政府信息公开申请中，${outcomes.map(([label, count]) => `${label}${count}件`).join('、')}。`,
    `政府信息公开申请办理结果：${outcomes.map(([label, count]) => `${label}的${count}件`).join('，')}。`,
    `收到公民、法人或者其他组织提交的政府信息公开申请共${fresh}件，连同上年结转的${old}件，已依法办结${done}件，另有${left}件结转至${year + 1}年继续办理。`,
    `政府信息公开申请方面，新收${fresh}件、上年结转${old}件、答复${done}件、结转下年${left}件，按时答复率100%。`,
    `${agency.name}本年度受理政府信息公开申请${fresh}件，均严格按照《中华人民共和国政府信息公开条例》第三十三条规定的20个工作日期限办理。`,
  ]);
}

/** The rows of one group that are not zero, by their names on the form. */
function reasons(subject: Subject, group: string): string {
  return leavesOf(blockOf(subject.form, 'applications').rows ?? [])
    .filter((row) => row.path.startsWith(`${group}.`) && t3(subject, row.path) > 0)
    .map((row) => `${row.label.label.replace(/^\d+\./, '')}${checked(t3(subject, row.path))}件`)
    .join('，');
}

function refused(subject: Subject, choose: Chooser): string {
  const named = ['denied', 'unavailable', 'rejected'].flatMap((group) => {
    const label = results.find(([id]) => id === group)?.[1] ?? '';
    const list = reasons(subject, group);
    return list === ''
      ? []
      : [`${label}的政府信息公开申请${checked(groupTotal(subject, group))}件：${list}。`];
  });
  const [first = ''] = named;
  return choose(['', first, named.join('')]);
}

function disputed(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const { reviews, suits } = disputesOf(subject);
  if (reviews + suits === 0) {
    return choose([
      '全年没有发生因政府信息公开引起的行政复议和行政诉讼。',
      `${year}年${agency.self}未因政府信息公开被申请行政复议，未被提起行政诉讼。`,
      '政府信息公开行政复议、行政诉讼均为零。',
    ]);
  }
  const ended = [
    ['维持', 'upheld'],
    ['纠正', 'corrected'],
    ['其他结果', 'otherResult'],
    ['尚未审结', 'pending'],
  ].map(([label, name]) => `${label}${checked(t4(subject, `review.${name}`))}件`);
  const [direct, after] = ['litigationDirect.total', 'litigationAfterReview.total'].map((name) =>
    checked(t4(subject, name)),
  );
  return choose([
    `因政府信息公开工作被申请行政复议${checked(reviews)}件（${ended.join('、')}）；被提起行政诉讼${checked(suits)}件，其中未经复议直接起诉${direct}件，复议后起诉${after}件。`,
    `${year}年，涉及政府信息公开的行政复议案件${checked(reviews)}件、行政诉讼案件${checked(suits)}件。`,
    `本年度发生${checked(reviews)}起政府信息公开行政复议，${checked(suits)}起政府信息公开行政诉讼。`,
  ]);
}

function decided(subject: Subject, choose: Chooser): string {
  if (subject.form.id !== '2021') return '';
  const [made, repealed, inForce] = ['made', 'repealed', 'inForce'].map((name) =>
    checked(t2(subject, `normativeDocs.${name}`)),
  );
  const [licences, penalties, coercions] = ['licensing', 'penalty', 'coercion'].map((name) =>
    checked(t2(subject, `${name}.decisions`)),
  );
  return choose([
    `截至年底现行有效的行政规范性文件${inForce}件，其中本年制定${made}件；全年废止行政规范性文件${repealed}件。`,
    `依法作出行政许可决定${licences}件、行政处罚决定${penalties}件、行政强制决定${coercions}件。`,
    `全年共制发行政规范性文件${made}件、废止${repealed}件，现行有效${inForce}件；办理行政许可${licences}件。`,
    '',
  ]);
}

/** Numbers that no cell holds. */
export function aside({ year, agency }: Subject, choose: Chooser): string {
  const [one, other] = [choose.upTo(700) + 12, choose.upTo(300) + 11];
  return choose([
    `通过“${agency.name.slice(0, 3)}发布”微信公众号推送信息${one}篇，门户网站发布信息${one + other}条，其中通知公告${one}条、工作动态${other}条。`,
    `受理12345热线转办件${one}件，办结率100%，回复领导信箱来信${other}封。`,
    `${year - 1}年共收到政府信息公开申请${one}件，办结${one}件。`,
    `开展政务公开培训${(one % 4) + 1}场，参训${other}人次；印发通报${(one % 3) + 1}期。`,
    `全年印发公文${one + other}件，其中主动公开${one}件，不予公开${other}件。`,
    `承办人大代表建议${(one % 30) + 1}件、政协提案${(other % 30) + 1}件，均按期办结。`,
    `${year}年上半年网站改版，访问量达${one}万人次，日均${other}人次。`,
    `全年接待群众来访${one}批${other}人次，受理信访事项${other}件。`,
    `${year + 1}年计划组织培训${(one % 5) + 1}期，力争公开信息${one + other}条以上。`,
    `依据国办公开办函〔2021〕${(one % 60) + 1}号文件，对照${(other % 20) + 5}项指标开展自查。`,
  ]);
}

/** What offices write of the same tables, in wordings made up apart from the grammar. */
export function officeProse(subject: Subject, choose: Chooser): string[] {
  return [
    `${subject.year}年，${subject.agency.name}认真贯彻落实条例要求，现将有关情况报告如下。`,
    aside(subject, choose),
    applied(subject, choose) + refused(subject, choose),
    disputed(subject, choose),
    decided(subject, choose),
    t3(subject, 'other.unpaid') > 0
      ? `全年发出信息处理费收费通知${t3(subject, 'other.unpaid') + choose.upTo(3)}件。`
      : '',
    aside(subject, choose),
  ].filter((paragraph) => paragraph !== '');
}
