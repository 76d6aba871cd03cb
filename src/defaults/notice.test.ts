import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadNotice } from './notice.js';
import { describeProblem, YamlError } from '../rules/index.js';

const shipped = readFileSync(new URL('../../templates/notice.yaml', import.meta.url), 'utf8');

/** Every mistake of the shipped template after an edit, as `line:column: text`. */
function mistakes(edit: (text: string) => string): string[] {
  const text = edit(shipped);
  expect(text).not.toBe(shipped);
  try {
    loadNotice({ name: '通知.yaml', text });
    return [];
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    return error.problems.map((each) => `${each.line}:${each.column}: ${describeProblem(each, 'zh-CN')}`);
  }
}

const lineOf = (text: string) => shipped.slice(0, shipped.indexOf(text)).split('\n').length;

test('the shipped template is right, with and without its letterhead', () => {
  const { severities, problems, 'zh-CN': wording } = loadNotice({ name: 'notice.yaml', text: shipped });
  expect({ severities, problems, letterhead: wording.letterhead }).toEqual({
    severities: ['error', 'warning'],
    problems: 'table',
    letterhead: undefined,
  });
  const headed = shipped.replace(
    /^  # (letterhead:)\n  # (  name: .*)\n  # (  number: .*)$/m,
    '  $1\n  $2\n  $3',
  );
  expect(loadNotice({ name: 'notice.yaml', text: headed })['zh-CN'].letterhead).toEqual({
    name: '××县人民政府办公室文件',
    number: '×政办公开函〔20××〕×号',
  });
});

describe('every mistake of an edited template is told with its place', () => {
  test('a key that is written wrong, one that is missing, a value that does not exist', () => {
    const [titleLine, listLine] = [lineOf('  title: 关于'), lineOf('problems: table')];
    expect(
      mistakes((text) =>
        text.replace('  title: 关于', '  titel: 关于').replace('problems: table', 'problems: tabel'),
      ),
    ).toEqual([
      `${listLine}:11: “problems”的值“tabel”不在允许范围：list, table；是否应为“table”？`,
      `${titleLine}:3: 缺少字段“title”`,
      `${titleLine}:3: 未知的字段“titel”；是否应为“title”？`,
    ]);
  });

  test('a placeholder that stands for nothing', () => {
    expect(
      mistakes((text) => text.replace('addressee: "{agency}："', 'addressee: "{agancy}：{correction}"')),
    ).toEqual([
      `${lineOf('addressee: "{agency}："')}:14: 未知的占位符“{agancy}”；是否应为“{agency}”？`,
      `${lineOf('addressee: "{agency}："')}:14: 未知的占位符“{correction}”`,
    ]);
  });

  test('a file that is no template', () => {
    expect(mistakes(() => '- 通知')).toEqual(['1:1: 此处应为键值对照']);
    expect(mistakes(() => 'title: [')).toEqual([expect.stringMatching(/^1:\d+: YAML 语法错误：/)]);
  });
});
