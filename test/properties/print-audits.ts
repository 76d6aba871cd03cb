import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { audit } from './reading/reading.js';

const samples = new URL('../../samples/', import.meta.url);

/** The audits of all samples, one JSON a line. */
export async function samplesAudited(): Promise<string> {
  const names = readdirSync(samples).filter((name) => /\.(?:txt|html)$/.test(name));
  const audits = await Promise.all(names.sort().map((name) => audit(readFileSync(new URL(name, samples)))));
  return audits.map((each) => `${JSON.stringify(each)}\n`).join('');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.stdout.write(await samplesAudited());
