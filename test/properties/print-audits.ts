import { readdirSync, readFileSync } from 'node:fs';
import { audit } from './reading.js';

const samples = new URL('../../samples/', import.meta.url);

for (const name of readdirSync(samples).sort()) {
  if (name.endsWith('.md')) continue;
  process.stdout.write(`${JSON.stringify(await audit(readFileSync(new URL(name, samples))))}\n`);
}
