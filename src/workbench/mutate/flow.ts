/** Characters that mean nothing to YAML wherever they stand in a text of a flow collection. */
const HARMLESS = /^[\p{L}（“《][\p{L}\p{N}_.（）〔〕、。，；：“”《》+\- ]*$/u;
const WORDS = /^(?:true|false|null|yes|no|on|off)$/i;

/** The value as YAML on one line. */
export function flow(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).filter(([, each]) => each !== undefined);
    if (entries.length === 0) return '{}';
    return `{ ${entries.map(([key, each]) => `${flow(key)}: ${flow(each)}`).join(', ')} }`;
  }
  if (typeof value !== 'string') return value === null ? '~' : JSON.stringify(value);
  const plain = HARMLESS.test(value) && !WORDS.test(value) && !value.endsWith(' ');
  return plain ? value : JSON.stringify(value);
}
