import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { schemas } from './generate.js';

test.each(Object.entries(schemas()))('%s is what the model generates (npm run schemas)', (name, text) => {
  expect(readFileSync(new URL(name, import.meta.url), 'utf8')).toBe(text);
});
