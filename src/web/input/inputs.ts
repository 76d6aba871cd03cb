import { byId } from '../dom.js';
import { documentsAmong, droppedSources, sourceOf, type Source } from './sources.js';

/** What was pasted, as the clipboard has it: markup keeps the tables together. */
interface Pasted {
  text: string;
  html: string;
}

interface Deeds {
  /** Asked when it is needed. */
  nameOfPasted: () => string;
  /** Nothing was pasted. */
  onEmpty: () => void;
  /** `target`: what the files were dropped on. */
  take: (sources: Source[], target: Element | null) => void;
}

/** The ways to hand over reports: drop files or folders anywhere on the page, choose them, paste one. */
export function startInputs({ nameOfPasted, onEmpty, take }: Deeds): void {
  const text = byId('text', HTMLTextAreaElement);
  let pasted: Pasted | null = null;

  const takeAll = (sources: readonly Source[], target: Element | null = null) => {
    const documents = documentsAmong(sources);
    if (documents.length > 0) take(documents, target);
  };
  for (const input of [byId('files', HTMLInputElement), byId('folder', HTMLInputElement)])
    input.addEventListener('change', () => {
      const sources = Array.from(input.files ?? [], (file) => sourceOf(file));
      input.value = '';
      takeAll(sources);
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
    if (!hasFiles(event) || event.dataTransfer === null) return;
    event.preventDefault();
    const target = event.target instanceof Element ? event.target : null;
    void droppedSources(event.dataTransfer).then((sources) => takeAll(sources, target));
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
      onEmpty();
      text.focus();
      return;
    }
    const content =
      pasted?.text === text.value ? `<!doctype html><meta charset="utf-8">${pasted.html}` : text.value;
    takeAll([{ name: nameOfPasted(), read: () => Promise.resolve(new TextEncoder().encode(content)) }]);
  });
}
