import { langs } from '../model/index.js';
import { noticeTemplate, templateKeys } from '../report/notice/template-schema.js';
import { placeholdersOf, type NoticeTemplate } from '../report/notice/template.js';
import { YamlError, type Problem } from '../yaml/problem.js';
import { parseSource, type ParsedSource, type Path, type YamlSource } from '../yaml/source.js';
import { suggest } from '../yaml/suggest.js';
import { problemsOf } from '../yaml/zod-problems.js';

/** Placeholders that stand for nothing, in every text below `value`. */
function strayPlaceholders(value: unknown, path: Path, key: string, source: ParsedSource): Problem[] {
  if (typeof value === 'string') {
    const known = placeholdersOf(key).map((name) => `{${name}}`);
    return [...value.matchAll(/\{([^{}]*)\}/g)].flatMap(([, name = '']) =>
      known.includes(`{${name}}`)
        ? []
        : [source.problem('unknown-placeholder', path, { value: `{${name}}` }, suggest(`{${name}}`, known))],
    );
  }
  if (Array.isArray(value))
    return value.flatMap((each, index) => strayPlaceholders(each, [...path, index], key, source));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, each]) =>
    strayPlaceholders(each, [...path, name], name, source),
  );
}

/**
 * Reads the template of the notice.
 * @throws YamlError with every mistake
 */
export function loadNotice(text: YamlSource): NoticeTemplate {
  const { source, problems } = parseSource(text);
  if (problems.length > 0) throw new YamlError(problems);
  const { data } = source;
  if (typeof data !== 'object' || data === null || Array.isArray(data))
    throw new YamlError([source.problem('not-a-mapping', [])]);
  const read = noticeTemplate.safeParse(data);
  const mistakes = [
    ...(read.success ? [] : problemsOf(read.error, data, [], source, templateKeys)),
    ...langs.flatMap((lang) =>
      strayPlaceholders((data as Record<string, unknown>)[lang], [lang], '', source),
    ),
  ];
  if (!read.success || mistakes.length > 0) throw new YamlError(mistakes);
  return read.data;
}
