import { editionFor } from '../../form/edition.js';
import {
  comparedParts,
  contradictedIn,
  isSure,
  type Agency,
  type CellAddress,
  type Figures,
  type FormEdition,
  type Report,
  type Scope,
  type SectionRole,
} from '../../model/index.js';
import type { EarlierAudit } from '../earlier-audits.js';
import { maskedProse } from './mask.js';
import { problemsOf, type Problem } from '../roster/problems.js';
import { scopeOf } from '../scope.js';
import { sketchOf, type Sketch } from './sketch.js';

/** What other reports need to know of a report. */
export interface Digest extends Figures {
  /** Name of its source. */
  name: string;
  sha256: string;
  agency: Agency;
  year: number | null;
  /** Edition of the form. */
  layout: string | null;
  /** Its cells whose figures change slowly from year to year; none of an audit. */
  steady: readonly CellAddress[];
  scope: Scope | null;
  /** ISO date. */
  published: string | null;
  /** Sketches of the parts whose prose is compared, as far as it is known and long enough. */
  prose: Partial<Record<SectionRole, Sketch>>;
  /** Clauses of the prose that hold a count of work. */
  counts: readonly string[];
  /** What it says is wrong; `null`: not known. */
  problems: readonly Problem[] | null;
}

/** A number below this may well be the same next year. */
const LEAST_COUNT = 20;
const SHORTEST_CLAUSE = 8;

/** `contradicted`: what the report itself contradicts among its figures. */
export function digestOfReport(
  report: Report,
  contradicted: Figures['contradicted'],
  forms: readonly FormEdition[],
): Digest {
  const prose: Digest['prose'] = {};
  for (const part of comparedParts) {
    const passages = report.sections.filter((each) => each.role === part).flatMap((each) => each.passages);
    const sketch = sketchOf(
      maskedProse(
        passages.map((each) => each.text),
        report.agency.name,
      ),
    );
    if (sketch !== null) prose[part] = sketch;
  }
  return {
    ...figuresOf(report.cells),
    contradicted,
    name: report.source.name,
    sha256: report.source.sha256,
    agency: report.agency,
    year: report.year,
    layout: report.layout.id,
    steady: editionFor(forms, report.layout.id, report.year).steady ?? [],
    scope: scopeOf(report),
    published: report.published?.date ?? null,
    prose,
    counts: countsOf(report.claims),
    problems: problemsOf(report),
  };
}

/** An audit keeps the figures and the claims of the prose, not the prose. */
export function digestOfAudit(audit: EarlierAudit): Digest {
  const { source, agency, year, layout, cells, claims } = audit;
  return {
    ...figuresOf(cells),
    contradicted: contradictedIn(audit),
    name: source.name,
    sha256: source.sha256,
    agency,
    year,
    layout: layout.id,
    steady: [],
    scope: null,
    published: null,
    prose: {},
    counts: countsOf(claims),
    problems: null,
  };
}

function figuresOf(cells: EarlierAudit['cells']): Pick<Figures, 'numbers' | 'unsure'> {
  const numbers: Record<string, number> = {};
  const unsure: string[] = [];
  for (const [address, cell] of Object.entries(cells)) {
    if (cell.value === null || cell.state === 'unreadable') continue;
    numbers[address] = cell.value;
    if (!isSure(cell)) unsure.push(address);
  }
  return { numbers, unsure };
}

function countsOf(claims: EarlierAudit['claims']): string[] {
  return claims.flatMap(({ kind, measure, qualifier, value, year, quote }) => {
    const clause = quote.trim();
    const telling =
      kind === 'count' &&
      measure !== null &&
      qualifier === 'exact' &&
      year === null &&
      (value ?? 0) >= LEAST_COUNT;
    return telling && clause.length >= SHORTEST_CLAUSE ? [clause] : [];
  });
}
