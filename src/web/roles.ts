import type { MessageKey, Translate } from '../report/translate.js';
import { byId, element } from './dom.js';

/** Files by what they were taken for; a role without files is left out. */
type Roles = readonly (readonly [MessageKey, readonly { name: string }[]])[];

/** Says which file was taken for what, where several were handed over together. */
export function createRoles(translate: () => Translate) {
  let shown: Roles = [];

  function speak(): void {
    const t = translate();
    const items = shown.flatMap(([role, files]) =>
      files.map(({ name }) => element('li', {}, t(role, { name }))),
    );
    const list = byId('roles', HTMLElement);
    list.replaceChildren(...items);
    list.hidden = items.length < 2;
  }

  return {
    show(roles: Roles): void {
      shown = roles;
      speak();
    },
    speak,
  };
}
