import { Ajv2020 } from 'ajv/dist/2020.js';
import schema from '../../../../schema/report.schema.json' with { type: 'json' };
import type { ReportInput } from '../../../model/report/report-input.js';

/** Whether the data is a report in the form of `schema/report.schema.json`. The browser page replaces this module by its output. */
export const validate = new Ajv2020({ allErrors: true, strict: false }).compile<ReportInput>(schema);
