/** Rounded down, so that 100 % means all. */
export function percent(share: number): string {
  return `${Math.floor(share * 100)}%`;
}
