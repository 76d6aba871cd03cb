import { describe, expect, test } from 'vitest';
import { audit } from '../../../test/properties/reading/reading.js';

const report = (self: string, title = '2024年政府信息公开工作年度报告') => `${title}
一、总体情况
2024年，${self}依法推进政府信息公开，全年公开信息12条。
二、主动公开政府信息情况
三、收到和处理政府信息公开申请情况
四、政府信息公开行政复议、行政诉讼情况
五、存在的主要问题及改进情况
六、其他需要报告的事项`;

const agencyOf = async (text: string): Promise<string | null> => (await audit(text)).agency.name;

describe('the page names the agency of a report that names none', () => {
  test.each([
    [
      '发布单位：禾屿县民政局　发布时间：2025-01-16　来源：禾屿县人民政府网　浏览次数：88',
      '我局',
      '禾屿县民政局',
    ],
    ['发布日期：2025-01-16 15:20　信息来源：禾屿县民政局　阅读：12次', '我局', '禾屿县民政局'],
    ['索引号 hy/2025-3\n发布机构 禾屿县民政局\n文号\n发布日期 2025-01-16', '我局', '禾屿县民政局'],
    ['索引号\thy/2025-3\t公开形式\t主动公开\n发布机构\t禾屿县民政局\t有效性\t有效', '我局', '禾屿县民政局'],
    ['索引号：\nhy/2025-3\n发布机构：\n禾屿县民政局(老龄办)\n成文日期：\n2025-01-16', '我局', '禾屿县民政局'],
    ['发布机构：禾屿县民政局办公室', '我局', '禾屿县民政局'],
    ['发布机构：禾屿县柳塘镇人民政府', '我镇', '禾屿县柳塘镇人民政府'],
    ['发布机构：禾屿县人民政府', '我县', '禾屿县人民政府'],
    ['来源：民政局', '我局', '民政局'],
  ])('%j for %s', async (fields, self, name) => {
    expect(await agencyOf(`${fields}\n${report(self)}`)).toBe(name);
  });
});

describe('what the page names is no agency, or not that of the report', () => {
  test.each([
    ['来源：禾屿县人民政府网站　【打印】【关闭】', '我局'],
    ['来源：禾屿县人民政府　2025-01-16', '我局'],
    ['发布机构：禾屿县人民政府办公室', '我局'],
    ['来源：禾屿县融媒体中心　作者：林某', '我局'],
    ['发布机构：办公室　来源：1　2025-01-16', '我局'],
    ['发布机构：政策法规科', '我局'],
    ['发布机构：禾屿县民政局　发布单位：禾屿县水利局', '我局'],
    ['发布机构：禾屿县民政局', '我镇'],
    ['发布机构：禾屿县民政局', '我县'],
    ['索引号\thy/2025-3\n文号\t\t有效性', '我局'],
    ['发布日期：2025-01-16', '我局'],
    ['发布机构：\n文号：\n成文日期：\n2025-01-16', '我局'],
    ['2025-01-16 09:12', '我局'],
  ])('%j for %s', async (fields, self) => {
    expect(await agencyOf(`${fields}\n${report(self)}`)).toBeNull();
  });
});

test('the text names its agency itself, whoever published the page', async () => {
  const fields = '发布机构：禾屿县人民政府办公室　来源：鹭坪区水利局';
  expect(await agencyOf(`${fields}\n${report('我局', '禾屿县民政局2024年政府信息公开工作年度报告')}`)).toBe(
    '禾屿县民政局',
  );
});
