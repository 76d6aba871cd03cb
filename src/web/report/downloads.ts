import { auditFormats } from '../../report/formats/formats.js';
import type { Download } from '../protocol.js';

const ofReports: readonly Download[] = ['tables', 'tablesDocx', 'tablesHtml', 'corrections'];
const wanted: readonly Download[] = [
  'corrections',
  'tablesDocx',
  'tables',
  'tablesHtml',
  'html',
  'xlsx',
  'docx',
];

/** The files that can be taken from the page. */
export const downloads: Download[] = wanted.filter(
  (each) => ofReports.includes(each) || (auditFormats as readonly string[]).includes(each),
);
