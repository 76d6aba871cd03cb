import { agency } from './agency.js';
import { asides } from './asides.js';
import { beside } from './beside.js';
import { cellText } from './cell-text.js';
import { cell } from './cell.js';
import { claim } from './claim.js';
import { claims } from './claims.js';
import { copies } from './copies.js';
import { count } from './count.js';
import { deviation } from './deviation.js';
import { earlierValues } from './earlier-values.js';
import { editions } from './editions.js';
import { emptyTables } from './empty-tables.js';
import { growth } from './growth.js';
import { headings } from './headings.js';
import { labels } from './labels.js';
import { lastingProblems } from './lasting-problems.js';
import { lateMembers } from './late-members.js';
import { layout } from './layout.js';
import { length } from './length.js';
import { likeness } from './likeness.js';
import { matches } from './matches.js';
import { members } from './members.js';
import { missingMembers } from './missing-members.js';
import { missingTopics } from './missing-topics.js';
import { missingYears } from './missing-years.js';
import { notes } from './notes.js';
import { number } from './number.js';
import { partShare } from './part-share.js';
import { periodYear } from './period-year.js';
import { period } from './period.js';
import { prior } from './prior.js';
import { publishedAfter } from './published-after.js';
import { reading } from './reading.js';
import { repeatedFigures } from './repeated-figures.js';
import { repeats } from './repeats.js';
import { restated } from './restated.js';
import { scopeChange } from './scope-change.js';
import { scope } from './scope.js';
import { section } from './section.js';
import { sentenceShare } from './sentence-share.js';
import { share } from './share.js';
import { sum } from './sum.js';
import { tableTraces } from './table-traces.js';
import { table } from './table.js';
import { text } from './text.js';
import { unchanged } from './unchanged.js';
import { unstated } from './unstated.js';
import { year } from './year.js';
import type { Fact } from './fact.js';

/** Every fact that a rule can name. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  [
    agency,
    asides,
    beside,
    cell,
    cellText,
    claim,
    claims,
    copies,
    count,
    deviation,
    earlierValues,
    editions,
    emptyTables,
    growth,
    headings,
    labels,
    lastingProblems,
    lateMembers,
    layout,
    length,
    likeness,
    matches,
    members,
    missingMembers,
    missingTopics,
    missingYears,
    notes,
    number,
    partShare,
    period,
    periodYear,
    prior,
    publishedAfter,
    reading,
    repeatedFigures,
    repeats,
    restated,
    scope,
    scopeChange,
    section,
    sentenceShare,
    share,
    sum,
    table,
    tableTraces,
    text,
    unchanged,
    unstated,
    year,
  ].map((fact) => [fact.name, fact]),
);
