import type { AuditFormat } from './formats.js';
import { csv } from './csv.js';
import { docx } from './docx.js';
import { html } from './html.js';
import { json } from './json.js';
import { junit } from './junit.js';
import { md } from './md.js';
import { ndjson } from './ndjson.js';
import { pretty } from './pretty/index.js';
import type { Renderer } from './renderer.js';
import { sarif } from './sarif.js';
import { xlsx } from './xlsx.js';

export const renderers: Record<AuditFormat, Renderer> = {
  pretty,
  json,
  ndjson,
  html,
  md,
  csv,
  xlsx,
  docx,
  sarif,
  junit,
};
