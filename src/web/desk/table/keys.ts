interface Deeds {
  /** Whether a report lies open beside the table. */
  isOpen: () => boolean;
  back: () => void;
  step: (by: 1 | -1) => void;
  /** Opens the report whose row is selected. */
  openSelected: () => void;
}

const typing = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null;

/** The keys j, k, Enter and Esc, while the desk is shown; gives what takes them away again. */
export function startKeys(desk: HTMLElement, { isOpen, back, step, openSelected }: Deeds): () => void {
  function onKey(event: KeyboardEvent): void {
    if (desk.hidden || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape') {
      if (typing(event.target)) (event.target as HTMLElement).blur();
      else if (isOpen()) back();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === 'j') step(1);
    else if (event.key === 'k') step(-1);
    else if (event.key === 'Enter' && !isOpen() && event.target instanceof HTMLTableRowElement)
      openSelected();
    else return;
    event.preventDefault();
  }
  addEventListener('keydown', onKey);
  return () => removeEventListener('keydown', onKey);
}
