import type { Lang } from '../../../model/index.js';
import { failureOf } from '../../../report/failure.js';
import type { Failure } from '../../../report/renderer.js';
import { translator } from '../../../report/translate.js';
import { describe, YamlError } from '../../../yaml/problem.js';
import { RosterError } from './roster-file.js';

/** What the office is told about a file of settings that cannot be used: every mistake with its place. */
export function refused(name: string, error: unknown, lang: Lang): Failure {
  const t = translator(lang);
  const details =
    error instanceof YamlError
      ? error.problems.map((each) => `${each.file}:${each.line}:${each.column}: ${describe(each, lang)}`)
      : error instanceof RosterError
        ? error.mistakes
        : null;
  if (details === null) return failureOf(name, error, lang, t);
  return {
    name,
    kind: 'unreadable',
    code: 'unknown-format',
    reason: t('desk.mistakes', { count: details.length }),
    remedy: t('desk.mistakesRemedy'),
    place: null,
    details: [...details],
  };
}
