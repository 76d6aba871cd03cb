import type { Failure, Renderer, Summary } from '../renderer.js';
import { changed } from './changes.js';
import { findings } from './findings.js';
import { gaps } from './gaps.js';
import { header } from './header.js';
import { failureLines, summary } from './summary.js';
import { tables } from './tables.js';
import { viewOf } from './view.js';

const page = (lines: readonly string[]) => `${lines.join('\n')}\n`;

/** For people at a terminal: one audit in full, several as a league table. */
export const pretty: Renderer = {
  extension: 'txt',
  combined: false,
  separate: true,
  part(audit, context) {
    const view = viewOf(audit, context);
    return page([...header(view), ...findings(view), ...changed(view), ...tables(view), ...gaps(view)]);
  },
  async *document(parts, context) {
    const summaries: Summary[] = [];
    const failures: Failure[] = [];
    let text = '';
    for await (const part of parts) {
      if (part.kind === 'failure') {
        failures.push(part.failure);
        continue;
      }
      summaries.push(part.summary);
      text = part.text;
    }
    if (summaries.length + failures.length > 1 || (text === '' && failures.length === 0))
      yield page(summary(summaries, failures, context));
    else yield failures.length === 0 ? text : page(failureLines(failures, context));
  },
};
