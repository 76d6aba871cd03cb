import * as z from 'zod';
import { agencyKinds, agencyLevels } from './agency.js';

const cellValue = z
  .union([z.number(), z.string(), z.null()])
  .describe(
    'A number; null: the cell is there and empty; a string: as the agency wrote it. Leave a cell out when the table does not have it.',
  );

const paragraphs = z.array(z.string());

/** A report that a system hands over as data; `schema/report.schema.json` is generated from it. */
export const reportInput = z
  .strictObject({
    $schema: z.exactOptional(z.string()),
    schema: z.literal('gouji.report/1'),
    agency: z.strictObject({
      name: z.string().min(1),
      level: z.exactOptional(z.enum(agencyLevels)),
      kind: z.exactOptional(z.enum(agencyKinds)),
    }),
    year: z.int().min(2008).max(2100).describe('The year that the report is about.'),
    form: z.string().min(1).describe('Edition of the form, as `gouji forms list` prints it.'),
    title: z.exactOptional(z.string().min(1)),
    published: z
      .exactOptional(z.string().regex(/^20\d\d-[01]\d-[0-3]\d$/))
      .describe('The day on which the report was published.'),
    cells: z
      .record(z.string().regex(/^t\d+(\.[a-z][A-Za-z0-9]*)+$/), cellValue)
      .describe('By cell address, as `gouji forms show` prints them.'),
    preface: z.exactOptional(paragraphs).describe('What stands before the first part.'),
    sections: z
      .array(
        z.strictObject({
          heading: z.string().min(1).describe('As printed, with its ordinal: 一、总体情况.'),
          paragraphs,
        }),
      )
      .describe('All parts in reading order, also those that hold nothing but a table.'),
  })
  .meta({ title: 'gouji report', description: 'One annual report as structured data.' });
export type ReportInput = z.infer<typeof reportInput>;
