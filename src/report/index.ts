import { json } from './json.js';
import { ndjson } from './ndjson.js';
import { pretty } from './pretty/index.js';
import type { Renderer } from './renderer.js';

/** Every output format by the name that `--format` takes. */
export const renderers = { pretty, json, ndjson } satisfies Record<string, Renderer>;
export type Format = keyof typeof renderers;
