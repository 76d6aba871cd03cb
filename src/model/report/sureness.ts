/** Confidence from which on a reading counts as sure. */
export const sureFrom = 0.9;

/** Whether the cell was surely read as the document has it; one that was not read is not. */
export function isSure(cell: { state: string; confidence: number } | undefined): boolean {
  return cell !== undefined && cell.state !== 'unreadable' && cell.confidence >= sureFrom;
}
