import type { Lang } from '../../model/index.js';
import { translator, type Translate } from '../../report/translate.js';
import { viewOf, type FormView } from '../../rules/form/form-view.js';
import type { RuleSet } from '../../rules/index.js';
import type { RuleTestResult } from '../../rules/test/test-rules.js';

/** What every page is written from. */
export interface Book {
  ruleSet: RuleSet;
  /** What the tests came to, by rule, in the order of the tests. */
  results: ReadonlyMap<string, readonly RuleTestResult[]>;
  /** The edition in force. */
  newest: FormView;
  lang: Lang;
  t: Translate;
}

export function bookOf(ruleSet: RuleSet, results: Book['results'], lang: Lang): Book {
  const [newest] = [...ruleSet.forms].sort((a, b) => b.years.from - a.years.from);
  if (newest === undefined) throw new Error('no form edition');
  return { ruleSet, results, newest: viewOf(newest), lang, t: translator(lang) };
}
