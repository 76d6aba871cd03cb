import type { Leaf } from '../model/index.js';

/** The names of the groups that a row or column belongs to, itself or by a label above it. */
export const groupsOf = ({ parents, label }: Leaf): string[] =>
  [...parents, label].flatMap(({ groups }) => groups ?? []);
