/** Languages the program speaks; the first is the default. */
export const langs = ['zh-CN', 'en'] as const;
export type Lang = (typeof langs)[number];
