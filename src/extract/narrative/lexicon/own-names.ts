import { plainSenses, type Senses } from './senses.js';
import { trieOf, type Trie } from './words/trie.js';

const own = plainSenses('own');
const place = new Set('省市区县州盟旗');
/** 国家税务总局池州市税务局 is also 池州市税务局. */
const superior = new Set('局厅部');
/** A subdistrict calls itself nothing but 街道, a branch 分局. */
const kinds = ['街道办事处', '街道', '分局', '支局', '支队', '大队'];
const endings = ['人民政府办公室', '人民政府办公厅', '人民政府', '办事处'];

/** What bodies of a kind call themselves. */
const called: [RegExp, string[]][] = [
  [/(?:大学|学院|中学|小学|学校)$/, ['学校', '校方', '全校']],
  [/医院$/, ['医院', '全院']],
  [/管理委员会$|管委会$/, ['管委会', '全委']],
  [/中心$/, ['中心']],
  [/联合会$/, ['联合会']],
  [/协会$/, ['协会']],
];

/** 甲市公安局乙区分局 is 乙区公安分局, 区公安分局 and 公安分局. */
function branchNames(agency: string): string[] {
  const found = /([^省市区县州盟旗]+)局([^局]+?)([区县市]?)分局$/.exec(agency);
  if (found === null) return [];
  const [, field = '', area = '', level = ''] = found;
  return [area + level, area, level, ''].map((each) => `${each}${field}分局`);
}

/** 甲省市场监督管理局 is 省局; a branch is none, its 市局 is another agency. */
function levelName(agency: string): string[] {
  const last = agency.at(-1) ?? '';
  if (!'局厅委办'.includes(last) || /[分支]局/.test(agency)) return [];
  const level = [...agency].findLast((char) => place.has(char));
  return level === undefined ? [] : [level + last];
}

/** What a report may call its own agency: 池州市贵池区水利局 is also 贵池区水利局, 区水利局 and 水利局; 甲镇人民政府 is also 甲镇. */
export function ownNames(agency: string | null): Trie<Senses> {
  if (agency === null || agency.length < 3) return trieOf<Senses>(new Map());
  const names = [
    agency,
    ...levelName(agency),
    ...branchNames(agency),
    ...kinds.filter((kind) => agency.includes(kind)),
    ...called.flatMap(([ending, own]) => (ending.test(agency) ? own : [])),
  ];
  for (let at = 1; at < agency.length - 2; at += 1) {
    const char = agency[at] ?? '';
    if (place.has(char)) names.push(agency.slice(at));
    if (place.has(char) || superior.has(char)) names.push(agency.slice(at + 1));
  }
  const known = new Map<string, Senses>();
  for (const name of names) {
    const short = endings.find((ending) => name.endsWith(ending) && name.length > ending.length + 1);
    for (const each of [name, ...(short === undefined ? [] : [name.slice(0, -short.length)])]) {
      if (each.length >= 2) known.set(each, own);
    }
  }
  return trieOf(known);
}

const agencyEnd = /[局厅委办镇乡院所处科队站校司街道会政府中心]$/;

/** Whether an unknown stretch of text ends like the name of another agency. */
export function namesOtherAgency(text: string, agency: string | null): boolean {
  if (!agencyEnd.test(text) || agency === null) return false;
  let from = 0;
  for (const char of text) {
    const at = agency.indexOf(char, from);
    if (at === -1) return true;
    from = at + 1;
  }
  return false;
}
