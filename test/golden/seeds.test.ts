import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Finding, Report } from '../../src/model/index.js';
import { audit, read } from '../properties/reading/reading.js';

interface MustFind {
  about: string;
  cells?: string[];
  /** One category or several, joined by `|`. */
  category?: string;
  quote?: string;
}

interface Gold {
  year: number;
  form: string;
  /** `null`: blank. */
  cells: Record<string, number | null>;
  mustFind: MustFind[];
  mustNotCategories: string[];
}

const folder = process.env.GOUJI_REPORTS;
const names =
  folder === undefined
    ? []
    : readdirSync(folder)
        .filter((name) => name.endsWith('.txt'))
        .sort();

const squeezed = (text: string): string => text.replace(/\s/g, '');

function satisfies(finding: Finding, wanted: MustFind, report: Report): boolean {
  const quotes = [
    ...finding.quotes.map(({ quote }) => quote),
    ...report.claims.filter((claim) => finding.claims.includes(claim.id)).map((claim) => claim.quote),
  ];
  return (
    (wanted.cells ?? []).every((cell) => finding.cells.includes(cell)) &&
    (wanted.category === undefined || wanted.category.split('|').includes(finding.category)) &&
    (wanted.quote === undefined || quotes.some((quote) => quote.includes(wanted.quote ?? '')))
  );
}

describe.skipIf(folder === undefined)('real reports (set GOUJI_REPORTS to their folder)', () => {
  describe.each(names)('%s', (name) => {
    const bytes = readFileSync(join(folder ?? '', name));
    const gold = JSON.parse(
      readFileSync(join(folder ?? '', name.replace(/\.txt$/, '.json')), 'utf8'),
    ) as Gold;
    const report = read(bytes);
    const audited = audit(bytes);

    test('every cell has its value and state', async () => {
      const { cells } = await report;
      const found = Object.fromEntries(
        Object.keys(gold.cells).map((address) => {
          const { value, state } = cells[address] ?? { value: null, state: 'absent' };
          return [address, { value, blank: state === 'blank' }];
        }),
      );
      expect(found).toEqual(
        Object.fromEntries(
          Object.entries(gold.cells).map(([address, value]) => [address, { value, blank: value === null }]),
        ),
      );
    });

    test('year and form are recognised', async () => {
      const { year, layout } = await report;
      expect({ year, form: layout.id }).toEqual({ year: gold.year, form: gold.form });
    });

    test('the agency, when named, is named as an authority is and quoted from the source', async () => {
      const { agency, agencyQuotes } = await report;
      expect(agency.name ?? '人民政府').toMatch(/(政府|办公室|局|委员会|厅|中心|办事处|院|站|所|处|室)$/);
      const source = squeezed(new TextDecoder().decode(bytes));
      expect(agencyQuotes.filter(({ quote }) => !source.includes(squeezed(quote)))).toEqual([]);
    });

    test('quotes stand as they are in the source', async () => {
      const source = squeezed(new TextDecoder().decode(bytes));
      const { findings, claims } = await audited;
      const quotes = [...claims, ...findings.flatMap((finding) => finding.quotes)].map(({ quote }) => quote);
      expect(quotes.filter((quote) => !source.includes(squeezed(quote)))).toEqual([]);
    });

    test('what the report gets wrong is found', async () => {
      const [{ findings }, extracted] = await Promise.all([audited, report]);
      const missed = gold.mustFind.filter(
        (wanted) => !findings.some((finding) => satisfies(finding, wanted, extracted)),
      );
      expect(missed).toEqual([]);
    });

    test('what the report gets right is left alone', async () => {
      const { findings } = await audited;
      const wrong = findings.filter(
        ({ category, severity }) => severity !== 'info' && gold.mustNotCategories.includes(category),
      );
      expect(wrong.map(({ rule, message }) => ({ rule, message }))).toEqual([]);
    });
  });
});
