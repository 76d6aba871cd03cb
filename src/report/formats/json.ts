import { addChanges } from '../findings/changes.js';
import type { ChangeCounts, Failure, Renderer } from '../renderer.js';

/**
 * One JSON document `{ tool, rules, audits, changes, roster, failures }`, an audit a line; `changes` counts those since the baseline, if there is
 * one, `roster` tells how the reports match the roster, if there is one.
 */
export const json: Renderer = {
  extension: 'json',
  combined: true,
  separate: false,
  part: (audit) => JSON.stringify(audit),
  async *document(parts, { provenance: { tool, rules }, attendance }) {
    const failures: Failure[] = [];
    const changes: ChangeCounts[] = [];
    let separator = '';
    yield `{\n"tool": ${JSON.stringify(tool)},\n"rules": ${JSON.stringify(rules)},\n"audits": [`;
    for await (const part of parts) {
      if (part.kind === 'failure') {
        failures.push(part.failure);
      } else {
        yield `${separator}\n${part.text}`;
        separator = ',';
        if (part.summary.changes !== undefined) changes.push(part.summary.changes.counts);
      }
    }
    const since = changes.length === 0 ? '' : `"changes": ${JSON.stringify(addChanges(changes))},\n`;
    const roster = attendance == null ? '' : `"roster": ${JSON.stringify(attendance)},\n`;
    yield `\n],\n${since}${roster}"failures": ${JSON.stringify(failures)}\n}\n`;
  },
};
