import type {
  At,
  Audit,
  CellAddress,
  Finding,
  FindingDigest,
  MissingReason,
  NotAssessable,
} from '../../model/index.js';
import { fateOf } from '../findings/changes.js';
import { comparisonText } from '../findings/comparison-text.js';
import { inert } from '../tables/layout.js';
import { encodedPath } from '../relative-address.js';
import type { Context } from '../renderer.js';
import { isDismissed, reviewText } from '../office/review.js';
import type { Translate } from '../translate.js';
import { located, proposal, repairLead, tellingCells, valueOf, wordsOf, type NamedWords } from '../words.js';
import type { Contribution, Descriptor, Location, Message, Result } from './log.js';

/** Name and version of the way a finding is known again. */
const printName = 'gouji/v1';

const states = {
  new: 'new',
  changed: 'updated',
  unchanged: 'unchanged',
  resolved: 'absent',
  notAssessable: 'unchanged',
} as const;

const levels = { error: 'error', warning: 'warning', info: 'note' } as const;

/** What a rule without its data asks of the reader: nothing, or a look at the document; for any other reason more data (`open`). */
const kinds: Partial<Record<MissingReason, Result['kind']>> = {
  'cell-unreadable': 'review',
  'no-year': 'review',
  'no-agency-level': 'review',
  'no-prior-year': 'notApplicable',
  'no-claim': 'notApplicable',
  'no-roster': 'notApplicable',
  'no-date': 'notApplicable',
  'no-register': 'notApplicable',
};

/** Text in which braces and brackets stand for themselves (SARIF 2.1.0, 3.11.5 and 3.11.6). */
export function message(text: string): Message {
  return {
    text: inert(text)
      .replace(/[\\[\]]/g, '\\$&')
      .replace(/[{}]/g, '$&$&'),
  };
}

export function uriOf(name: string): string {
  return encodedPath(name);
}

/** A place in the source: a region where the format has lines, always in words. */
function place(
  { audit, t }: NamedWords,
  at: At | null,
  text: string | null,
  snippet: string | null,
): Location {
  const { line, column } = at ?? {};
  const region = {
    ...(column === undefined ? {} : { startColumn: column }),
    ...(snippet === null ? {} : { snippet: { text: inert(snippet) } }),
  };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(audit.source.name) },
      ...(line === undefined ? {} : { region: { startLine: line, ...region } }),
    },
    ...(text === null ? {} : { message: message(located(text, at, t)) }),
    ...(at === null ? {} : { properties: { at: plainly(at) } }),
  };
}

/** The place without characters that steer a terminal or an editor. */
function plainly(at: At): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(at).map(([key, value]) => [
      key,
      typeof value === 'string' ? inert(value) : (value as unknown),
    ]),
  );
}

function cellPlace(words: NamedWords, address: CellAddress): Location {
  const { at = null, raw = '' } = words.audit.cells[address] ?? {};
  const name = words.labelOf(address);
  return {
    ...place(words, at, `${name} = ${valueOf(words, address)}`, raw === '' ? null : raw),
    logicalLocations: [{ name: inert(name), fullyQualifiedName: address, kind: 'cell' }],
  };
}

/** The places to change first, and the others that prove it. */
function places(words: NamedWords, finding: Finding): { locations: Location[]; related: Location[] } {
  const { audit } = words;
  const { rootCause, claims, quotes } = finding;
  const repairs = audit.repairs.filter(
    ({ id, alternativeTo }) => rootCause !== null && [id, alternativeTo].includes(rootCause),
  );
  const changed = new Set(repairs.flatMap(({ cells }) => cells.map(({ cell }) => cell)));
  const cells = tellingCells(words, finding);
  const blamed = cells.filter((cell) => changed.has(cell));
  const first = blamed.length > 0 ? blamed : cells;
  const stated = audit.claims.filter(({ id }) => claims.includes(id));
  const said = [...new Map([...quotes, ...stated].map(({ quote, at }) => [quote, at]))].map(([quote, at]) =>
    place(words, at, words.t('pretty.quoted', { quote }), quote),
  );
  const whole = [place(words, null, null, null)];
  if (first.length === 0) return { locations: said.length > 0 ? said : whole, related: [] };
  return {
    locations: first.map((cell) => cellPlace(words, cell)),
    related: [
      ...cells.filter((cell) => !first.includes(cell)).map((cell) => cellPlace(words, cell)),
      ...said,
    ],
  };
}

