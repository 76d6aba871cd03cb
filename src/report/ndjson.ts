import type { Renderer } from './renderer.js';

/** One audit a line; inputs that could not be read have no line. */
export const ndjson: Renderer = {
  extension: 'ndjson',
  combined: true,
  separate: false,
  part: (audit) => `${JSON.stringify(audit)}\n`,
  async *document(parts) {
    for await (const part of parts) if (part.kind === 'audit') yield part.text;
  },
};
