/** Numbers as good as random, the same for the same seed. */
export interface Dice {
  /** A whole number from 0 to `most`. */
  upTo: (most: number) => number;
  pick: <T>(list: readonly T[]) => T;
}

export function diceOf(seed: number): Dice {
  let state = (Math.imul(seed + 1, 0x9e3779b1) ^ 0x5bd1e995) >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    upTo: (most) => Math.floor(next() * (most + 1)),
    pick: (list) => {
      const found = list[Math.floor(next() * list.length)];
      if (found === undefined) throw new Error('nothing to pick from');
      return found;
    },
  };
}

const topics = [
  '校园食品安全',
  '农村供水保障',
  '养老服务设施',
  '道路交通秩序',
  '危旧房屋改造',
  '森林草原防火',
  '惠农补贴发放',
  '就业创业扶持',
  '义务教育招生',
  '社会救助对象',
  '医疗保障待遇',
  '河湖清漂行动',
  '老旧小区改造',
  '安全生产检查',
  '公共文化活动',
  '退役军人安置',
  '粮食收储安排',
  '招商项目落地',
  '耕地保护任务',
  '城市停车秩序',
  '农机购置补贴',
  '残疾人康复服务',
  '大气污染防治',
  '儿童福利保障',
  '古树名木保护',
  '电梯安全监管',
  '冷链物流建设',
  '殡葬服务收费',
  '广场噪声治理',
  '职业技能培训',
];
const actions = [
  '逐项梳理并晒出',
  '集中整理后推送',
  '随办随公布',
  '分片包干督促晒出',
  '会同有关单位发布',
  '按季度汇总展示',
  '在办结当日上传',
  '制成图解推介',
  '选派骨干核对后发布',
  '邀请代表评议后公布',
  '提前征集意见再推出',
  '以问答形式讲解',
];
const things = [
  '办事流程',
  '资金去向',
  '评审标准',
  '实施步骤',
  '验收结果',
  '申领条件',
  '服务清单',
  '抽查情况',
  '评分细则',
  '办理进度',
  '责任分工',
  '典型案例',
  '政策要点',
  '名单台账',
  '收费依据',
  '救济途径',
];
const effects = [
  '群众一看便知',
  '企业少跑了冤枉路',
  '基层反映良好',
  '咨询量明显回落',
  '误解得到及时澄清',
  '办事效率稳步改善',
  '社会参与度有所上升',
  '误填漏填大为减少',
  '受到来访群众肯定',
  '推动了矛盾就地化解',
  '便于各方对照监督',
  '为决策提供了参考',
];
const managing = [
  '对拟公开内容实行先审后发',
  '公文拟制时同步确定公开属性',
  '定期撤下失效链接和过时内容',
  '建立信息发布登记台账',
  '对历史文件逐件核定属性',
  '严把涉密和隐私信息审查关',
  '完善公开目录并动态调整',
  '指定专人保管发布底稿',
];
const platforms = [
  '优化门户网站栏目设置',
  '改版政务微信公众号菜单',
  '充实便民服务大厅查阅点资料',
  '规范政务新媒体账号运维',
  '在公示栏同步张贴重要事项',
  '打通网站与客户端的检索入口',
];
const guarding = [
  '把公开工作列入年度考核',
  '组织业务培训并现场测试',
  '邀请社会监督员开展评议',
  '由分管负责人每月调度',
  '对发现的错漏当场督促整改',
  '主要负责人专题听取汇报',
  '未发生需要追究责任的情形',
];
const problems = [
  '部分栏目更新不够及时',
  '解读材料形式较为单一',
  '业务人员对新要求掌握不足',
  '基层公开内容还不够细致',
  '个别文件属性认定不够准确',
  '与群众互动回应有待加强',
  '数据统计口径把握不够到位',
  '线下查阅场所服务存在短板',
];
const remedies = [
  '对照清单逐栏落实责任人',
  '增加视频和图表解读',
  '安排轮训并开展结对帮带',
  '把办事指南细化到每个环节',
  '实行起草与复核双人认定',
  '设立固定答复时段并公布电话',
  '统一口径后再行汇总',
  '补充资料并延长开放时间',
];

/** Part one: what was done, in sentences that hardly any other report has. */
export function overview(dice: Dice, self: string, facts: readonly string[]): string[] {
  const work = Array.from({ length: 6 }, () => {
    const [one, other] = [dice.pick(topics), dice.pick(topics)];
    return `围绕${one}和${other}，${self}${dice.pick(actions)}${dice.pick(things)}、${dice.pick(things)}，${dice.pick(effects)}。`;
  });
  return [
    `主动公开方面，${work.slice(0, 3).join('')}${facts[0] ?? ''}`,
    `依申请公开方面，${facts[1] ?? ''}${work[3] ?? ''}`,
    `政府信息管理方面，${dice.pick(managing)}，${dice.pick(managing)}。平台建设方面，${dice.pick(platforms)}，${dice.pick(platforms)}。${work[4] ?? ''}`,
    `监督保障方面，${dice.pick(guarding)}，${dice.pick(guarding)}，公开工作列入年度考核、接受社会评议，未发生责任追究情况。${work[5] ?? ''}`,
  ];
}

/** Part five: what is still wrong, and what became of last year's problems. */
export function shortcomings(dice: Dice, self: string): string[] {
  const sentence = () =>
    `在${dice.pick(topics)}工作中，${self}${dice.pick(actions)}${dice.pick(things)}还不够熟练，${dice.pick(problems)}`;
  return [
    `存在的主要问题：${sentence()}；${sentence()}。`,
    `改进情况：上年度反映的问题已经整改。下一步针对${dice.pick(topics)}、${dice.pick(topics)}等群众关心的事项，${dice.pick(remedies)}；在${dice.pick(topics)}方面${dice.pick(remedies)}，并就${dice.pick(things)}、${dice.pick(things)}${dice.pick(remedies)}，按月通报进展。`,
  ];
}
