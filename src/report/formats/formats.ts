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

/** What is made of each audit: formats, and what the desk of `--format all` keeps of it. */
export type PartFormat = AuditFormat | 'desk';

/** Formats of `gouji extract`. */
export const readingFormats = ['json', 'csv', 'md', 'xlsx'] as const;
export type ReadingFormat = (typeof readingFormats)[number];

export const registerFormats = ['pretty', 'json', 'xlsx', 'md'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

export const comparisonFormats = ['pretty', 'json', 'html', 'xlsx'] as const;
export type ComparisonFormat = (typeof comparisonFormats)[number];

export const indicatorsFormats = ['pretty', 'json', 'csv', 'xlsx', 'html'] as const;
export type IndicatorsFormat = (typeof indicatorsFormats)[number];
