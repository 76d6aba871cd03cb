import { byId } from './dom.js';
import type { Handed } from './protocol.js';

/** What was pasted, as the clipboard has it: markup keeps the tables together. */
interface Pasted {
  text: string;
  html: string;
}

const handed = async (file: File): Promise<Handed> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
});

/** The ways to hand over reports: drop files anywhere on the page, choose them, paste one. `nameOfPasted` is asked when it is needed. */
export function startInputs(nameOfPasted: () => string, take: (documents: Handed[]) => void): void {
  const file = byId('file', HTMLInputElement);
  const text = byId('text', HTMLTextAreaElement);
  let pasted: Pasted | null = null;

  const takeFiles = async (files: Iterable<File>) => {
    const all = await Promise.all(Array.from(files, handed));
    if (all.length > 0) take(all);
  };
  file.addEventListener('change', () => {
    void takeFiles(file.files ?? []).then(() => (file.value = ''));
  });

  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true;
  addEventListener('dragover', (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    document.body.classList.add('dragging');
  });
  addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) document.body.classList.remove('dragging');
  });
  addEventListener('drop', (event) => {
    document.body.classList.remove('dragging');
    if (!hasFiles(event)) return;
    event.preventDefault();
    void takeFiles(event.dataTransfer?.files ?? []);
  });

  text.addEventListener('paste', ({ clipboardData }) => {
    const html = clipboardData?.getData('text/html') ?? '';
    const replaces = text.selectionStart === 0 && text.selectionEnd === text.value.length;
    if (!replaces || !/<table/i.test(html)) return;
    // The text of the clipboard is in the field after this event.
    setTimeout(() => (pasted = { text: text.value, html }));
  });
  byId('paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim() === '') {
      text.focus();
      return;
    }
    const content =
      pasted?.text === text.value ? `<!doctype html><meta charset="utf-8">${pasted.html}` : text.value;
    take([{ name: nameOfPasted(), bytes: new TextEncoder().encode(content) }]);
  });
}
