import { decode } from '../../../extract/text/decode.js';
import type { Handed } from '../../input/handed.js';

export type Sort = 'roster' | 'waivers' | 'rules' | 'audits' | 'report';

/** Characters that tell what a file of text holds. */
const head = 4096;

/** What a file holds, by its name and its first lines: settings of the office, audits of an earlier run, or a report. */
export function sorted({ name, bytes }: Handed): Sort {
  const extension = /\.(\w+)$/.exec(name.toLowerCase())?.[1];
  if (extension === 'yaml' || extension === 'yml') {
    const { text } = decode(bytes.subarray(0, head * 4));
    return /^waivers:/m.test(text) ? 'waivers' : 'rules';
  }
  if (extension === 'csv') return 'roster';
  if (bytes[0] === 0x7b && (extension === 'json' || extension === 'ndjson')) {
    const start = new TextDecoder().decode(bytes.subarray(0, head));
    return start.includes('"gouji.audit/1"') ? 'audits' : 'report';
  }
  return 'report';
}
