import { readFileSync } from 'node:fs';

/** What the program knows of its own installation. */
export interface Host {
  version: string;
  /** The module that audits in a thread of its own, see worker.ts. */
  worker: URL;
  /** The folder of the program's code. */
  code: URL;
  /** The defaults that the build left, see compiled.ts. */
  defaults: URL;
  /** The self-check page that the build left, see scripts/page.ts. */
  page: URL;
}

/** The page as the build left it; `null`: the program was not built. */
export function readPage({ page }: Host): string | null {
  try {
    return readFileSync(page, 'utf8');
  } catch {
    return null;
  }
}
