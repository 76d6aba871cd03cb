import type { Translate } from '../../report/translate.js';
import { byId } from '../dom.js';
import type { Desk } from './deeds.js';

const say = (place: string, text: string) => (byId(place, HTMLElement).textContent = text);

/** Shows how far the reading is, and whether anything is still at work; `handing`: files that are not sorted yet. */
export function drawPace(desk: Desk, handing: number, t: Translate): void {
  const { done, all, took, paused, working } = desk.pace();
  const busy = working || handing > 0;
  const bar = byId('desk-progress', HTMLProgressElement);
  bar.max = Math.max(1, all);
  bar.value = done;
  byId('desk-reading', HTMLElement).hidden = !busy;
  const rate = took === 0 ? 0 : (1000 * done) / took;
  const left = rate === 0 ? 0 : Math.ceil((all - done) / rate);
  const text =
    done < all ? t('desk.pace', { done, all, rate: rate.toFixed(1), left }) : t('desk.comparing', { all });
  say('desk-pace', paused ? t('desk.paused', { done, all }) : text);
  byId('desk-pause', HTMLButtonElement).textContent = t(paused ? 'desk.goOn' : 'desk.pause');
  byId('desk', HTMLElement).dataset['state'] = busy ? 'working' : 'done';
}

/** Shows how many of the findings were reviewed. */
export function drawReview({ lot, decided }: Desk, t: Translate): void {
  const findings = lot.entries.flatMap(({ judged }) => judged.findings);
  const done = findings.filter(({ fingerprint }) => decided.has(fingerprint)).length;
  const meter = byId('desk-reviewed', HTMLProgressElement);
  meter.max = Math.max(1, findings.length);
  meter.value = done;
  say('desk-reviewed-text', t('desk.reviewed', { done, all: findings.length }));
}
