import { byId } from './dom.js';

type Take = (name: string, bytes: Uint8Array) => Promise<void>;

/** The ways to hand over a report: drop a file anywhere on the page, choose one, paste one. */
export function startInputs(take: Take): void {
  const text = byId('text', HTMLTextAreaElement);
  byId('paste', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    void take('粘贴的内容', new TextEncoder().encode(text.value));
  });
}
