import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';
import { formEdition } from '../src/model/form.js';
import { auditSchema } from '../src/model/audit/audit-schema.js';
import { comparisonSchema } from '../src/model/comparison/comparison-schema.js';
import { definitionsSchema } from '../src/indicators/definitions.js';
import { failureLine } from '../src/model/audit/failure-schema.js';
import { reportInput } from '../src/model/report/report-input.js';
import { noticeTemplate } from '../src/report/notice/template-schema.js';
import { loadForms } from '../src/defaults/defaults.js';
import { rulesSchema } from '../src/rules/load/schema.js';

/** The published JSON Schemas by file name, generated from the zod schemas. */
export function schemas(): Record<string, string> {
  const text = (schema: z.ZodType) => `${JSON.stringify(z.toJSONSchema(schema), null, 2)}\n`;
  return {
    'audit.schema.json': text(auditSchema),
    'comparison.schema.json': text(comparisonSchema),
    'failure.schema.json': text(failureLine),
    'forms.schema.json': text(formEdition),
    'indicators.schema.json': text(definitionsSchema),
    'notice.schema.json': text(noticeTemplate),
    'report.schema.json': text(reportInput),
    'rules.schema.json': `${JSON.stringify(rulesSchema(loadForms()), null, 2)}\n`,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [name, text] of Object.entries(schemas())) writeFileSync(new URL(name, import.meta.url), text);
}
