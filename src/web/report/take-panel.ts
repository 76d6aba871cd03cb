import type { Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';
import type { Download } from '../protocol.js';

/** Gives the bytes to the browser as a download. */
export function save(name: string, type: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  element('a', { href: address, download: name.replaceAll(/[\\/:*?"<>|]/g, '_') }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The list of files that can be taken from the page. */
export function buildTakePanel(
  downloads: readonly Download[],
  t: Translate,
  onTake: (format: Download, button: HTMLButtonElement) => void,
): void {
  const items = downloads.map((format) => {
    const button = element('button', { type: 'button', id: `take-${format}` }, t(`page.take.${format}`));
    button.addEventListener('click', () => onTake(format, button));
    return element('li', {}, button, ' ', element('span', {}, t(`page.take.${format}Note`)));
  });
  byId('take-list', HTMLElement).replaceChildren(
    element('p', { class: 'lead' }, t('page.takeLead')),
    element('ul', {}, ...items),
  );
}
