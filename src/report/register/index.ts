import type { RegisterFormat } from '../formats/formats.js';
import { registerJson } from './json.js';
import { registerMd } from './md.js';
import { registerText } from './pretty.js';
import type { RegisterView } from './view.js';

export type { RegisterView } from './view.js';

/** What is told of registers, in each format. */
export const registerDocument: Record<RegisterFormat, (view: RegisterView) => string | Promise<Uint8Array>> =
  {
    pretty: (view) => registerText(view, false),
    json: registerJson,
    md: registerMd,
    xlsx: async (view) => (await import('./xlsx.js')).registerXlsx(view),
  };
