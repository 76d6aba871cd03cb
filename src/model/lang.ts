/** Languages the program speaks; the first is the default. */
export const langs = ['zh-CN', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Characters of the longest message: what a clerk reads in one go. */
export const longestMessage: Readonly<Record<Lang, number>> = { 'zh-CN': 160, en: 400 };
