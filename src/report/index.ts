import type { AuditFormat } from './formats/formats.js';
import { csv } from './formats/sheets/csv.js';
import { docx } from './formats/docx.js';
import { html } from './formats/html.js';
import { json } from './formats/json.js';
import { junit } from './formats/checks/junit.js';
import { md } from './formats/md.js';
import { ndjson } from './formats/ndjson.js';
import { pretty } from './pretty/index.js';
import type { Renderer } from './renderer.js';
import { sarif } from './formats/checks/sarif.js';
import { xlsx } from './formats/sheets/xlsx.js';

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
