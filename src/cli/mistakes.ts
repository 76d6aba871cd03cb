import type { Lang } from '../model/index.js';
import { describe, type YamlError } from '../yaml/problem.js';

/** `FILE:LINE:COL: message` for every mistake. */
export function mistakes({ problems }: YamlError, lang: Lang): string {
  return problems
    .map(({ file, line, column, ...problem }) => {
      const text = describe({ file, line, column, ...problem }, lang);
      return `${file}:${line}:${column}: ${text}\n`;
    })
    .join('');
}
