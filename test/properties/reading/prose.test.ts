import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { conclude } from '../../../src/conclude/index.js';
import { readClaims } from '../../../src/extract/narrative/index.js';
import type { Audit, Report, Section } from '../../../src/model/index.js';
import { evaluate } from '../../../src/rules/index.js';
import { reportWith } from '../../generators/assessed.js';
import { chooser, choices } from '../../generators/form/choices.js';
import { aside, officeProse, plain } from '../../generators/prose/offices.js';
import { reports, type ReportModel } from '../../generators/report.js';
import { passageOf } from '../../narrative/labels.js';
import { resources, runs } from './reading.js';

/** The rules that read the prose. */
const rules = {
  ...resources.rules,
  rules: resources.rules.rules.filter((rule) => rule.category === 'narrative'),
};

const sectionOf = (id: string, heading: string | null, paragraphs: readonly string[]): Section => ({
  id,
  heading,
  printedOrdinal: null,
  at: null,
  asides: [],
  passages: paragraphs.map((text, index) => passageOf(text, index + 1)),
});

/** What the narrative rules say of the tables of a report and prose about them. */
async function audited(model: ReportModel, sections: Section[]): Promise<Audit> {
  const { form, agency, year, values } = model;
  const { name, level, kind } = agency;
  const report: Report = reportWith(form, values, { agency: { name, level, kind }, year, sections });
  const claims = readClaims(sections, { year, agencyName: name }, resources.lexicon);
  const outcomes = await evaluate({ ...report, claims }, rules, { lang: 'zh-CN' });
  return conclude({ ...report, claims }, outcomes, {
    grading: rules.grading,
    forms: resources.forms,
    lang: 'zh-CN',
  });
}

const overview = (paragraphs: readonly string[]): Section[] => [sectionOf('一', '总体情况', paragraphs)];
const said = ({ findings }: Audit): string[] => findings.map(({ rule, message }) => `${rule} ${message}`);

/** Agencies that speak of themselves, not of a region. */
const models = reports().filter(({ agency }) => !/^我[省市县区]$/.test(agency.self));

const officeReports = fc.record({ model: models, picks: choices }).map(({ model, picks }) => ({
  model,
  paragraphs: officeProse(model, chooser(picks)),
  picks,
}));

/** Cells of which the prose can mean nothing else. */
const stocks = /^t3\.(?:received|carriedIn|carriedOut)\.total$|^t4\.review\.total$|^t2\.normativeDocs\./;

const marked = /⟦(\d+)⟧/g;

describe('prose about the tables', () => {
  test('in the words of the grammar raises nothing', () =>
    fc.assert(
      fc.asyncProperty(reports(), async (model) => {
        const sections = model.parts.map(({ heading, paragraphs }) =>
          sectionOf(heading.slice(0, 1), heading.slice(2), paragraphs),
        );
        const found = await audited(model, [sectionOf('preface', null, model.preface), ...sections]);
        expect(said(found)).toEqual([]);
      }),
      { numRuns: runs * 2 },
    ));

  test('in words of its own raises nothing', () =>
    fc.assert(
      fc.asyncProperty(officeReports, async ({ model, paragraphs }) => {
        expect(said(await audited(model, overview(paragraphs.map(plain))))).toEqual([]);
      }),
      { numRuns: runs * 2 },
    ));

  test('one changed number in it raises one cause: every finding is about that number', () =>
    fc.assert(
      fc.asyncProperty(officeReports, fc.nat(), async ({ model, paragraphs }, pick) => {
        const text = paragraphs.join('\n');
        const numbers = [...text.matchAll(marked)];
        fc.pre(numbers.length > 0);
        const chosen = numbers[pick % numbers.length];
        const changed = String(Number(chosen?.[1] ?? 0) + 10_007);
        const at = chosen?.index ?? 0;
        const slipped = text.slice(0, at) + changed + text.slice(at + (chosen?.[0].length ?? 0));
        const { findings, repairs } = await audited(model, overview(plain(slipped).split('\n')));
        expect(findings.length, `${changed} in ${slipped}`).toBeGreaterThan(0);
        expect(repairs).toEqual([]);
        for (const { quotes, message } of findings) {
          expect([message, ...quotes.map(({ quote }) => quote)].join(' ')).toContain(changed);
        }
      }),
      { numRuns: runs * 2 },
    ));

  test('one changed cell is blamed by the prose and by nothing else', () =>
    fc.assert(
      fc.asyncProperty(officeReports, fc.nat(), async ({ model, paragraphs }, pick) => {
        const stated = readClaims(
          overview(paragraphs.map(plain)),
          { year: model.year, agencyName: model.agency.name },
          resources.lexicon,
        ).flatMap(({ kind, measure, year, scope }) =>
          kind === 'count' && year === null && scope !== 'region' && measure !== null && stocks.test(measure)
            ? [measure]
            : [],
        );
        fc.pre(stated.length > 0);
        const cell = stated[pick % stated.length] ?? '';
        const values = { ...model.values, [cell]: (model.values[cell] ?? 0) + 10_007 };
        const { findings } = await audited({ ...model, values }, overview(paragraphs.map(plain)));
        expect(findings.length, `${cell} in ${paragraphs.join('\n')}`).toBeGreaterThan(0);
        for (const { cells } of findings) expect(cells).toContain(cell);
      }),
      { numRuns: runs * 2 },
    ));

  test('sentences about other things change no finding', () =>
    fc.assert(
      fc.asyncProperty(officeReports, choices, fc.nat(), fc.boolean(), async (report, picks, place, slip) => {
        const { model, paragraphs } = report;
        const text = paragraphs.map((each) => (slip ? plain(each.replace(/⟦(\d)/, '⟦9$1')) : plain(each)));
        const at = place % (text.length + 1);
        const noisy = [...text.slice(0, at), aside(model, chooser(picks)), ...text.slice(at)];
        expect(said(await audited(model, overview(noisy)))).toEqual(
          said(await audited(model, overview(text))),
        );
      }),
      { numRuns: runs },
    ));
});
