import type { ReadNoteCode } from '../../../model/index.js';
import { known } from '../../value.js';
import { defineFact } from '../fact.js';

const codes = [
  'changes-pending',
  'picture',
  'attachment-link',
  'scanned',
  'wrong-extension',
  'lost-text',
  'truncated',
  'cut-off',
  'page-text',
  'repeated-report',
  'encoding-guessed',
  'hidden-cells',
] as const satisfies readonly ReadNoteCode[];

export const notes = defineFact({
  name: 'notes',
  summary: {
    'zh-CN': '读取文书时所作提示的条数，按代码选取。',
    en: 'How many notes of these codes the reading of the document left.',
  },
  params: (z) => z.strictObject({ codes: z.array(z.enum(codes)).min(1) }),
  result: 'number',
  selectors: () => [],
  prepare:
    ({ codes: wanted }) =>
    ({ report }) => {
      const found = report.notes.filter((note) => (wanted as string[]).includes(note.code));
      return known(found.length, { items: () => found.map((note) => note.code), sure: found.length === 0 });
    },
});
