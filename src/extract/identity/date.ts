const DATE = /^\s*(20\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)/;

/** The date at the beginning of the text, whatever its writing, as `2024-01-25`; `null` when it is none. */
export function isoDate(text: string): string | null {
  const [, year = '', month = '', day = ''] = DATE.exec(text.normalize('NFKC')) ?? [];
  if (year === '') return null;
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
