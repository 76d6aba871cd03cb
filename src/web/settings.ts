import type { Defaults } from '../audit/audit.js';
import type { Provenance } from '../report/renderer.js';
import { bytesOf } from './carried.js';
import { unpack } from './pack.js';

/** What the build leaves in the page for its worker. */
export interface Settings {
  resources: Defaults;
  provenance: Provenance;
}

export async function loadSettings(): Promise<Settings> {
  return unpack(new TextDecoder().decode(await bytesOf('settings.json'))) as Settings;
}
