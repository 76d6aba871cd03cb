import type { MessageKey, Translate } from '../../report/translate.js';
import { byId, element } from '../dom.js';

/** What files were taken for, with the values of its words. Names of registers are none of them: they may hold those of applicants. */
type Roles = readonly (readonly [MessageKey, Readonly<Record<string, string | number>>])[];

/** Says which file was taken for what, where several were handed over together. */
export function createRoles(translate: () => Translate) {
  let shown: Roles = [];

  function speak(): void {
    const t = translate();
    const list = byId('roles', HTMLElement);
    list.replaceChildren(...shown.map(([role, values]) => element('li', {}, t(role, values))));
    list.hidden = shown.length < 2;
  }

  return {
    show(roles: Roles): void {
      shown = roles;
      speak();
    },
    speak,
  };
}
