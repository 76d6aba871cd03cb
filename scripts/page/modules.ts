import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standalone from 'ajv/dist/standalone/index.js';
import { join } from 'node:path';
import type { Plugin } from 'vite';

// The package is CommonJS, whose default export its types misname.
const codeOf = standalone as unknown as typeof standalone.default;

/** The check of reports as data, compiled: the page forbids code that is made at run time. */
function validator(root: string): string {
  const schema = JSON.parse(readFileSync(join(root, 'schema/report.schema.json'), 'utf8')) as object;
  const ajv = new Ajv2020({ allErrors: true, strict: false, code: { source: true } });
  ajv.addSchema({ ...schema, $id: 'report' });
  return codeOf(ajv, { validate: 'report' });
}

/** Puts modules that run in a browser in place of those that do not. */
export function pageModules(root: string): Plugin {
  const read = join(root, 'src/extract/read');
  return {
    name: 'gouji-page',
    enforce: 'pre',
    load(id) {
      if (id === join(read, 'json/validate.ts')) return { code: validator(root), moduleType: 'js' };
      if (id === join(read, 'pdf/library.ts'))
        return `export * from ${JSON.stringify(join(root, 'src/web/pdf-library.ts'))}`;
      return null;
    },
  };
}
