import type { ComparisonFormat } from '../formats/formats.js';
import { comparisonText } from './pretty.js';
import type { ComparisonView } from './view.js';

export type { ComparisonView } from './view.js';

/** What is told of several submissions, in each format. */
export const comparisonDocument: Record<
  ComparisonFormat,
  (view: ComparisonView) => string | Promise<string | Uint8Array>
> = {
  pretty: comparisonText,
  html: async (view) => (await import('./html/dashboard.js')).dashboard(view),
  xlsx: async (view) => (await import('./xlsx.js')).comparisonXlsx(view),
  json: ({ comparison }) => `${JSON.stringify(comparison, null, 1)}\n`,
};
