import type { Report } from '../../model/index.js';
import { maskedProse } from '../copies/mask.js';
import { likenessOf, sketchOf } from '../copies/sketch.js';

/** A sentence that states what is wrong. */
export interface Problem {
  text: string;
  /** Without figures, names and punctuation. */
  masked: string;
}

const ORDINAL =
  /^\s{0,9}(?:[（(]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五六七八九十]{1,2}[是、]|第[一二三四五六七八九十][，,、]|(?:首先|其次|再次|最后|此外|同时)[，,、]|[①-⑨])\s{0,9}/;

/** How the half about improvements begins; what follows states no problem. */
const IMPROVEMENT =
  /^(?:主要|具体)?(?:下一步|下步|下一阶段|今后|接下来|针对|为此|对此|改进|整改|解决(?:措施|办法)|工作(?:打算|计划))/;
/** The same in the middle of a sentence that does not announce problems, too. */
const INSIDE =
  /下一步|下步|今后|(?:改进|整改)(?:措施|情况|方向|办法)|将(?:从|在|着力|采取|进一步|继续|重点|不断)/;
const BOTH = /问题|不足/;

/** What is to be done, though it may name what it is good for. */
const MEASURE =
  /^(?:(?:还|仍|尚)?需要?)?(?:进一步|不断|继续|持续|切实|着力|大力)?(?:充实|加强|加大|加快|提升|提高|强化|完善|健全|推进|优化|规范|拓宽|拓展|丰富|深化|创新|压实|建立|组织|开展|严格|落实|抓好)/;

const LACK =
  /不足|不够|不强|不高|不深|不广|不多|不到位|不及时|不规范|不完善|不充分|不全面|不平衡|单一|滞后|薄弱|欠缺|缺乏|缺少|有待|仍需|尚需|还需|较低|较少|偏少|偏低|较慢/;

/** Announces problems and names none: the same in every report. */
const OPENING =
  /(?:存在|仍有|还有|也有|尚有|有(?:很多|许多|不少|一些|一定)).{0,16}(?:问题|不足|差距|短板|薄弱环节|困难)/;

/** Speaks of what has been, or will be, put right. */
const PUT_RIGHT = /已|将|得到|到位了|整改到位|改善|好转|有所|上年|去年|上一年/;

/** Letters and below which anybody would say the same. */
const SHORTEST = 14;
const MOST = 20;

/** Problems first, then what is done about them: problems that the report states in sentences of their own; `null` when it has no part that states them. */
export function problemsOf({ sections, agency }: Pick<Report, 'sections' | 'agency'>): Problem[] | null {
  const parts = sections.filter((each) => each.role === 'problems');
  if (parts.length === 0) return null;
  const sentences = parts
    .flatMap((each) => each.passages)
    .flatMap(({ text }) => text.split(/[。；;：:！!？?\n]/))
    .map((each) => withoutOrdinals(each).trim());
  const end = sentences.findIndex(
    (each) => IMPROVEMENT.test(each) || (INSIDE.test(each) && !BOTH.test(each)),
  );
  return (end < 0 ? sentences : sentences.slice(0, end))
    .filter((each) => LACK.test(each))
    .filter((each) => ![OPENING, MEASURE, PUT_RIGHT].some((pattern) => pattern.test(each)))
    .map((text) => ({ text, masked: maskedProse([text], agency.name) }))
    .filter(({ masked }) => masked.length >= SHORTEST)
    .slice(0, MOST);
}

function withoutOrdinals(sentence: string): string {
  const once = sentence.replace(ORDINAL, '');
  return once === sentence ? once : once.replace(ORDINAL, '');
}

/** In per cent, from which on two sentences say the same in the same words. */
const ALIKE = 80;

/** Whether one of the others states the problem in the same words, or nearly so. */
export function statedAmong({ masked }: Problem, others: readonly Problem[]): boolean {
  if (others.some((each) => each.masked === masked)) return true;
  const own = sketchOf(masked, SHORTEST);
  return others.some((each) => {
    const other = sketchOf(each.masked, SHORTEST);
    return own !== null && other !== null && likenessOf(own, other) >= ALIKE;
  });
}
