import type { Renderer } from '../renderer.js';

/** One audit a line, or why an input has none: `{ "failure": … }`, see `schema/failure.schema.json`. */
export const ndjson: Renderer = {
  extension: 'ndjson',
  combined: true,
  separate: false,
  part: (audit) => `${JSON.stringify(audit)}\n`,
  async *document(parts) {
    for await (const part of parts)
      yield part.kind === 'audit' ? part.text : `${JSON.stringify({ failure: part.failure })}\n`;
  },
};
