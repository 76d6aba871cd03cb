import type { Lang } from '../model/index.js';

export type ProblemCode =
  | 'yaml'
  | 'not-a-mapping'
  | 'unknown-key'
  | 'missing-key'
  | 'missing-translation'
  | 'wrong-type'
  | 'invalid-value'
  | 'invalid-format'
  | 'unknown-category'
  | 'unknown-layout'
  | 'duplicate-id'
  | 'duplicate-waiver'
  | 'duplicate-indicator'
  | 'unknown-rule'
  | 'unknown-fact'
  | 'unknown-operator'
  | 'unknown-domain'
  | 'unknown-aspect'
  | 'unknown-cell'
  | 'unknown-label'
  | 'unknown-section'
  | 'unknown-table'
  | 'duplicate-row'
  | 'last-before-first'
  | 'unknown-group'
  | 'unknown-relation'
  | 'unknown-placeholder'
  | 'unknown-parameter'
  | 'empty-condition'
  | 'mixed-condition'
  | 'operand-type'
  | 'invalid-pattern'
  | 'unsafe-pattern'
  | 'missing-test'
  | 'duplicate-test'
  | 'missing-include'
  | 'no-grading';

/** One mistake in a YAML file. */
export interface Problem {
  code: ProblemCode;
  file: string;
  /** From 1. */
  line: number;
  column: number;
  values: Readonly<Record<string, string>>;
  /** What was probably meant. */
  suggestion: string | null;
}

/** All mistakes of the files, in their order. */
export class YamlError extends Error {
  override readonly name = 'YamlError';
  constructor(readonly problems: readonly Problem[]) {
    super(
      problems.map((each) => `${each.file}:${each.line}:${each.column}: ${describe(each, 'en')}`).join('\n'),
    );
  }
}

const catalogue: Record<ProblemCode, Record<Lang, string>> = {
  yaml: { 'zh-CN': 'YAML 语法错误：{detail}', en: 'YAML syntax: {detail}' },
  'not-a-mapping': { 'zh-CN': '此处应为键值对照', en: 'expected a mapping' },
  'unknown-key': { 'zh-CN': '未知的字段“{key}”', en: 'unknown key `{key}`' },
  'missing-key': { 'zh-CN': '缺少字段“{key}”', en: 'missing key `{key}`' },
  'missing-translation': { 'zh-CN': '“{key}”缺少语言版本 {lang}', en: '`{key}` lacks the language {lang}' },
  'wrong-type': {
    'zh-CN': '“{key}”类型不符，应为 {expected}',
    en: '`{key}` has the wrong type, expected {expected}',
  },
  'invalid-value': {
    'zh-CN': '“{key}”的值“{value}”不在允许范围：{allowed}',
    en: '`{key}` cannot be `{value}`; allowed: {allowed}',
  },
  'invalid-format': {
    'zh-CN': '“{key}”格式不符：{detail}',
    en: '`{key}` is not in the right form: {detail}',
  },
  'unknown-category': { 'zh-CN': '未知的类别“{value}”', en: 'unknown category `{value}`' },
  'unknown-layout': { 'zh-CN': '未知的格式版本“{value}”', en: 'unknown form edition `{value}`' },
  'duplicate-id': {
    'zh-CN': '规则编号“{id}”重复，首次出现于 {first}',
    en: 'rule id `{id}` was used before, at {first}',
  },
  'duplicate-waiver': {
    'zh-CN': '问题“{fingerprint}”已有复核结论，见 {first}',
    en: 'finding `{fingerprint}` was reviewed before, at {first}',
  },
  'duplicate-indicator': { 'zh-CN': '指标“{id}”重复', en: 'indicator `{id}` stands twice' },
  'unknown-rule': { 'zh-CN': '没有编号为“{id}”的规则', en: 'there is no rule `{id}`' },
  'unknown-fact': { 'zh-CN': '未知的事实“{value}”', en: 'unknown fact `{value}`' },
  'unknown-operator': { 'zh-CN': '未知的运算符“{value}”', en: 'unknown operator `{value}`' },
  'unknown-domain': { 'zh-CN': '未知的取值范围“{value}”', en: 'unknown domain `{value}`' },
  'unknown-aspect': { 'zh-CN': '词汇表中没有“{value}”', en: 'the lexicon has no aspect `{value}`' },
  'unknown-label': {
    'zh-CN': '该表没有行、列或组“{value}”',
    en: 'the table has no row, column or group `{value}`',
  },
  'unknown-section': { 'zh-CN': '没有第“{value}”部分', en: 'there is no section `{value}`' },
  'unknown-table': { 'zh-CN': '没有表“{value}”', en: 'there is no table `{value}`' },
  'duplicate-row': { 'zh-CN': '行“{value}”重复', en: 'row `{value}` stands twice' },
  'last-before-first': { 'zh-CN': '末年早于首年', en: 'the last year is before the first' },
  'unknown-group': { 'zh-CN': '各版本均无行列组“{value}”', en: 'no edition names a group `{value}`' },
  'unknown-relation': { 'zh-CN': '各版本均无勾稽关系“{value}”', en: 'no edition has a relation `{value}`' },
  'unknown-cell': { 'zh-CN': '没有单元格“{value}”', en: 'there is no cell `{value}`' },
  'unknown-placeholder': { 'zh-CN': '未知的占位符“{value}”', en: 'unknown placeholder `{value}`' },
  'unknown-parameter': { 'zh-CN': '没有参数“{value}”', en: 'there is no parameter `{value}`' },
  'empty-condition': { 'zh-CN': '“{key}”不得为空', en: '`{key}` must not be empty' },
  'mixed-condition': {
    'zh-CN': '条件只能是 all、any、not 之一，或者含 fact、operator、value',
    en: 'a condition is one of all, any, not, or has fact, operator and value',
  },
  'operand-type': {
    'zh-CN': '运算符“{operator}”不能用于{type}',
    en: 'operator `{operator}` does not take a {type}',
  },
  'invalid-pattern': { 'zh-CN': '正则表达式“{value}”有误', en: '`{value}` is no regular expression' },
  'unsafe-pattern': {
    'zh-CN': '正则表达式可能耗时过长：每处重复都要有上限（如 {0,20}），重复之中不得再有重复，重复不宜过多',
    en: 'the regular expression may take too long: give every repetition a limit such as {0,20}, none inside another, not many in all',
  },
  'missing-test': {
    'zh-CN': '规则 {id} 缺少预期为 {expect} 的测试',
    en: 'rule {id} has no test that expects {expect}',
  },
  'duplicate-test': { 'zh-CN': '测试“{name}”与“{first}”重复', en: 'test `{name}` repeats `{first}`' },
  'missing-include': {
    'zh-CN': '没有找到所引用的文件“{value}”',
    en: 'included file `{value}` was not found',
  },
  'no-grading': { 'zh-CN': '没有评分办法（grading）', en: 'there is no grading policy (grading)' },
};

/** The problem in words, without its place. */
export function describe(problem: Problem, lang: Lang): string {
  const text = catalogue[problem.code][lang].replace(
    /\{(\w+)\}/g,
    (_, name: string) => problem.values[name] ?? '',
  );
  if (problem.suggestion === null) return text;
  return lang === 'en'
    ? `${text}; did you mean \`${problem.suggestion}\`?`
    : `${text}；是否应为“${problem.suggestion}”？`;
}
