import type { CellAddress } from '../../model/index.js';

/** The address that a template such as `t3.{outcome}.{kind}` makes of words. */
export const addressOf = (template: string, words: Readonly<Record<string, string>>): CellAddress =>
  template.replace(/\{(\w+)\}/g, (brace, name: string) => words[name] ?? brace);
