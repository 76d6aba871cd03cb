const DAY = 86_400_000;

/** Days from one ISO date to another; positive when `date` is the later one. */
export function daysAfter(date: string, day: string): number {
  return Math.round((Date.parse(`${date}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / DAY);
}
