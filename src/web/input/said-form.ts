import type { AgencyLevel, Lang } from '../../model/index.js';
import type { Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';
import { packOptions, packsOfPage } from '../carried/packs.js';
import type { AuditView, Said } from '../protocol.js';

const levels: readonly AgencyLevel[] = ['central', 'province', 'city', 'county', 'township'];

/** The form in which the reader says what was misread. */
export function startSaid(onSay: (said: Said) => void): void {
  const packs = packsOfPage();
  byId('said', HTMLFormElement).addEventListener('submit', (event) => {
    event.preventDefault();
    const year = byId('said-year', HTMLInputElement).value;
    const agency = byId('said-agency', HTMLInputElement).value.trim();
    const level = levels.find((each) => each === byId('said-level', HTMLSelectElement).value);
    const pack = packs.find(({ name }) => name === byId('said-pack', HTMLSelectElement).value);
    onSay({
      year: /^20\d\d$/.test(year) ? Number(year) : undefined,
      agency: agency === '' ? undefined : agency,
      level,
      pack: pack === undefined ? undefined : { name: pack.name, text: pack.text },
    });
  });
}

/** Shows what was said, and as a hint what was read; of a form that is filled in here nothing was. */
export function fillSaid(
  { said, read: { summary }, own }: { said: Said; read: AuditView; own: boolean },
  { lang, t }: { lang: Lang; t: Translate },
): void {
  const year = byId('said-year', HTMLInputElement);
  year.value = said.year === undefined ? '' : String(said.year);
  year.placeholder = summary.year === null ? '' : String(summary.year);
  const agency = byId('said-agency', HTMLInputElement);
  agency.value = said.agency ?? '';
  agency.placeholder = summary.agency ?? '';
  const unsaid = own ? t('clerk.levelOpen') : t('page.saidRead');
  const is = own || said.level !== undefined ? '' : t('page.saidIs', { level: t(`level.${summary.level}`) });
  const level = byId('said-level', HTMLSelectElement);
  level.replaceChildren(
    element('option', { value: '' }, unsaid + is),
    ...levels.map((each) => element('option', { value: each }, t(`level.${each}`))),
  );
  level.value = said.level ?? '';
  const pack = byId('said-pack', HTMLSelectElement);
  pack.replaceChildren(...packOptions(packsOfPage(), t('page.packNone'), lang));
  pack.value = said.pack?.name ?? '';
}
