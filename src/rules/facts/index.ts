import { agency } from './text/agency.js';
import { asides } from './table/asides.js';
import { beside } from './prose/beside.js';
import { cellText } from './table/cell-text.js';
import { cell } from './table/cell.js';
import { claim } from './prose/claim.js';
import { claims } from './prose/claims.js';
import { copies } from './around/copies.js';
import { count } from './table/count.js';
import { deviation } from './years/deviation.js';
import { earlierValues } from './years/earlier-values.js';
import { editions } from './table/layout/editions.js';
import { emptyTables } from './table/empty-tables.js';
import { growth } from './years/growth.js';
import { headings } from './text/parts/headings.js';
import { labels } from './table/layout/labels.js';
import { lastingProblems } from './years/lasting-problems.js';
import { lateMembers } from './around/late-members.js';
import { layout } from './table/layout/layout.js';
import { length } from './text/length.js';
import { likeness } from './years/likeness.js';
import { matches } from './text/matches.js';
import { members } from './around/members.js';
import { missingMembers } from './around/missing-members.js';
import { missingTopics } from './text/missing-topics.js';
import { missingYears } from './text/missing-years.js';
import { notes } from './table/notes.js';
import { number } from './number.js';
import { partShare } from './text/parts/part-share.js';
import { periodYear } from './prose/period/period-year.js';
import { period } from './prose/period/period.js';
import { prior } from './years/prior.js';
import { publishedAfter } from './text/published-after.js';
import { reading } from './prose/reading.js';
import { register } from './around/register.js';
import { repeatedFigures } from './years/repeated-figures.js';
import { repeats } from './text/repeats.js';
import { recounted } from './prose/recounted.js';
import { restated } from './prose/restated.js';
import { scopeChange } from './years/scope-change.js';
import { scope } from './prose/scope.js';
import { section } from './text/parts/section.js';
import { sentences } from './text/sentences.js';
import { sentenceShare } from './prose/sentence-share.js';
import { share } from './prose/share.js';
import { subtotal } from './table/subtotal.js';
import { sum } from './table/sum.js';
import { tableTraces } from './table/table-traces.js';
import { table } from './table/table.js';
import { text } from './text/text.js';
import { unchanged } from './years/unchanged.js';
import { unstated } from './prose/unstated.js';
import { year } from './prose/period/year.js';
import { daysLate } from './signed/days-late.js';
import { anotherAgency } from './names/another-agency.js';
import { unpairedProblems } from './numbered/unpaired-problems.js';
import { doubled } from './text/doubled.js';
import { toldBefore } from './prose/told-before.js';
import type { Fact } from './fact.js';

/** Every fact that a rule can name. */
export const facts: ReadonlyMap<string, Fact> = new Map(
  [
    agency,
    anotherAgency,
    asides,
    beside,
    cell,
    cellText,
    claim,
    claims,
    copies,
    count,
    daysLate,
    deviation,
    doubled,
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
    register,
    repeatedFigures,
    repeats,
    recounted,
    restated,
    scope,
    scopeChange,
    section,
    sentences,
    sentenceShare,
    share,
    subtotal,
    sum,
    table,
    tableTraces,
    text,
    toldBefore,
    unchanged,
    unpairedProblems,
    unstated,
    year,
  ].map((fact) => [fact.name, fact]),
);
