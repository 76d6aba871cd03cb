import type { SectionRole } from '../../../src/model/index.js';
import type { Chooser } from '../form/choices.js';
import { applications } from './applications.js';
import { disputes } from './disputes.js';
import { noise, normativeDocs, publishing } from './publishing.js';
import { t3, type Subject } from './subject.js';

export type { Subject } from './subject.js';

export interface Part {
  /** Heading of the part, as printed. */
  heading: string;
  paragraphs: string[];
}

export function titleOf({ agency, year }: Subject, choose: Chooser): string {
  return choose([
    `${agency.name}${year}年政府信息公开工作年度报告`,
    `${agency.name}${year}年度政府信息公开工作年度报告`,
    `${year}年${agency.name}政府信息公开工作年度报告`,
    `${agency.name}${year}年政府信息公开年度报告`,
  ]);
}

export function prefaceOf(subject: Subject, choose: Chooser): string[] {
  const { form, agency, year } = subject;
  const notice =
    form.id === '2019'
      ? '国务院办公厅政府信息与政务公开办公室有关年度报告事项的通知（国办公开办函〔2019〕60号）'
      : '国务院办公厅政府信息与政务公开办公室关于年度报告格式的通知（国办公开办函〔2021〕30号）';
  const basis = choose([
    `依照《中华人民共和国政府信息公开条例》和${notice}的要求，${agency.name}编制了本年度报告。`,
    `本报告由${agency.name}按照《中华人民共和国政府信息公开条例》（国务院令第711号）及${notice}编写并向社会公布。`,
    `现依据《中华人民共和国政府信息公开条例》第五十条之规定，公布${agency.name}${year}年政府信息公开工作年度报告。`,
  ]);
  const count = '零一二三四五六七八九'.charAt(form.sections.length);
  const parts = `全文共${count}个部分：${form.sections.map((section) => section.heading).join('；')}。`;
  const period = choose([
    `所列数据的统计期限为${year}年1月1日至${year}年12月31日。`,
    `本报告中所列数据的统计期限自${year}年1月1日起至${year}年12月31日止。`,
    `数据统计时段：${year}年1月1日至12月31日。`,
  ]);
  const contact = choose([
    '如对本报告有疑问，请与本机关办公室联系，电话：0000-6210458，邮编：100000。',
    '本报告电子版可在本机关门户网站“政府信息公开”专栏下载。',
    '',
  ]);
  return choose([[basis + parts + period + contact], [basis, parts + period, contact]]).filter(Boolean);
}

function overview(subject: Subject, choose: Chooser): string[] {
  const { agency, year } = subject;
  const themes: [string, string][] = [
    ['主动公开情况', publishing(subject, choose) + normativeDocs(subject, choose)],
    ['依申请公开情况', applications(subject, choose) + disputes(subject, choose)],
    [
      '政府信息管理情况',
      choose([
        '健全信息发布审核制度，明确专人负责文件公开属性认定，做到先审查、后公开，全年未发生失泄密事件。',
        '严格落实“三审三校”，定期清理历史信息，对已失效内容及时标注，保证政府信息准确、规范、可查。',
      ]),
    ],
    [
      '政府信息公开平台建设情况',
      choose([
        '优化门户网站公开专栏，完善检索功能，设置线下查阅点，方便群众就近获取政府信息。',
        '加强网站和政务新媒体日常运维，按期开展自查，及时更新信息公开指南和目录。',
      ]) + noise(subject, choose),
    ],
    [
      '监督保障情况',
      choose([
        '将政府信息公开纳入年度工作考核，主动接受社会评议，全年没有因政府信息公开被追究责任的情形。',
        '明确分管负责人和经办人员，组织业务学习，工作考核结果良好，社会评议满意，未发生责任追究情况。',
      ]),
    ],
  ];
  const opening = choose([
    `${year}年，${agency.self}按照上级部署，把政府信息公开作为改进服务的重要抓手，扎实推进各项工作。`,
    `${year}年，${agency.name}坚持问题导向，持续提升政府信息公开的规范化水平，现将有关情况报告如下。`,
  ]);
  const marks = ['（一）', '（二）', '（三）', '（四）', '（五）'];
  const style = choose(['inline', 'heading', 'firstly'] as const);
  const ordinals = ['一是', '二是', '三是', '四是', '五是'];
  return [
    opening,
    ...themes.flatMap(([name, text], index) => {
      if (style === 'heading') return [`${marks[index]}${name}`, text];
      if (style === 'firstly') return [`${ordinals[index]}做好${name.replace('情况', '')}工作。${text}`];
      return [`${marks[index]}${name}。${text}`];
    }),
  ];
}

function problems({ agency, year }: Subject, choose: Chooser): string[] {
  const found = choose([
    `存在的主要问题：一是政策解读形式还不够丰富，图解和视频解读偏少；二是个别栏目更新不够及时；三是经办人员对依申请公开、行政复议等业务的掌握还不够熟练。`,
    `${year}年，${agency.self}政府信息公开工作取得了一定进展，但仍存在不足：公开内容与群众需求之间还有差距，答复文书质量有待提高，培训覆盖面不够广。`,
  ]);
  const next = choose([
    `改进情况：针对上年提出的更新不及时问题，已建立月度提醒机制。下一步将加强业务培训，丰富解读形式，规范答复文书，不断提高公开质量。`,
    `${year + 1}年，${agency.self}将从三个方面加以改进：一是建立栏目更新责任清单；二是开展依申请公开办理实务培训；三是拓宽公开渠道，认真听取群众意见。`,
  ]);
  return choose([[found, next], [found + next]]);
}

function otherMatters(subject: Subject, choose: Chooser): string[] {
  const { year, agency } = subject;
  const unpaid = t3(subject, 'other.unpaid');
  if (unpaid > 0) {
    const notices = unpaid + choose.upTo(3);
    return [
      `依据信息处理费管理办法，${year}年${agency.self}共发出收费通知${notices}件，涉及金额${notices * 40}元，实际收取信息处理费0元。`,
    ];
  }
  return [
    choose([
      `${year}年，${agency.self}没有收取政府信息公开信息处理费。`,
      `按照规定，${agency.self}${year}年度未收取信息处理费，无其他需要报告的事项。`,
      `${year}年度${agency.self}发出信息处理费收费通知0件，收取信息处理费0元。`,
    ]),
  ];
}

/** The parts with prose that agrees with the tables; parts without a role, as those that hold a table, have none. */
export function partsOf(subject: Subject, choose: Chooser): Part[] {
  const written: Record<SectionRole, string[]> = {
    overview: overview(subject, choose),
    problems: problems(subject, choose),
    others: otherMatters(subject, choose),
  };
  return subject.form.sections.map((section) => {
    const usual = choose.upTo(3) > 0;
    const variants = section.variants ?? [];
    const heading = usual ? section.heading : (variants[choose.upTo(variants.length)] ?? section.heading);
    return {
      heading: `${section.ordinal}、${heading}`,
      paragraphs: section.role === undefined ? [] : written[section.role],
    };
  });
}
