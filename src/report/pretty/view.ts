import type { Audit } from '../../model/index.js';
import { inert, padEnd, widest, width, wrap } from '../tables/layout.js';
import type { Context } from '../renderer.js';
import { wordsOf, type NamedWords } from '../words.js';
import { painter, type Paint } from './paint.js';

/** What every piece of the page for one audit needs. */
export interface View extends NamedWords {
  context: Context;
  paint: Paint;
}

export function viewOf(audit: Audit, context: Context): View {
  return { ...wordsOf(audit, context), context, paint: painter(context.color) };
}

type Style = (line: string) => string;
const plain: Style = (line) => line;

/** `lead` followed by the text, wrapped, later lines standing under the first. */
export function hanging(lead: string, text: string, columns: number, style: Style = plain): string[] {
  const indent = width(lead);
  const lines = wrap(inert(text), Math.max(20, columns - indent));
  return lines.map((line, index) => (index === 0 ? lead : ' '.repeat(indent)) + style(line));
}

export interface Field {
  name: string;
  text: string;
  style?: Style | undefined;
}

/** Names in one column, their texts in the next; a field without a name continues the one before. */
export function fieldList(fields: readonly Field[], indent: number, columns: number): string[] {
  const names = widest(fields.map(({ name }) => name));
  return fields.flatMap(({ name, text, style }) =>
    hanging(' '.repeat(indent) + padEnd(name, names), text, columns, style),
  );
}
