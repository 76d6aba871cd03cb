import { byId } from '../dom.js';
import { sourceOf, type Source } from './sources.js';

/** A field for files that is emptied after use, so that the same file can be chosen again. */
export function onFiles(id: string, use: (sources: Source[]) => void): void {
  const input = byId(id, HTMLInputElement);
  input.onchange = () => {
    const sources = Array.from(input.files ?? [], (file) => sourceOf(file));
    input.value = '';
    if (sources.length > 0) use(sources);
  };
}
