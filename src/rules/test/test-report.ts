import type {
  At,
  Cell,
  Claim,
  ClaimPart,
  FormEdition,
  Passage,
  ReadNoteCode,
  Report,
  Section,
  YearMention,
} from '../../model/index.js';
import { bindingFrom } from '../../form/edition.js';
import { partNamed } from '../../form/parts.js';
import { selectCells } from '../form/address.js';
import { viewForReport, viewOf, type FormView } from '../form/form-view.js';
import type { RuleTest } from './rule-test.js';
import type { RuleSet } from '../rule-set.js';
import { normalForm } from '../evaluate/search.js';

const NOWHERE: At = {};

/** What the sections of a test report say unless the test says otherwise. */
const PROSE: Readonly<Record<string, string>> = {
  preface: '本报告根据《中华人民共和国政府信息公开条例》编制，电子版可在门户网站下载。',
  overview:
    '本机关依法做好主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障工作。全年通过门户网站公开信息30条，' +
    '严格执行信息发布审查制度，定期维护网站栏目，设置查阅场所，方便群众就近获取政府信息；明确专人负责，组织业务培训2次，' +
    '将政府信息公开纳入年度考核，接受社会评议，未发生责任追究情况。',
  problems:
    '存在的主要问题：部分栏目内容更新还不够及时，个别工作人员对新要求掌握不足。改进情况：上年度反映的审查环节较多问题已经解决；' +
    '针对栏目更新，已明确专人负责，按月检查并通报。',
  others: '本年度未收取信息处理费。无其他需要报告的事项。',
};

/** The test, on the edition that the tests of the rules speak of unless it says another. */
export function onEdition(test: RuleTest, { edition }: Pick<RuleSet, 'edition'>): RuleTest {
  return test.layout === undefined && edition !== null ? { ...test, layout: edition } : test;
}

/** The made-up report that a rule test describes: complete, all cells 0, but for what the test says. */
export function reportOf(test: RuleTest, forms: readonly FormEdition[]): Report {
  const form = formOf(test, forms);
  const year = test.year === undefined ? bindingFrom(form) : test.year;
  const layout = layoutOf(test, form);
  const view = viewForReport(forms, layout, year);
  return {
    source: { name: test.name, format: 'json', encoding: null, sha256: '0'.repeat(64) },
    agency: {
      name: test.agency?.name === undefined ? '测试县测试局' : test.agency.name,
      level: test.agency?.level ?? 'county',
      kind: test.agency?.kind ?? 'department',
    },
    agencyQuotes: [],
    year,
    years: test.years?.map((each) => mention(each)) ?? [],
    period: periodOf(test, year),
    ...(test.published === undefined
      ? {}
      : { published: { date: test.published, quote: test.published, at: null } }),
    title:
      test.title === null
        ? null
        : passage(test.title ?? `测试县测试局${year ?? ''}年政府信息公开工作年度报告`),
    ...(test.front === undefined ? {} : { front: test.front.map(passage) }),
    layout,
    cells: cellsOf(test, view, viewOf(form)),
    ...(test.subtotals === undefined
      ? {}
      : {
          subtotals: Object.fromEntries(
            Object.entries(test.subtotals).map(([measure, value]) => [measure, cellOf(value)]),
          ),
        }),
    sections: sectionsOf(test, form),
    claims: (test.claims ?? []).map((claim, index) => claimOf(claim, index, form)),
    notes: (test.notes ?? []).map((code) => ({ code: code as ReadNoteCode, at: null, values: {} })),
    pages: test.pages ?? null,
    tables: test.tables ?? 3,
  };
}

function formOf(test: RuleTest, forms: readonly FormEdition[]): FormEdition {
  const newest = [...forms].sort((a, b) => b.years.from - a.years.from)[0];
  const form = forms.find((each) => each.id === test.layout) ?? newest;
  if (form === undefined) throw new Error('no form edition');
  return form;
}

function layoutOf(test: RuleTest, form: FormEdition): Report['layout'] {
  const missing = new Set(test.missing);
  const blocks = form.tables.flatMap((table) =>
    table.blocks.map((block) => {
      const key = `${table.id}/${block.id}`;
      const found = !missing.has(table.id) && !missing.has(key);
      const first = table.id === 't2' && block === table.blocks[0];
      return {
        table: table.id,
        block: block.id,
        edition: found ? (test.blocks?.[key] ?? form.id) : null,
        found,
        at: null,
        oddLabels: first
          ? Object.entries(test.oddLabels ?? {}).map(([expected, written]) => ({
              expected,
              found: written,
              at: null,
            }))
          : [],
        missingLabels: first ? (test.missingLabels ?? []) : [],
        extraLabels: first ? (test.extraLabels ?? []) : [],
      };
    }),
  );
  const editions = new Set(blocks.flatMap((block) => (block.edition === null ? [] : [block.edition])));
  const id = editions.size > 1 ? 'mixed' : editions.size === 0 ? null : form.id;
  const status =
    id === null
      ? 'unknown'
      : id === 'mixed'
        ? 'mixed'
        : form.years.to === undefined
          ? 'current'
          : 'superseded';
  return { id, status: test.status ?? status, blocks };
}

