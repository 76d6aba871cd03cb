import { auditPage } from './html/audit-page.js';
import type { Renderer } from './renderer.js';

/** One page an audit that needs nothing but itself; for several the page that lists them. */
export const html: Renderer = {
  extension: 'html',
  combined: false,
  part: auditPage,
  async *document(parts) {
    for await (const part of parts) if (part.kind === 'audit') yield part.text;
  },
};
