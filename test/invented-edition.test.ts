import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { auditReport } from '../src/audit/audit.js';
import { loadDefaultRules } from '../src/defaults/defaults.js';
import { formEdition } from '../src/model/form.js';
import { forms as shipped, lexicon, vocabulary } from './fixtures/defaults.js';

const forms = [
  ...shipped,
  formEdition.parse(parse(readFileSync(new URL('fixtures/editions/2031.yaml', import.meta.url), 'utf8'))),
];

const rules = `
rules:
  - id: OPEN-DATA-SUM
    category: arithmetic
    severity: error
    title: { zh-CN: 数据开放合计不符, en: Open data does not add up }
    basis: { document: 国办公开办函〔2031〕1号, article: 附件 }
    applies: { layouts: ["2031"] }
    conditions:
      all:
        - fact: sum
          params: { of: [t5.economy.sets, t5.services.sets] }
          operator: differsFrom
          value: { fact: sum, params: { of: [t5.all.sets] } }
    message: { zh-CN: "两类数据集合计{left}个，合计栏填{right}个。", en: "{left} sets in all, {right} in the total." }
    fix: { zh-CN: 核对数据集数量。, en: Check the numbers of sets. }
    tests:
      - { name: equal, layout: "2031", cells: { t5.economy.sets: 1, t5.services.sets: 2, t5.all.sets: 3 }, expect: pass }
      - { name: one too few, layout: "2031", cells: { t5.economy.sets: 1, t5.services.sets: 2, t5.all.sets: 2 }, expect: fail, blames: [t5.all.sets] }
      - { name: blank, layout: "2031", cells: { t5.economy.sets: 1, t5.services.sets: null, t5.all.sets: 2 }, expect: notAssessable }
`;

const report = `云川县数据局2031年政府信息公开工作年度报告

一、工作概况
2031年，我局继续推进政府信息公开和数据开放工作。

二、数据开放情况
数据类别\t数据集数量\t开放接口数量
经济运行数据\t12\t4
公共服务数据\t30\t6
数据合计\t41\t10

三、申请办理情况
\t自然人\t法人和其他组织\t总计
一、本年收到申请数量\t5\t2\t7
二、本年答复申请数量\t5\t1\t6
`;

test('an edition of the form comes from a file alone: its tables are read, its rules applied', async () => {
  const ruleSet = loadDefaultRules(forms, [{ name: 'local.yaml', text: rules }]);
  const audit = await auditReport(
    new TextEncoder().encode(report),
    { forms, lexicon, vocabulary, rules: ruleSet },
    { name: 'report.txt', lang: 'zh-CN' },
  );
  expect({ layout: audit.layout, year: audit.year, agency: audit.agency }).toEqual({
    layout: { id: '2031', status: 'current' },
    year: 2031,
    agency: { name: '云川县数据局', level: 'county', kind: 'department' },
  });
  expect(
    Object.fromEntries(Object.entries(audit.cells).map(([address, cell]) => [address, cell.value])),
  ).toEqual({
    't5.economy.sets': 12,
    't5.economy.interfaces': 4,
    't5.services.sets': 30,
    't5.services.interfaces': 6,
    't5.all.sets': 41,
    't5.all.interfaces': 10,
    't3.received.naturalPerson': 5,
    't3.received.organisation': 2,
    't3.received.total': 7,
    't3.answered.naturalPerson': 5,
    't3.answered.organisation': 1,
    't3.answered.total': 6,
  });
  expect(
    audit.findings
      .filter((each) => each.category === 'arithmetic')
      .map(({ rule, message }) => ({ rule, message })),
  ).toEqual([{ rule: 'OPEN-DATA-SUM', message: '两类数据集合计42个，合计栏填41个。' }]);
});
