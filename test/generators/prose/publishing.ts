import type { Chooser } from '../form/choices.js';
import { t2, type Subject } from './subject.js';

/** Counts of what the agency itself published; they add up and have nothing to do with the tables. */
export function publishing({ agency, year }: Subject, choose: Chooser): string {
  const parts = [choose.upTo(90) + 3, choose.upTo(60) + 2, choose.upTo(200) + 1];
  const total = parts.reduce((all, part) => all + part, 0);
  const [first = 0, second = 0, third = 0] = parts;
  const before = total + 1 + choose.upTo(40);
  const fall = (((before - total) / before) * 100).toFixed(2);
  return choose([
    `${year}年，${agency.self}通过门户网站主动公开政府信息${total}条，其中机构职能类${first}条，政策文件类${second}条，工作动态类${third}条。`,
    `全年累计发布各类政府信息${total}条，其中：概况类${first}条、业务类${second}条、综合类${third}条。`,
    `坚持以公开为常态、不公开为例外，全年通过网站、公示栏等渠道主动公开信息${Math.floor(total / 10) * 10}余条。`,
    `围绕群众关切，及时公开财政预决算、重点项目和民生实事信息，全年更新信息共${total}条。`,
    `全年主动公开政府信息${total}条，较上年减少${before - total}条，下降${fall}%。`,
    `主动公开信息${total}条，主要包括机构设置${first}条、规划计划${second}条等。`,
    `通过网站发布信息${total}条，通过政务微信发布信息${third}条，通过公示栏发布信息${second}条。`,
    `全年印发公文${total}件，其中主动公开${first}件、依申请公开${second}件、不予公开${third}件，公开属性认定率100%。`,
    `公示行政许可信息${first}条、行政处罚信息${second}条，双公示及时率100%。`,
    `截至${year}年底，专栏累计公开信息${total + 4000}条，其中本年新增${total}条。`,
    '',
  ]);
}

export function normativeDocs(subject: Subject, choose: Chooser): string {
  if (subject.form.id !== '2021') return '';
  const { agency, year } = subject;
  const [made, repealed, inForce] = ['made', 'repealed', 'inForce'].map((name) =>
    t2(subject, `normativeDocs.${name}`),
  );
  const told = [
    '',
    `${year}年，${agency.self}制发行政规范性文件${made}件，废止${repealed}件，现行有效${inForce}件。`,
    `全年制定行政规范性文件${made}件、废止${repealed}件，截至年底现行有效的行政规范性文件${inForce}件。`,
    `新制定行政规范性文件${made}件，现行有效行政规范性文件${inForce}件，均已在网站集中公开。`,
  ] as const;
  return made === 0
    ? choose([...told, '全年未制发行政规范性文件。', `${year}年没有新制定行政规范性文件。`])
    : choose(told);
}

/** Numbers of other things: hotline, followers, meetings, proposals, dates. */
export function noise({ year, agency }: Subject, choose: Chooser): string {
  return choose([
    '',
    `全年办理12345政务服务便民热线工单${choose.upTo(800) + 20}件，办结率100%。`,
    `召开专题会议${choose.upTo(5) + 1}次，组织培训${choose.upTo(3) + 1}期，参训人员${choose.upTo(90) + 30}余人次。`,
    `政务微信公众号关注人数${choose.upTo(8) + 1}.${choose.upTo(9)}余万，推送图文${choose.upTo(300) + 40}篇。`,
    `${year}年3月15日印发工作要点，细化任务${choose.upTo(20) + 8}项，回复网民留言${choose.upTo(70) + 5}条。`,
    `办理人大代表建议${choose.upTo(20) + 1}件、政协提案${choose.upTo(20) + 1}件，答复率和满意率均为100%。`,
    `受理群众来信来访${choose.upTo(60) + 3}件次，收到领导信箱来信${choose.upTo(40) + 2}封，全部按期答复。`,
    `举办新闻发布会${choose.upTo(3) + 1}场，发布政策解读${choose.upTo(30) + 2}篇，开展在线访谈${inYears(year)}。`,
    `${agency.self}在${year}年第三季度政务公开检查中得分9${choose.upTo(9)}.${choose.upTo(9)}分。`,
  ]);
}

const inYears = (year: number): string => `2期（其中${year}年上半年1期）`;
