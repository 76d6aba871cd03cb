/** What a body calls itself: 我局, 本镇. */
const SELF = /[我本](?:机关|单位|[局委办厅院站所镇乡县区市州旗省]|街道|中心|政府)/g;

/** Figures differ from report to report even where the prose is copied. */
const FIGURES = /\d+(?:[.,:/-]\d+)*%?/g;

const NOT_WORDS = /[\s\p{P}\p{S}]/gu;

/** A sentence about the report itself: prefaces are prescribed, and often stand in the first part. */
const ABOUT_ITSELF = /本报告|本年度报告|年度报告/;

const PLACE = /^[\p{Script=Han}]{1,8}?(?:省|市|州|盟|县|区|旗|镇|乡|街道)/u;

/** Prose without what tells two copies apart or makes two originals alike: figures, names, sentences about the report, punctuation. */
export function maskedProse(passages: readonly string[], agency: string | null): string {
  const sentences = passages
    .flatMap((text) => text.split(/[。！？!?\n]/))
    .filter((each) => !ABOUT_ITSELF.test(each));
  let text = sentences.join('').replace(FIGURES, '0').replace(SELF, '某');
  for (const name of namesOf(agency)) text = text.replaceAll(name, '某');
  return text.replace(NOT_WORDS, '');
}

/** The name, the places in it, and what is left of it without them; the longest first. */
function namesOf(agency: string | null): string[] {
  const names: string[] = agency === null ? [] : [agency];
  let rest = agency ?? '';
  for (let place = PLACE.exec(rest)?.[0]; place !== undefined; place = PLACE.exec(rest)?.[0]) {
    names.push(place);
    rest = rest.slice(place.length);
  }
  if (rest.length >= 3 && !/政府(?:办公[室厅])?$/.test(rest)) names.push(rest);
  return names.filter((name) => name.length >= 2).sort((a, b) => b.length - a.length);
}
