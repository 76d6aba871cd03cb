import * as fc from 'fast-check';

/** An application as it happened. */
export interface Application {
  received: string;
  kind: 'naturalPerson' | 'business' | 'research' | 'nonprofit' | 'legalService' | 'otherOrg';
  /** `null`: still open. */
  answered: string | null;
  outcome: string;
}

/** How a register is written. */
export interface Layout {
  heads: Record<'received' | 'kind' | 'answered' | 'outcome', string>;
  /** Columns in their order; `filler` ones are of no account. */
  order: string[];
  date: 'iso' | 'dots' | 'chinese' | 'compact' | 'serial';
  words: 0 | 1;
  sheets: number;
  title: boolean;
  subtotals: boolean;
}

export const kindWords = {
  naturalPerson: ['自然人', '公民'],
  business: ['商业企业', '法人（企业）'],
  research: ['科研机构', '科研院所'],
  nonprofit: ['社会公益组织', '公益组织'],
  legalService: ['法律服务机构', '律师事务所'],
  otherOrg: ['其他', '其他组织'],
} as const;

export const outcomeWords: Readonly<Record<string, readonly [string, string]>> = {
  granted: ['予以公开', '同意公开'],
  partial: ['部分公开', '区分处理，部分公开'],
  'denied.stateSecret': ['属于国家秘密', '不予公开（涉及国家秘密）'],
  'denied.thirdParty': ['保护第三方合法权益', '不予公开：商业秘密'],
  'unavailable.notHeld': ['本机关不掌握相关政府信息', '信息不存在'],
  'rejected.repeat': ['重复申请', '不予处理—重复申请'],
  'other.uncorrected': ['逾期不补正', '申请人逾期未补正'],
  'other.misc': ['其他', '申请人主动撤回申请'],
};

const day = fc
  .integer({ min: 0, max: 3 * 365 })
  .map((days) => new Date(Date.UTC(2022, 0, 1) + days * 86_400_000).toISOString().slice(0, 10));

export const applications = fc.array(
  fc
    .record({
      first: day,
      second: day,
      open: fc.boolean(),
      kind: fc.constantFrom(...(Object.keys(kindWords) as Application['kind'][])),
      outcome: fc.constantFrom(...Object.keys(outcomeWords)),
    })
    .map(({ first, second, open, kind, outcome }): Application => {
      const [received = first, answered = second] = [first, second].sort();
      return { received, kind, answered: open ? null : answered, outcome };
    }),
  { minLength: 3, maxLength: 25 },
);

const columns = ['number', 'received', 'name', 'kind', 'content', 'answered', 'outcome'];

export const layouts: fc.Arbitrary<Layout> = fc.record({
  heads: fc.record({
    received: fc.constantFrom('收到日期', '收到申请时间', '登记日期', '申请提交日期'),
    kind: fc.constantFrom('申请人类型', '申请主体类别', '身份性质'),
    answered: fc.constantFrom('答复日期', '办结时间', '作出答复日期'),
    outcome: fc.constantFrom('答复结果', '办理结果', '处理情况', '结论'),
  }),
  order: fc.shuffledSubarray(columns, { minLength: columns.length }),
  date: fc.constantFrom('iso', 'dots', 'chinese', 'compact', 'serial'),
  words: fc.constantFrom(0, 1),
  sheets: fc.integer({ min: 1, max: 3 }),
  title: fc.boolean(),
  subtotals: fc.boolean(),
});

function dateText(iso: string, form: Layout['date']): string {
  const [year = '', month = '', date = ''] = iso.split('-');
  if (form === 'iso') return iso;
  if (form === 'compact') return year + month + date;
  if (form === 'dots') return `${year}.${Number(month)}.${Number(date)}`;
  if (form === 'chinese') return `${year}年${Number(month)}月${Number(date)}日`;
  return String((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
}

/** The register as files of comma-separated values, one a sheet, and the row that each application got. */
export function printRegister(
  entries: readonly Application[],
  layout: Layout,
): { files: { name: string; bytes: Uint8Array }[]; rows: string[] } {
  const heads: Record<string, string> = {
    ...layout.heads,
    number: '序号',
    name: '申请人',
    content: '申请内容',
  };
  const size = Math.ceil(entries.length / layout.sheets);
  const rows: string[] = [];
  const files = Array.from({ length: layout.sheets }, (_, sheet) => {
    const lines = layout.title ? ['某局依申请公开登记台账'] : [];
    lines.push(layout.order.map((column) => heads[column] ?? '').join(','));
    entries.slice(sheet * size, (sheet + 1) * size).forEach((each, index) => {
      const texts: Record<string, string> = {
        number: String(index + 1),
        received: dateText(each.received, layout.date),
        name: `某${index}`,
        kind: kindWords[each.kind][layout.words],
        content: `第${sheet}${index}号文件`,
        answered: each.answered === null ? '' : dateText(each.answered, layout.date),
        outcome:
          each.answered === null ? '正在办理' : (outcomeWords[each.outcome]?.[layout.words] ?? each.outcome),
      };
      lines.push(layout.order.map((column) => texts[column] ?? '').join(','));
      rows.push(`${sheet + 1}!${lines.length}`);
    });
    if (layout.subtotals) lines.push('小计,9');
    return { name: `${sheet}.csv`, bytes: new TextEncoder().encode(lines.join('\r\n')) };
  });
  return { files, rows };
}

/** Table 3 of a year as the applications make it: the rows behind every cell that has any. */
export function tableOf(
  entries: readonly Application[],
  rows: readonly string[],
  year: number,
): Record<string, string[]> {
  const cells: Record<string, string[]> = {};
  const add = (row: string, kind: string, place: string) => {
    for (const column of [kind, 'total']) (cells[`t3.${row}.${column}`] ??= []).push(place);
  };
  entries.forEach(({ received, kind, answered, outcome }, index) => {
    const place = rows[index] ?? '';
    const [from, to] = [
      Number(received.slice(0, 4)),
      answered === null ? Infinity : Number(answered.slice(0, 4)),
    ];
    if (from > year || to < year) return;
    add(from === year ? 'received' : 'carriedIn', kind, place);
    if (to === year) {
      add(outcome, kind, place);
      add('totalHandled', kind, place);
    } else add('carriedOut', kind, place);
  });
  return cells;
}
