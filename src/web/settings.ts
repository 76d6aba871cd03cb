import type { Resources } from '../audit.js';
import type { Provenance } from '../report/renderer.js';
import { unpack } from './pack.js';

/** What the build leaves in the page for its worker. */
export interface Settings {
  resources: Resources;
  provenance: Provenance;
}

/** A file of the page, see loader.ts. */
declare const goujiData: (name: string) => Promise<ArrayBuffer>;

export async function loadSettings(): Promise<Settings> {
  return unpack(new TextDecoder().decode(await goujiData('settings.json'))) as Settings;
}