function periodOf(test: RuleTest, year: number | null): Report['period'] {
  const period =
    test.period === undefined && year !== null ? { from: `${year}-01-01`, to: `${year}-12-31` } : test.period;
  return period === null || period === undefined
    ? null
    : { ...period, quote: `${period.from}至${period.to}`, at: null };
}

function cellsOf(test: RuleTest, view: FormView, own: FormView): Report['cells'] {
  const cells: Record<string, Cell> = {};
  const missing = new Set(test.missing);
  for (const { address, table, block } of view.cells.values()) {
    const lost = missing.has(table) || missing.has(`${table}/${block}`);
    cells[address] = lost ? cellOf('absent') : cellOf(0);
  }
  const unreadable = (test.unreadable ?? []).map((selector) => [selector, 'unreadable'] as const);
  for (const [selector, value] of [...unreadable, ...Object.entries(test.cells ?? {})]) {
    const selected = selectCells(view, selector);
    for (const address of selected.length > 0 ? selected : selectCells(own, selector))
      cells[address] = cellOf(value);
  }
  for (const selector of test.unsure ?? []) {
    for (const address of selectCells(view, selector)) {
      const cell = cells[address];
      if (cell !== undefined) cells[address] = { ...cell, confidence: 0.5 };
    }
  }
  return cells;
}

function cellOf(value: number | string | null): Cell {
  if (typeof value === 'number')
    return { value, raw: String(value), state: 'number', at: null, confidence: 1 };
  if (value === null || value.trim() === '')
    return { value: null, raw: '', state: 'blank', at: null, confidence: 1 };
  if (value === 'absent') return { value: null, raw: '', state: 'absent', at: null, confidence: 1 };
  if (value === 'unreadable') return { value: null, raw: '', state: 'unreadable', at: null, confidence: 0 };
  if (/^[-/—无]+$/.test(value))
    return { value: null, raw: value, state: 'placeholder', at: null, confidence: 1 };
  const numbers = value.match(/-?\d+(?:\.\d+)?/g) ?? [];
  const [only] = numbers;
  return {
    value: numbers.length === 1 && only !== undefined ? Number(only) : null,
    raw: value,
    state: 'text',
    at: null,
    confidence: 1,
  };
}

function sectionsOf(test: RuleTest, form: FormEdition): Section[] {
  const order = test.order ?? ['preface', ...form.sections.map(({ ordinal }) => ordinal)];
  return order.flatMap((name): Section[] => {
    const official = partNamed(form, name);
    const { ordinal: id, role } = official ?? { ordinal: name };
    const told = Object.entries(test.sections ?? {}).findLast(([each]) => each === id || each === role);
    const text = told === undefined ? (PROSE[role ?? id] ?? '') : told[1];
    if (text === null) return [];
    const heading = id === 'preface' ? null : (test.headings?.[id] ?? `${id}、${official?.heading ?? ''}`);
    const passages = text
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map(passage);
    return [
      {
        id,
        ...(role === undefined ? {} : { role }),
        heading,
        printedOrdinal: test.ordinals?.[id] ?? null,
        at: NOWHERE,
        passages,
        asides: Array.from({ length: test.asides?.[id] ?? 0 }, () => ({
          kind: 'aside' as const,
          what: 'picture' as const,
          at: NOWHERE,
        })),
      },
    ];
  });
}

function passage(text: string): Passage {
  return { ...normalForm(text), at: NOWHERE };
}

function mention({
  year,
  source,
  quote,
}: {
  year: number;
  source?: string | undefined;
  quote?: string | undefined;
}): YearMention {
  return {
    year,
    source: (source ?? 'prose') as YearMention['source'],
    quote: quote ?? `${year}年`,
    at: null,
  };
}

function claimOf(claim: NonNullable<RuleTest['claims']>[number], index: number, form: FormEdition): Claim {
  const part = claim.section ?? 'overview';
  const value = claim.value ?? null;
  return {
    id: `c${index + 1}`,
    kind: claim.kind ?? 'count',
    measure: claim.measure ?? null,
    value: claim.kind === 'none' ? 0 : value,
    unit: claim.unit ?? null,
    qualifier: claim.qualifier ?? 'exact',
    parts: (claim.parts ?? []).map(partOf),
    ...(claim.cover === undefined ? {} : { cover: claim.cover }),
    includes: claim.includes ?? [],
    ...(claim.finished === undefined ? {} : { finished: claim.finished }),
    ...(claim.split === undefined ? {} : { split: claim.split }),
    scope: claim.scope ?? null,
    year: claim.year ?? null,
    section: partNamed(form, part)?.ordinal ?? part,
    quote: claim.quote ?? String(value ?? ''),
    at: NOWHERE,
  };
}

function partOf(part: NonNullable<NonNullable<RuleTest['claims']>[number]['parts']>[number]): ClaimPart {
  const own = typeof part === 'number' ? { value: part } : part;
  return {
    label: own.label ?? '',
    value: own.value,
    qualifier: own.qualifier ?? 'exact',
    measure: own.measure ?? null,
    quote: String(own.value),
    at: NOWHERE,
  };
}
