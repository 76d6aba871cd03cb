import { auditFormats } from '../report/formats/formats.js';
import type { Download } from './protocol.js';

const wanted: readonly Download[] = ['html', 'xlsx', 'docx', 'tables'];

/** The files that can be taken from the page. */
export const downloads: Download[] = wanted.filter(
  (each) => each === 'tables' || (auditFormats as readonly string[]).includes(each),
);
