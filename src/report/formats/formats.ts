/** Formats of `gouji audit`, by the name that `--format` takes. */
export const auditFormats = [
  'pretty',
  'json',
  'ndjson',
  'html',
  'md',
  'csv',
  'xlsx',
  'docx',
  'sarif',
  'junit',
] as const;
export type AuditFormat = (typeof auditFormats)[number];

/** Formats of `gouji extract`. */
export const readingFormats = ['json', 'csv', 'md', 'xlsx'] as const;
export type ReadingFormat = (typeof readingFormats)[number];
