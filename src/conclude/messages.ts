import type { Lang } from '../model/index.js';

const zhCN = {
  'why.alone': '只改动{cells}个单元格，即可使所涉{equations}项勾稽关系全部成立',
  'why.prose': '改后与正文“{quote}”一致',
  'why.open': '另有{cells}个单元格须一并核改，其数值无法由表内数据推定',
  'why.alternatives': '改动同样少的其他改法共{count}种',
  'why.listed': '改动同样少的其他改法共{count}种，列出其中{listed}种',
  'why.refuted': '另有{count}种改法与正文“{quote}”不符，不作建议',
  'why.more': '改动同样少的改法可能不止所列各种',

  'slip.swapped': '两格数字互换',
  'slip.neighbour': '疑将数字填入相邻单元格',
  'slip.shiftedRow': '疑整行数字错位一列',
  'slip.transposed': '疑数字颠倒（{to}误作{from}）',
  'slip.doubledDigit': '疑数字重复录入（{to}误作{from}）',
  'slip.extraDigit': '疑多录一位数字（{to}误作{from}）',
  'slip.missingDigit': '疑漏录一位数字（{to}误作{from}）',
  'slip.otherDigit': '疑错录一位数字（{to}误作{from}）',
  'slip.included': '多出的{amount}恰为“{part}”的数字，疑将其计入',
  'slip.twice': '多出的{amount}恰为“{part}”的数字，疑重复计算',
  'slip.omitted': '少计的{amount}恰为“{part}”的数字，疑漏计',

  'misreading.unsure': '所涉单元格未能可靠识读，请先核对原文',
  'misreading.splitCell':
    '如将相邻两格数字合为一个数，则相关勾稽关系全部成立，疑识读时误拆单元格，请先核对原文',
  'misreading.shiftedRow': '如将该行数字平移一列，则相关勾稽关系全部成立，疑识读时错列，请先核对原文',

  'doubt.own': '（表内其他数字与所据数字矛盾，仅作提示）',
  'doubt.other': '（所据{figures}与该报告其他数字矛盾，仅作提示）',
  'doubt.unread': '（所据数字未能可靠识读，仅作提示）',
  'doubt.join': '、',

  'grade.nothingRead': '未能读出统一格式规定的任何表格，不予评定等级',
  'grade.nothingChecked': '没有可以审核的事项，不予评定等级',
  'grade.unreadCells': '表格单元格中仅有{share}得以识读，低于{floor}，不予评定等级',
  'grade.unreadChecks': '因单元格未能识读，仅有{share}的审核事项得以审核，低于{floor}，不予评定等级',
  'grade.capped': '{reason}，等级最高为{cap}',

  'steps.cost': '{title}：扣{cost}分',
  'steps.places': '{title}：{count}处，共扣{cost}分',
  'steps.grade': '得{score}分，为{grade}级（{A}分以上A，{B}分以上B，{C}分以上C，{D}分以上D，其余E）',
  'steps.name': '“{title}”（{id}）',
  'steps.next': '改正{list}后可评为{grade}级',
  'steps.unread': '另行提供文字可以识读的报告（如网页、Word文件）后可以评定等级',
  'steps.read': '另行提供文字可以识读的报告（如网页、Word文件），等级可能提高',

  'verdict.clear': '在已核验范围内未发现须更正的问题',
  'verdict.correct': '建议更正{count}处',
  'verdict.verify': '存在须先核实的问题（不影响法定公布期限）',

  list: '、',
  join: '；',
} as const;

type MessageKey = keyof typeof zhCN;

const en: Record<MessageKey, string> = {
  'why.alone': 'Changing only {cells} cell(s) makes all {equations} equation(s) involved hold',
  'why.prose': 'it then agrees with the text: “{quote}”',
  'why.open': '{cells} more cell(s) have to be corrected as well, to numbers that the tables do not tell',
  'why.alternatives': 'other changes of as few cells: {count}',
  'why.listed': 'other changes of as few cells: {count}, of which {listed} are listed',
  'why.refuted': '{count} other change(s) would contradict the text, “{quote}”, and are not proposed',
  'why.more': 'there may be more changes of as few cells than those listed',

  'slip.swapped': 'the numbers of two cells may have been swapped',
  'slip.neighbour': 'the number may have been put into the neighbouring cell',
  'slip.shiftedRow': 'the row may be shifted by one column',
  'slip.transposed': 'digits may have been transposed ({from} for {to})',
  'slip.doubledDigit': 'a digit may have been typed twice ({from} for {to})',
  'slip.extraDigit': 'a digit too many may have been typed ({from} for {to})',
  'slip.missingDigit': 'a digit may have been left out ({from} for {to})',
  'slip.otherDigit': 'one digit may be wrong ({from} for {to})',
  'slip.included': 'the surplus of {amount} is the number of “{part}”, which may have been included',
  'slip.twice': 'the surplus of {amount} is the number of “{part}”, which may have been counted twice',
  'slip.omitted': 'the missing {amount} is the number of “{part}”, which may have been left out',

  'misreading.unsure': 'the cells were not read with certainty; check the source first',
  'misreading.splitCell':
    'taking two neighbouring digits as one number makes every equation hold: a cell may have been split in reading; check the source first',
  'misreading.shiftedRow':
    'moving the row by one column makes every equation hold: it may have been shifted in reading; check the source first',

  'doubt.own': ' (Other numbers of the tables contradict the figure, so this is only a hint.)',
  'doubt.other': ' (Its own report contradicts {figures}, so this is only a hint.)',
  'doubt.unread': ' (The figure was not read with certainty, so this is only a hint.)',
  'doubt.join': ', ',

  'grade.nothingRead': 'none of the tables of the unified form could be read; the grade is withheld',
  'grade.nothingChecked': 'there is nothing that could be checked; the grade is withheld',
  'grade.unreadCells':
    'only {share} of the cells of the tables could be read, less than {floor}; the grade is withheld',
  'grade.unreadChecks':
    'only {share} of the checks could be made, because cells could not be read; less than {floor}; the grade is withheld',
  'grade.capped': '{reason}; the grade is {cap} at best',

  'steps.cost': '{title}: {cost} points off',
  'steps.places': '{title}: {count} places, {cost} points off',
  'steps.grade': '{score} points: grade {grade} (A from {A}, B from {B}, C from {C}, D from {D}, else E)',
  'steps.name': '“{title}” ({id})',
  'steps.next': 'grade {grade} after correcting {list}',
  'steps.unread': 'a grade can be given for a report whose text can be read (a web page, a Word file)',
  'steps.read': 'a report whose text can be read (a web page, a Word file) may get a better grade',

  'verdict.clear': 'nothing to correct was found within what could be checked',
  'verdict.correct': 'corrections advised: {count}',
  'verdict.verify': 'something has to be verified first (the statutory date of publication stands)',

  list: ', ',
  join: '; ',
};

const catalogues: Record<Lang, Record<MessageKey, string>> = { 'zh-CN': zhCN, en };

/** A message in one language, its `{placeholders}` filled in. */
export type Say = (key: MessageKey, values?: Record<string, string | number>) => string;

export function sayIn(lang: Lang): Say {
  const catalogue = catalogues[lang];
  return (key, values = {}) =>
    catalogue[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
}
