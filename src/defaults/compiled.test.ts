import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { defaultFiles } from './compiled.js';

const root = new URL('../../', import.meta.url);

test('an installed package has every file that the kept defaults are compared with', () => {
  const { files } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { files: string[] };
  const left = defaultFiles(root.pathname).filter(
    (file) => !files.some((each) => file === each || file.startsWith(`${each}/`)),
  );
  expect(left).toEqual([]);
  expect(defaultFiles(root.pathname)).toContain('vocabulary/lexicon.yaml');
});
