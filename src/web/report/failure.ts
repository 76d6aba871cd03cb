import type { Lang } from '../../model/index.js';
import { failureOf } from '../../report/failure.js';
import type { Failure } from '../../report/renderer.js';
import { translator } from '../../report/translate.js';

/** What went wrong with a document, as the command line says it, but for what only the command line can do. */
export function failureInPage(name: string, error: unknown, lang: Lang): Failure {
  const t = translator(lang);
  const said = failureOf(name, error, lang, t);
  return said.code === 'scanned'
    ? { ...said, reason: t('failure.illegible'), remedy: t('page.scanned') }
    : said;
}
