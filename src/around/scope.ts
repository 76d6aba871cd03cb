import type { Report, Scope } from '../model/index.js';

const FIGURES = /数据|统计|汇总|综合|口径|涵盖/;
const OWN =
  /(?:仅|只|限)[^，。；]{0,12}(?:本机关|本级|本单位|本部门|机关本身)|不(?:含|包括|包含|涵盖)[^。；]{0,20}(?:下属|所属|下级|各县|各区|各乡|各镇|各街道|各部门|各单位)|(?:范围|口径)为(?:本机关|本级|本单位)/;
const REGION =
  /(?:涵盖|包括|包含|来自|来源于|汇总|综合|含)[^。；]{0,40}(?:各县|各区|各市|各乡|各镇|各街道|各部门|各工作部门|各单位|所属部门|所属单位|全市|全县|全区|全省|全旗|全州)/;

/** Whose figures the report says it holds; the first sentence that tells counts. `null`: it does not say. */
export function scopeOf({ sections }: Pick<Report, 'sections'>): Scope | null {
  const sentences = sections
    .filter((section) => ['preface', '一', '六'].includes(section.id))
    .flatMap((section) => section.passages)
    .flatMap((passage) => passage.text.split('。'));
  for (const sentence of sentences) {
    if (!FIGURES.test(sentence) || !/报告|数据|统计/.test(sentence)) continue;
    if (OWN.test(sentence)) return 'own';
    if (REGION.test(sentence)) return 'region';
  }
  return null;
}
