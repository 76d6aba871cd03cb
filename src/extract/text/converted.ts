/**
 * Terms that programs which turn pages into the script of Taiwan replace by that of files kept (檔案); as long as those they replace, so that
 * every character stays in its place. Archives (档案馆) are called the same, so the word alone tells nothing.
 */
const terms = [
  ['规范性档案', '规范性文件'],
  ['主动公开档案', '主动公开文件'],
  ['部门档案', '部门文件'],
  ['政策档案', '政策文件'],
] as const;

/** Converted text with the terms of the field put back. */
export const withOwnTerms = (text: string): string =>
  text.includes('档案') ? terms.reduce((result, [one, own]) => result.replaceAll(one, own), text) : text;
