import * as z from 'zod';
import { agencyKind, agencyLevel } from './audit-schema.js';

const cellValue = z
  .union([z.number(), z.string(), z.null()])
  .describe('a number; null: the cell is there and empty; a string: as the agency wrote it. Leave the cell out when the table lacks it.');

/** A report that a system hands over as data; `schema/report.schema.json` is generated from it. */
export const reportInput = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    schema: z.literal('gouji.report/1'),
    agency: z.strictObject({
      name: z.string().min(1),
      level: z.exactOptional(agencyLevel),
      kind: z.exactOptional(agencyKind),
    }),
    year: z.int().min(2008).max(2100).describe('the year the report is about'),
    title: z.exactOptional(z.string().min(1)),
    form: z.string().min(1).describe('id of the form edition, as gouji forms list prints it'),
    cells: z
      .record(z.string().regex(/^t\d+(\.[a-z][A-Za-z0-9]*)+$/), cellValue)
      .describe('by cell address, as gouji forms show prints them'),
    sections: z
      .array(
        z.strictObject({
          id: z.enum(['preface', '一', '二', '三', '四', '五', '六']),
          heading: z.exactOptional(z.string().min(1)),
          paragraphs: z.array(z.string()),
        }),
      )
      .describe('the prose in reading order'),
  })
  .meta({ title: 'gouji report', description: 'One annual report as structured data.' });

export type ReportInput = z.infer<typeof reportInput>;
