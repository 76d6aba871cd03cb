import type { Report, Scope } from '../model/index.js';

/** The sentence speaks of the figures of the report, not of data of any kind. */
const ABOUT_FIGURES = /本报告|报告(?:所列|中)?的?数据|所列数据|数据统计|统计(?:数据|范围|口径)|数据来自/;
const OWN =
  /(?:仅|只|限)[^，。；]{0,12}(?:本机关|本级|本单位|本部门|机关本身)|不(?:含|包括|包含|涵盖)[^。；]{0,20}(?:下属|所属|下级|各县|各区|各乡|各镇|各街道|各部门|各单位)|(?:范围|口径)为(?:本机关|本级|本单位)/;
const MEMBERS =
  '(?:各县|各区|各市|各乡|各镇|各街道|各部门|各工作部门|各单位|所属部门|所属单位|全市|全县|全区|全省|全旗|全州)';
const REGION = new RegExp(
  `(?:涵盖|包括|包含|来自|来源于|汇总|综合|含)[^。；]{0,40}${MEMBERS}|${MEMBERS}[^。；]{0,40}(?:汇总|综合)`,
);

/** Whose figures the report says it holds; the first sentence that tells counts. `null`: it does not say. */
export function scopeOf({ sections }: Pick<Report, 'sections'>): Scope | null {
  const sentences = sections
    .filter(({ id, role }) => id === 'preface' || role === 'overview' || role === 'others')
    .flatMap((section) => section.passages)
    .flatMap((passage) => passage.text.split('。'));
  for (const sentence of sentences) {
    if (!ABOUT_FIGURES.test(sentence)) continue;
    if (OWN.test(sentence)) return 'own';
    if (REGION.test(sentence)) return 'region';
  }
  return null;
}
