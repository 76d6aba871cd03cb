import type { Claim } from './claim.js';
import type { Section } from './report.js';

/** A name for the sentence of the section in which the claim stands, equal for claims of one sentence; `null` when it cannot be found. */
export function sentenceOf({ section, quote }: Claim, found: Section | undefined): string | null {
  const wanted = quote.trim();
  const passages = found?.passages ?? [];
  const index = passages.findIndex((passage) => passage.source.includes(wanted));
  const source = passages[index]?.source;
  if (source === undefined || wanted === '') return null;
  const before = source.slice(0, source.indexOf(wanted));
  return `${section}/${index}/${before.split(/[。！？!?]/u).length}`;
}

/** What the claim says and the rest of its sentence, up to a semicolon; its own words alone when it cannot be found. */
export function saidWith({ quote }: Claim, found: Section | undefined): string {
  const wanted = quote.trim();
  const source = found?.passages.find((passage) => passage.source.includes(wanted))?.source ?? wanted;
  const [rest = ''] = source.slice(source.indexOf(wanted) + wanted.length).split(/[。！？!?；;]/u, 1);
  return wanted + rest;
}
