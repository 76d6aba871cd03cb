import type { Audit, Category, Finding } from '../../../model/index.js';
import { worstOf } from '../../findings/causes.js';
import { comparisonText } from '../../findings/comparison-text.js';
import { escaped } from '../../escaped.js';
import { gapsOf } from '../../findings/gaps.js';
import type { Context, Failure, Renderer } from '../../renderer.js';
import { isDismissed, reviewText } from '../../office/review.js';
import {
  cellText,
  proposal,
  quoteTexts,
  repairLead,
  tellingCells,
  wordsOf,
  type NamedWords,
} from '../../words.js';

/** `skipped`: not known; `passed`: nothing that a build should fail for. */
interface Case {
  name: string;
  verdict: 'passed' | 'failure' | 'skipped';
  type: string;
  message: string;
  /** Each a line of its own. */
  lines: string[];
}

function linesOf(words: NamedWords, finding: Finding): string[] {
  const { audit, t } = words;
  const { message, basis, fix, rootCause } = finding;
  const repair = audit.repairs.find(({ id }) => id === rootCause);
  const comparison = comparisonText(words, finding);
  return [
    message,
    ...(comparison === null ? [] : [t('text.comparison') + comparison]),
    ...tellingCells(words, finding).map((cell) => t('pretty.cells') + cellText(words, cell)),
    ...quoteTexts(words, finding).map((quote) => t('pretty.quote') + quote),
    t('pretty.basis') + t('pretty.basisValue', { document: basis.document, article: basis.article }),
    ...(repair === undefined ? [] : [repairLead(repair, t) + proposal(words, repair)]),
    ...(fix === null ? [] : [t('pretty.fix') + fix]),
  ];
}

/** A rule that failed. What may be a misreading or was dismissed on review, and what is only information, fails nothing. */
function ruleCase(words: NamedWords, findings: readonly Finding[]): Case {
  const { t } = words;
  const certain = findings.filter((finding) => finding.suspect === 'report' && !isDismissed(finding));
  const [first] = certain.length > 0 ? certain : findings;
  const severity = worstOf(certain);
  return {
    name: `${first?.rule ?? ''} ${first?.title ?? ''}`,
    verdict: certain.length === 0 ? 'skipped' : severity === 'info' ? 'passed' : 'failure',
    type: severity,
    message:
      certain.length === 0
        ? ((first === undefined ? null : reviewText(first, t)) ?? t('pretty.extraction'))
        : certain.map(({ message }) => message).join(' '),
    lines: findings.flatMap((finding) => linesOf(words, finding)),
  };
}

function casesOf(audit: Audit, context: Context): Case[] {
  const words = wordsOf(audit, context);
  const { t } = context;
  const failed = [...new Set(audit.findings.map(({ rule }) => rule))];
  const skipped = gapsOf(audit).flatMap(({ reason, rules }) =>
    rules.flatMap(({ rule }) => (failed.includes(rule) ? [] : [{ rule, reason: t(`reason.${reason}`) }])),
  );
  const assessed = Object.keys(audit.subscores) as Category[];
  return [
    ...failed.map((rule) =>
      ruleCase(
        words,
        audit.findings.filter((finding) => finding.rule === rule),
      ),
    ),
    ...[...new Set(skipped.map(({ rule }) => rule))].map((rule): Case => {
      const message = skipped.filter((each) => each.rule === rule).map(({ reason }) => reason);
      return { name: rule, verdict: 'skipped', type: '', message: message.join(t('pretty.join')), lines: [] };
    }),
    ...assessed
      .filter((category) => audit.findings.every((finding) => finding.category !== category))
      .map((category): Case => {
        const name = t('junit.clean', { category: t(`category.${category}`) });
        return { name, verdict: 'passed', type: '', message: '', lines: [] };
      }),
  ];
}

function caseElement({ name, verdict, type, message, lines }: Case, suite: string): string {
  const text = lines.map((line) => `${escaped(line)}\n`).join('');
  const body = {
    failure: `<failure type="${type}" message="${escaped(message)}">\n${text}</failure>`,
    skipped: `<skipped message="${escaped(message)}"/>${text === '' ? '' : `<system-out>\n${text}</system-out>`}`,
    passed: text === '' ? '' : `<system-out>\n${text}</system-out>`,
  }[verdict];
  return `<testcase classname="${escaped(suite)}" name="${escaped(name)}" time="0">${body}</testcase>\n`;
}

function suiteElement(
  suite: string,
  file: string,
  cases: readonly string[],
  counts: Record<string, number>,
): string {
  const numbers = Object.entries(counts).map(([name, count]) => ` ${name}="${count}"`);
  return (
    `<testsuite name="${escaped(suite)}" file="${escaped(file)}" tests="${cases.length}"${numbers.join('')} time="0">\n` +
    `${cases.join('')}</testsuite>\n`
  );
}

function failureSuite({ name, kind, code, reason, remedy, details }: Failure, t: Context['t']): string {
  const lines = [reason, ...details, remedy];
  if (kind === 'notReport') {
    const skipped: Case = { name: t('junit.unread'), verdict: 'skipped', type: '', message: reason, lines };
    return suiteElement(name, name, [caseElement(skipped, name)], { failures: 0, errors: 0, skipped: 1 });
  }
  const text = lines.map((line) => `${escaped(line)}\n`).join('');
  const error = `<error type="${code}" message="${escaped(reason)}">\n${text}</error>`;
  const only = `<testcase classname="${escaped(name)}" name="${escaped(t('junit.unread'))}" time="0">${error}</testcase>\n`;
  return suiteElement(name, name, [only], { failures: 0, errors: 1, skipped: 0 });
}

/** A suite an audit and a case a rule that failed or could not be assessed; a passed case for each category without findings. */
export const junit: Renderer = {
  extension: 'xml',
  combined: true,
  separate: false,
  part(audit, context) {
    const { t } = context;
    const { agency, year, source } = audit;
    const suite = `${agency.name ?? t('pretty.untitled')} ${year === null ? t('pretty.noYear') : t('pretty.year', { year })}`;
    const cases = casesOf(audit, context);
    const count = (verdict: Case['verdict']) => cases.filter((each) => each.verdict === verdict).length;
    return suiteElement(
      suite,
      source.name,
      cases.map((each) => caseElement(each, suite)),
      { failures: count('failure'), errors: 0, skipped: count('skipped') },
    );
  },
  async *document(parts, { t, provenance: { tool } }) {
    yield `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(tool.name)}">\n`;
    for await (const part of parts) yield part.kind === 'audit' ? part.text : failureSuite(part.failure, t);
    yield '</testsuites>\n';
  },
};
