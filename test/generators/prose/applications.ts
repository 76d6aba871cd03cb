import type { Chooser } from '../form/choices.js';
import { disputesOf, groupTotal, inWords, t3, type Subject } from './subject.js';

function none(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const { reviews, suits } = disputesOf(subject);
  const undisputed = reviews + suits === 0 ? '，也未发生因政府信息公开引起的行政复议、行政诉讼' : '';
  return choose([
    `${year}年，${agency.self}未收到政府信息公开申请。`,
    `${year}年度，${agency.self}收到政府信息公开申请0件。`,
    '全年没有接到公民、法人或者其他组织提出的政府信息公开申请。',
    '本年度未收到依申请公开政府信息的申请，也没有上年结转的申请。',
    `${year}年，${agency.self}未收到公民、法人和其他组织要求公开政府信息的申请${undisputed}。`,
    `${year}年${agency.self}无依申请公开事项。`,
    '畅通受理渠道，规范办理流程，全年未受理政府信息公开申请。',
    `${year}年，${agency.self}共收到依申请公开0条。`,
    '完善依申请公开答复流程，明确责任股室和办理时限。年度内未接收到政府信息公开申请。',
  ]);
}

function received(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const count = t3(subject, 'received');
  const people = t3(subject, 'received', 'naturalPerson');
  const online = count - choose.upTo(count);
  return choose([
    `${year}年，${agency.self}共收到政府信息公开申请${count}件`,
    `${year}年${agency.self}收到${count}件政府信息公开申请`,
    `全年新收政府信息公开申请${count}件，其中自然人${people}件、法人或其他组织${count - people}件`,
    `${year}年度受理依申请公开${count}件，其中网上申请${online}件、当面和信函申请${count - online}件`,
    `全年通过网络收到申请${online}件、通过信函收到申请${count - online}件，合计收到政府信息公开申请${count}件`,
    `依法规范办理依申请公开，共受理政府信息公开申请${count}件`,
    `${year}年，新收到公民、法人或者其他组织提出的政府信息公开申请共计${count}件`,
    `${year}年，${agency.self}收到政府信息公开申请${inWords(count)}件`,
    `${year}年，${agency.self}接收到依申请公开信息申请${count}条`,
  ]);
}

function withCarriedIn(subject: Subject, choose: Chooser): string {
  const { agency, year } = subject;
  const [fresh, old] = [t3(subject, 'received'), t3(subject, 'carriedIn')];
  const all = fresh + old;
  return choose([
    `${year}年，${agency.self}新收政府信息公开申请${fresh}件，上年结转${old}件`,
    `全年收到政府信息公开申请${all}件（含上年结转${old}件）`,
    `本年度新收到政府信息公开申请${fresh}件，加上上年度结转的${old}件，应办理${all}件`,
    `${year}年收到政府信息公开申请${all}件，其中上年度结转${old}件`,
    `${year}年，新收政府信息公开申请${fresh}件，上年结转政府信息公开申请${old}件，合计${all}件`,
    `${year - 1}年结转政府信息公开申请${old}件，${year}年新收到申请${fresh}件`,
  ]);
}

/** The outcomes that are not zero, or all of them, in one of the wordings that agencies use. */
function outcomes(subject: Subject, choose: Chooser): string {
  const grant = choose(['予以公开', '准予公开', '同意公开']);
  const merged = grant === '予以公开' && choose([false, false, true]);
  const [granted, partial] = [t3(subject, 'granted'), t3(subject, 'partial')];
  const all: [string, number][] = [
    ...(merged
      ? ([['予以公开和部分公开', granted + partial]] as [string, number][])
      : ([
          [grant, granted],
          [grant === '同意公开' ? '部分同意公开' : '部分公开', partial],
        ] as [string, number][])),
    ['不予公开', groupTotal(subject, 'denied')],
    ['无法提供', groupTotal(subject, 'unavailable')],
    ['不予处理', groupTotal(subject, 'rejected')],
    ['其他处理', groupTotal(subject, 'other')],
  ];
  const shown = choose([all.filter(([, count]) => count > 0), all]);
  return shown.map(([label, count]) => `${label}${count}件`).join(choose(['，', '、']));
}

function results(subject: Subject, choose: Chooser): string {
  const handled = t3(subject, 'totalHandled');
  if (handled === 0) return '';
  if (t3(subject, 'granted') === handled) {
    return choose([
      `，办结${handled}件，均予以公开`,
      `，办结的${handled}件全部予以公开`,
      `；已办结${handled}件`,
    ]);
  }
  const rows: [string, string][] = [
    ['unavailable.notHeld', '本机关不掌握相关政府信息'],
    ['rejected.repeat', '重复申请'],
    ['denied.thirdParty', '保护第三方合法权益不予公开'],
  ];
  const row = rows.find(([name]) => t3(subject, name) > 0);
  return choose([
    `；办结${handled}件，其中${outcomes(subject, choose)}`,
    `；截至年底已办结${handled}件`,
    `。在办结的${handled}件申请中，${outcomes(subject, choose)}`,
    `，已答复${handled}件，分别为${outcomes(subject, choose)}`,
    row === undefined
      ? `，依法答复${handled}件`
      : `，依法答复${handled}件，其中因${row[1]}的${t3(subject, row[0])}件`,
    `，办结${handled}件，按时办结率100%`,
  ]);
}

function outflow(subject: Subject, choose: Chooser): string {
  const { year } = subject;
  const count = t3(subject, 'carriedOut');
  if (count === 0) return choose(['。', '，无结转下年度办理的申请。', '，全部在法定期限内办结。']);
  return choose([
    `，结转下年度继续办理${count}件。`,
    `。另有${count}件结转至${year + 1}年办理。`,
    `，其余${count}件结转下一年度继续办理。`,
    `，结转到${year + 1}年的${count}件正在依法办理中。`,
  ]);
}

/** What happened to the applications, as Table 3 has it. */
export function applications(subject: Subject, choose: Chooser): string {
  if (t3(subject, 'received') + t3(subject, 'carriedIn') === 0) return none(subject, choose);
  const inflow = t3(subject, 'carriedIn') === 0 ? received(subject, choose) : withCarriedIn(subject, choose);
  return inflow + results(subject, choose) + outflow(subject, choose);
}
