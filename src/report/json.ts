import type { Failure, Renderer } from './renderer.js';

/** One JSON document `{ tool, rules, audits, failures }`, an audit a line. */
export const json: Renderer = {
  extension: 'json',
  combined: true,
  separate: false,
  part: (audit) => JSON.stringify(audit),
  async *document(parts, { provenance: { tool, rules } }) {
    const failures: Failure[] = [];
    let separator = '';
    yield `{\n"tool": ${JSON.stringify(tool)},\n"rules": ${JSON.stringify(rules)},\n"audits": [`;
    for await (const part of parts) {
      if (part.kind === 'failure') {
        failures.push(part.failure);
      } else {
        yield `${separator}\n${part.text}`;
        separator = ',';
      }
    }
    yield `\n],\n"failures": ${JSON.stringify(failures)}\n}\n`;
  },
};
