import { byId } from './dom.js';

/** Panels of which one is shown, each under its tab; arrow keys move between the tabs. */
export function startTabs<Name extends string>(names: readonly Name[], onShow: (name: Name) => void) {
  const tabs = names.map((name) => byId(`tab-${name}`, HTMLButtonElement));

  function show(name: Name): void {
    names.forEach((each, index) => {
      const chosen = each === name;
      const tab = tabs[index];
      if (tab !== undefined) {
        tab.ariaSelected = String(chosen);
        tab.tabIndex = chosen ? 0 : -1;
      }
      byId(`panel-${each}`, HTMLElement).hidden = !chosen;
    });
    onShow(name);
  }

  tabs.forEach((tab, index) => {
    const name = names[index];
    if (name === undefined) return;
    tab.addEventListener('click', () => show(name));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (step === undefined) return;
      const next = (index + step + names.length) % names.length;
      const other = names[next];
      if (other === undefined) return;
      show(other);
      tabs[next]?.focus();
    });
  });
  return { show };
}
