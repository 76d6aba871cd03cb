import type * as z from 'zod';
import type { Lang } from '../../model/index.js';
import type { noticeTemplate, wording } from './template-schema.js';

/** What the placeholders of each text stand for is said in templates/notice.yaml. */
const everywhere = ['agency', 'year', 'count', 'deadline', 'issuer', 'basis'] as const;

export type Wording = z.infer<typeof wording>;
export type NoticeTemplate = z.infer<typeof noticeTemplate>;

export function wordingOf(template: NoticeTemplate, lang: Lang): Wording {
  return template[lang] ?? template['zh-CN'];
}

/** What a notice about a report of the year rests on. */
export function basisOf({ basis: bases = [] }: Wording, year: number | null): string {
  const found = year === null ? bases[0] : bases.find(({ from }) => (from ?? year) <= year);
  return found?.text ?? '';
}

/** The placeholders that a text may hold, by its key. */
export function placeholdersOf(key: string): readonly string[] {
  if (key === 'correction') return [...everywhere, 'correction'];
  if (key === 'manyCorrections') return [...everywhere, 'ways'];
  if (key === 'corrections') return [...everywhere, 'correction', 'ways'];
  return everywhere;
}
