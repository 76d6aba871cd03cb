import { agency } from './agency.js';
import { asides } from './asides.js';
import { beside } from './beside.js';
import { cell } from './cell.js';
import { claim } from './claim.js';
import { claims } from './claims.js';
import { count } from './count.js';
import { earlierValues } from './earlier-values.js';
import { editions } from './editions.js';
import { headings } from './headings.js';
import { labels } from './labels.js';
import { layout } from './layout.js';
import { length } from './length.js';
import { matches } from './matches.js';
import { missingTopics } from './missing-topics.js';
import { notes } from './notes.js';
import { number } from './number.js';
import { partShare } from './part-share.js';
import { periodYear } from './period-year.js';
import { period } from './period.js';
import { reading } from './reading.js';
import { repeats } from './repeats.js';
import { section } from './section.js';
import { sentenceShare } from './sentence-share.js';
import { share } from './share.js';
import { sum } from './sum.js';
import { table } from './table.js';
import { text } from './text.js';
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
    claim,
    claims,
    count,
    earlierValues,
    editions,
    headings,
    labels,
    layout,
    length,
    matches,
    missingTopics,
    notes,
    number,
    partShare,
    period,
    periodYear,
    reading,
    repeats,
    section,
    sentenceShare,
    share,
    sum,
    table,
    text,
    unstated,
    year,
  ].map((fact) => [fact.name, fact]),
);
