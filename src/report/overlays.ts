import type { Provenance } from './renderer.js';
import type { Translate } from './translate.js';

/** The rule files on top of the default rules, or in place of them, by their names without folders; `null` where there are none. */
export function overlayText({ overlays }: Provenance, t: Translate): string | null {
  const names = overlays?.files.map((path) => path.split(/[\\/]/).at(-1) ?? path) ?? [];
  if (names.length === 0) return null;
  const files = names.join(t('pretty.list'));
  return overlays?.alone === true ? t('overlays.alone', { files }) : t('overlays.text', { files });
}
