import type { Translate } from '../../../report/translate.js';
import { byId } from '../../dom.js';
import type { Entry } from '../entry.js';
import type { Desktop } from './desktop.js';
import { takings, type createTakes } from './takes.js';

const say = (text: string) => (byId('desk-taken', HTMLElement).textContent = text);

/** What is to be borne in mind about what was just taken. */
const warnings = (what: string, { sender, t }: Desktop) =>
  what.startsWith('notice') && sender.issuer === '' ? ` ${t('desk.noIssuer')}` : '';

/** The buttons that write files, and what is said of them; `desktop` is asked for how the desk stands. */
export function startTaking(takes: ReturnType<typeof createTakes>, desktop: () => Desktop) {
  async function takeAll(what: (typeof takings)[number], t: Translate): Promise<void> {
    say(t('page.taking'));
    try {
      const { name, count } = await takes.all(what, desktop());
      say(
        count === 0 ? t('desk.nothingToTake') : t('desk.taken', { name, count }) + warnings(what, desktop()),
      );
    } catch (error) {
      say(error instanceof Error ? error.message : String(error));
    }
  }
  for (const what of takings) {
    const button = byId('desk', HTMLElement).querySelector<HTMLButtonElement>(`button[data-take=${what}]`);
    if (button === null) continue;
    button.onclick = async () => {
      button.disabled = true;
      await takeAll(what, desktop().t);
      button.disabled = false;
    };
  }
  return {
    /** Writes the notice or the page of one report. */
    async one(format: 'notice' | 'page', entry: Entry): Promise<void> {
      const { t } = desktop();
      const name = await takes.one(format, entry, desktop());
      say(
        name === null
          ? t('notice.none', { name: entry.name })
          : t('page.taken', { name }) + warnings(format, desktop()),
      );
    },
  };
}
