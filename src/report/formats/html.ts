import { auditPage } from '../html/audit-page.js';
import { indexPage } from '../html/index/index-page.js';
import type { Part, Renderer } from '../renderer.js';

/** One page an audit that needs nothing but itself; for several the page that lists them. */
export const html: Renderer = {
  extension: 'html',
  combined: false,
  separate: true,
  part: auditPage,
  async *document(parts, context) {
    const all: Part[] = [];
    for await (const part of parts) all.push(part);
    const [only] = all;
    const isAlone = all.length === 1 && only?.kind === 'audit' && only.text !== '';
    yield isAlone ? only.text : indexPage(all, context);
  },
};
