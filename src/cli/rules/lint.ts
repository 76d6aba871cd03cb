import { loadCatalogue } from '../../defaults/defaults.js';
import type { Lang } from '../../model/index.js';
import { translator } from '../../report/translate.js';
import { parseSource, YamlError, type YamlSource } from '../../rules/index.js';
import { lintRules } from '../../workbench/lint/index.js';
import { status } from '../exit.js';
import type { Host } from '../host.js';
import { mistakes } from '../mistakes.js';
import { rulesOf } from './rule-files.js';

/** `gouji rules lint [FILE]`: everything about the rules that is probably not meant, at the place of the rule. */
export async function lintRulesOf(file: string | undefined, lang: Lang, { defaults }: Host): Promise<number> {
  const t = translator(lang);
  try {
    const { own, all, sources } = await rulesOf(file, defaults);
    const notices = lintRules(all, file === undefined ? loadCatalogue() : null, own.rules).filter(
      ({ rule }) => own === all || rule !== null,
    );
    const places = placesOf(sources);
    for (const { code, rule, values } of notices) {
      const place = places.get(rule ?? '') ?? sources[0]?.name ?? '';
      process.stdout.write(`${place}: ${rule === null ? '' : `${rule} `}${t(`lint.${code}`, values)}\n`);
    }
    process.stdout.write(`${t('lint.done', { count: own.rules.length, notices: notices.length })}\n`);
    return notices.length > 0 ? status.findings : status.clean;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    process.stdout.write(mistakes(error, lang));
    return status.failed;
  }
}

/** `FILE:LINE:COL` of each rule by its id. */
function placesOf(sources: readonly YamlSource[]): Map<string, string> {
  const places = new Map<string, string>();
  for (const text of sources) {
    const { source } = parseSource(text);
    const { rules } = (source.data ?? {}) as { rules?: unknown };
    if (!Array.isArray(rules)) continue;
    for (const [index, rule] of rules.entries()) {
      const id: unknown = (rule as { id?: unknown } | null)?.id;
      if (typeof id !== 'string') continue;
      const { file, line, column } = source.problem('duplicate-id', ['rules', index, 'id']);
      places.set(id, `${file}:${line}:${column}`);
    }
  }
  return places;
}
