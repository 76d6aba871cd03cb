/** What kind of body a name is, by how it ends; names of different kinds are not compared. */
const ENDINGS: readonly [RegExp, string][] = [
  [/(?:镇|乡)(?:人民政府|政府)?$/, '镇'],
  [/街道(?:办事处)?$/, '街道'],
  [/(?:局|厅|委员会|委)$/, '局'],
  [/(?:大学|学院|学校|中学|小学)$/, '校'],
  [/医院$/, '医院'],
  [/(?<=[县市区旗州])人民政府$/, '府'],
];

/** Parts of another body, which may well be named beside it. */
const PART =
  /(?:分局|派出所|支队|大队|党委|纪委|监委|党组|村委会|居委会|(?:村民|居民|社区)委员会|管委会|管理委员会)$/;

/** 我局 and 本镇 are nobody else, whatever runs into them. */
const OWN = /我|本(?:局|厅|委|办|镇|乡|街|院|校|单位|机关|级)/;

/** What runs into a name from the sentence before it. */
const LEADING = /^.*(?:由|与|请|向|对|在|年|年度|现将|就是|系)(?=.{3})/;

/** Not the 市 of 市场, 市政, 市容 and 城市管理. */
const CITY = '(?:(?<!城)市(?![场政容])|城市(?!管理|综合|建设|更新))';
const PLACE = new RegExp(
  `^(.{1,8}?(?:省|自治区|自治州))?(.{1,7}?(?:${CITY}|州|盟))?(.{1,7}?(?:县|区|旗|${CITY}))?`,
);
const PLACES = new RegExp(`.{1,8}?(?:自治区|自治州|省|${CITY}|州|盟|县|区|旗)`, 'g');

interface Name {
  ending: string;
  /** The smallest place that is named, `''` for none. */
  place: string;
  /** What is left between place and ending. */
  body: string;
}

/**
 * Whether two names surely mean different agencies of one kind. Short forms, forms with or without the place, names with much in common, and
 * those with words of one list of `bodies` (a body goes by several names, or has got another) may mean one agency.
 */
export function areDifferent(own: string, other: string, bodies: readonly (readonly string[])[]): boolean {
  if (OWN.test(other)) return false;
  const one = partsOf(own);
  const two = partsOf(other.replace(LEADING, ''));
  if (one === null || two === null || one.ending !== two.ending) return false;
  if (one.ending === '府') return areOtherPlaces(one.place, two.place);
  if (one.ending === '镇') return !within(two.body, one.body) && !within(one.body, two.body);
  const samePlace =
    one.place === '' || two.place === '' || isPlace(one.place, two.place) || isAbove(two.place, one.place);
  const isOneBody = bodies.some((words) =>
    [one.body, two.body].every((body) => words.some((word) => body.includes(word))),
  );
  return !samePlace || !(isOneBody || shareMuch(one.body, two.body, one.ending !== '校'));
}

function partsOf(name: string): Name | null {
  const plain = name.replace(/\(.*?\)|\s|人民政府(?=.{2,10}街道)/g, '');
  if (PART.test(plain)) return null;
  const found = ENDINGS.find(([ending]) => ending.test(plain));
  if (found === undefined) return null;
  const [ending, id] = found;
  const rest = plain.replace(ending, '');
  const place = PLACE.exec(rest)?.[0] ?? '';
  const body = rest.slice(place.length);
  const places = place.match(PLACES) ?? [];
  return body === '' && id !== '府' ? null : { ending: id, place: places.at(-1) ?? '', body };
}

/** Places of one rank with nothing of their names in common; 禾屿县 and 禾屿侗族自治县 may be one. */
function areOtherPlaces(one: string, two: string): boolean {
  const [first, second] = [one, two].map((each) => each.slice(0, -1));
  if (!first || !second || one.at(-1) !== two.at(-1)) return false;
  return !Array.from(first).some((each) => second.includes(each));
}

/** The bureau of a city may be named in the report of one of its districts, whatever the city is called. */
function isAbove(one: string, two: string): boolean {
  return /[市州盟省]$/.test(one) && /[县区旗]$/.test(two);
}

/** 县 and 禾屿县 may be one place. */
function isPlace(one: string, two: string): boolean {
  return one.endsWith(two) || two.endsWith(one);
}

/** Whether the characters of the shorter body occur in the other in their order, or half of them anywhere; more where half is the name of the place. */
function shareMuch(one: string, two: string, halfIsMuch: boolean): boolean {
  const [short, long] = one.length <= two.length ? [one, two] : [two, one];
  if (within(short, long)) return true;
  const shared = Array.from(short).filter((each) => long.includes(each)).length;
  return shared * 2 > short.length || (halfIsMuch && short.length > 2 && shared * 2 === short.length);
}

function within(short: string, long: string): boolean {
  let from = 0;
  for (const each of short) {
    const at = long.indexOf(each, from);
    if (at === -1) return false;
    from = at + 1;
  }
  return true;
}