function failure(words: NamedWords, finding: Finding): Result {
  const { audit, t } = words;
  const {
    id,
    rule,
    category,
    severity,
    message: said,
    fix,
    basis,
    left,
    right,
    rootCause,
    suspect,
  } = finding;
  const repair = audit.repairs.find((each) => each.id === rootCause);
  const { locations, related } = places(words, finding);
  const comparison = comparisonText(words, finding);
  const fate = fateOf(audit, id);
  const sentences = [
    said,
    ...(suspect === 'extraction' ? [t('pretty.extraction')] : []),
    ...(repair === undefined ? [] : [repairLead(repair, t) + proposal(words, repair)]),
    ...(fix === null ? [] : [t('pretty.fix') + fix]),
  ];
  return {
    ruleId: inert(rule),
    kind: suspect === 'extraction' ? 'review' : 'fail',
    level: suspect === 'extraction' ? 'none' : levels[severity],
    message: message(sentences.join(' ')),
    locations,
    ...(related.length === 0 ? {} : { relatedLocations: related }),
    partialFingerprints: { [printName]: finding.fingerprint },
    ...(fate === null ? {} : { baselineState: states[fate] }),
    ...suppressed(finding, t),
    properties: {
      finding: id,
      category,
      severity,
      basis: inert(t('pretty.basisValue', { document: basis.document, article: basis.article })),
      comparison: comparison === null ? null : inert(comparison),
      left: shown(left?.value),
      right: shown(right?.value),
      rootCause,
    },
  };
}

/** What an officer has dismissed stays in the log, suppressed. */
function suppressed(finding: Finding, t: Translate): Pick<Result, 'suppressions'> {
  if (!isDismissed(finding)) return {};
  const justification = inert(reviewText(finding, t) ?? '');
  return { suppressions: [{ kind: 'external', status: 'accepted', justification }] };
}

/** A finding of the earlier audit that is no longer there. */
function absence(
  words: NamedWords,
  { rule, severity, title, message: said, fingerprint, cells }: FindingDigest,
): Result {
  const places = cells.map((cell) => cellPlace(words, cell));
  return {
    ruleId: inert(rule),
    kind: 'fail',
    level: levels[severity],
    message: message(`${title} ${said}`),
    locations: places.length > 0 ? places : [place(words, null, null, null)],
    partialFingerprints: { [printName]: fingerprint },
    baselineState: 'absent',
    properties: { severity },
  };
}

const shown = (value: number | string | null | undefined) =>
  typeof value === 'string' ? inert(value) : (value ?? null);

/** Cells of a rule that could not be assessed, named as places. */
const listed = 10;

function gap(words: NamedWords, { rule, reason, cells }: NotAssessable): Result {
  const locations = cells.slice(0, listed).map((cell) => cellPlace(words, cell));
  return {
    ruleId: inert(rule),
    kind: kinds[reason] ?? 'open',
    level: 'none',
    message: message(words.t(`reason.${reason}`)),
    locations: locations.length > 0 ? locations : [place(words, null, null, null)],
    properties: { reason, cells: cells.length },
  };
}

/** The rules that failed, and those that failed only before. */
function rulesOf({ audit, t }: NamedWords): Descriptor[] {
  const before = (audit.changes?.resolved ?? []).map(({ rule, title }): [string, Descriptor] => [
    rule,
    { id: inert(rule), shortDescription: { text: inert(title) } },
  ]);
  const now = audit.findings.map(({ rule, category, title, basis }): [string, Descriptor] => [
    rule,
    {
      id: inert(rule),
      shortDescription: { text: inert(title) },
      help: { text: inert(t('pretty.basisValue', { document: basis.document, article: basis.article })) },
      properties: { category },
    },
  ]);
  return [...new Map([...before, ...now]).values()];
}

/** What one audit adds to the log: the file, the rules that failed, every finding, and every rule that lacked its data. */
export function contributionOf(audit: Audit, context: Context): Contribution {
  const words = wordsOf(audit, context);
  const { source, agency, year, grade, score, coverage } = audit;
  return {
    artifact: {
      location: { uri: uriOf(source.name) },
      roles: ['analysisTarget'],
      hashes: { 'sha-256': source.sha256 },
      properties: {
        agency: agency.name === null ? null : inert(agency.name),
        year,
        grade,
        score,
        share: coverage.share,
      },
    },
    rules: rulesOf(words),
    results: [
      ...audit.findings.map((finding) => failure(words, finding)),
      ...(audit.changes?.resolved ?? []).map((each) => absence(words, each)),
      ...audit.notAssessable.map((each) => gap(words, each)),
    ],
  };
}
