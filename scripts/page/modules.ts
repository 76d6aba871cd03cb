import type { Plugin } from 'vite';

/** Modules of the program in whose place the page has others. */
export function pageModules(_root: string): Plugin {
  return { name: 'gouji-page' };
}
