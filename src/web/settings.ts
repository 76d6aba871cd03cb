import type { PageSettings } from '../audit/page-settings.js';
import { unpack } from '../report/desk/pack.js';
import { bytesOf } from './carried/carried.js';

export async function loadSettings(): Promise<PageSettings> {
  return unpack(new TextDecoder().decode(await bytesOf('settings.json'))) as PageSettings;
}
