import { textPage } from '../generators/print/page.js';
import { htmlPage, plainHtml } from '../generators/print/html.js';
import { officialWording, sheetsOf } from '../generators/print/sheet.js';
import { tabRows } from '../generators/print/text/tabs.js';
import { editions } from '../generators/form/forms.js';
import type { ReportModel } from '../generators/report.js';
import { cellsOfForm } from '../../src/model/index.js';

/** What one report says otherwise than the sound one. */
export interface Written {
  name: string;
  agency?: string;
  self?: string;
  title?: string;
  /** Lines before the title and after the text. */
  before?: string[];
  after?: string[];
  preface?: string;
  'preface-more'?: string;
  /** Added to part one, or its lines in place of the usual ones; likewise for parts five and six. */
  一?: string;
  'one-lines'?: string[];
  五?: string;
  'five-lines'?: string[];
  六?: string;
  six?: string;
  cells?: Record<string, number>;
}

const form = editions['2021'];

/** A sound report of a made-up agency for 2023, but for what is written otherwise. */
function modelOf(written: Written): ReportModel {
  const name = written.agency ?? '禾屿县民政局';
  const self = written.self ?? (name.endsWith('局') ? '我局' : '县政府');
  const paragraphs: Record<string, string[]> = {
    一: written['one-lines'] ?? [
      `2023年，${self}依法做好主动公开、依申请公开、政府信息管理、政府信息公开平台建设和监督保障工作。`,
      '（一）主动公开。通过门户网站公开各类信息214条，及时回应群众关切。',
      `（二）依申请公开。规范登记、审核、答复各环节，明确专人负责，确保依法依规办理。`,
      '（三）政府信息管理。严格执行信息发布审查制度，先审查后公开，定期清理失效信息。',
      '（四）平台建设。定期维护网站栏目，设置查阅场所，方便群众就近获取政府信息。',
      '（五）监督保障。组织业务培训，将政府信息公开纳入年度考核，接受社会评议，未发生责任追究情况。',
      ...(written.一 === undefined ? [] : [written.一]),
    ],
    五: [
      `对照上级要求和群众期盼，${self}政府信息公开工作还有差距，需要认真加以解决。上年度反映的审查环节较多等情况已经整改到位，群众反映总体良好。`,
      ...(written['five-lines'] ?? [
        written.五 ??
          '存在的主要问题：部分栏目内容更新还不够及时，个别工作人员对新要求掌握不足。改进情况：上年度反映的审查环节较多问题已经解决；针对栏目更新，已明确专人负责，按月检查并通报。',
      ]),
    ],
    六: [
      written.six ?? `按照《政府信息公开信息处理费管理办法》，2023年未收取信息处理费。${written.六 ?? ''}`,
    ],
  };
  const preface =
    written.preface ??
    `本报告由${name}根据《中华人民共和国政府信息公开条例》和国办公开办函〔2021〕30号编制，由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六个部分组成。数据统计期限自2023年1月1日至2023年12月31日。`;
  return {
    form,
    agency: { name, self, level: 'county', kind: 'department', scope: {} as never },
    year: 2023,
    title: written.title ?? `${name}2023年政府信息公开工作年度报告`,
    preface: [preface, ...(written['preface-more'] === undefined ? [] : [written['preface-more']])],
    parts: form.sections.map(({ ordinal, heading }) => ({
      heading: `${ordinal}、${heading}`,
      paragraphs: paragraphs[ordinal] ?? [],
    })),
    values: {
      ...Object.fromEntries(cellsOfForm(form).map(({ address }) => [address, 0])),
      't2.normativeDocs.inForce': 5,
      't2.licensing.decisions': 31,
      ...written.cells,
    },
  };
}

function sheetsFor(model: ReportModel) {
  const filling = Object.fromEntries(
    Object.entries(model.values).map(([address, value]) => [
      address,
      { text: String(value), state: 'number' as const, value },
    ]),
  );
  return sheetsOf(form, filling, officialWording);
}

/** As text with tables of tabs. */
export function asText(written: Written): string {
  const model = modelOf(written);
  const page = textPage(
    model,
    sheetsFor(model),
    { gap: '\n', indent: '', heading: 'plain', chrome: 'none', title: 'once', contents: false, wrap: null },
    (sheet) => tabRows(sheet, { kept: [2], pad: 'full', surplus: null, breaks: [], separator: '\t' }),
  );
  return [...(written.before ?? []), page, ...(written.after ?? [])].join('\n');
}

/** As a plain web page. */
export function asPage(written: Written): string {
  const model = modelOf(written);
  const page = htmlPage(model, sheetsFor(model), plainHtml, 'utf-8');
  const lines = (texts: string[] | undefined) => (texts ?? []).map((text) => `<p>${text}</p>`).join('\n');
  return page
    .replace('<body>', `<body>${lines(written.before)}`)
    .replace('</body>', `${lines(written.after)}</body>`);
}
