import { Inflate } from 'fflate';
import { InputError } from '../../../model/index.js';
import { beyond, bounds, megabyte } from '../bounds.js';
import { binaryString } from '../bytes.js';

/** Deflate packs at most so many bytes into one (RFC 1951). */
const densest = 1032;

/** Compressed bytes inflated at once. */
const step = 16 * 1024;

/** Packed twice: a few kilobytes of it come to gigabytes, and no program writes it. */
const packedTwice = /\/(?:FlateDecode|Fl)\s{0,9}\/(?:FlateDecode|Fl)\b/;

/** Drawings in drawings: programs write three or four levels, and thirty that draw each other twice stand for a thousand million. */
const deepestForms = 10;

/** Bytes that pdf.js may read to mend a file without a directory; each object that is defined again and never ends makes it read to the end. */
const mostMending = 256 * megabyte;

/** Characters of a dictionary around its keys. */
const around = 2000;

/**
 * Makes sure, before pdf.js unpacks anything, that no stream but a picture comes to more than text, fonts and drawings ever do, and that drawings are not
 * nested without measure.
 * @throws InputError `too-large`, `too-deep`, `damaged` when its objects have no end
 */
export function checkStreams(bytes: Uint8Array): void {
  const text = binaryString(bytes);
  if (packedTwice.test(text)) throw beyond('stream');
  if (hasEndlessObjects(text)) throw new InputError('damaged');
  if (formDepth(text) > deepestForms) throw new InputError('too-deep', { depth: String(deepestForms) });
  const most = bounds.stream * megabyte;
  for (let at = text.indexOf('stream'); at >= 0; at = text.indexOf('stream', at)) {
    const start = at + (text[at + 6] === '\r' ? 8 : 7);
    const end = text.indexOf('endstream', start);
    const to = end < 0 ? bytes.length : end;
    const isLong = (to - start) * densest > most && (text[start] === 'x' || text[start] === 'h');
    const isPicture = () => /\/Subtype\s{0,9}\/Image\b/.test(text.slice(Math.max(0, at - around), at));
    if (isLong && !isPicture() && unpackedSize(bytes.subarray(start + 2, to), most) > most)
      throw beyond('stream');
    at = end < 0 ? text.length : end + 9;
  }
}

/** Bytes that a stream comes to, as far as it can be unpacked; soon after `most` of them it is enough. */
function unpackedSize(packed: Uint8Array, most: number): number {
  let size = 0;
  const inflater = new Inflate((chunk) => (size += chunk.length));
  try {
    for (let at = 0; at < packed.length && size <= most; at += step)
      inflater.push(packed.subarray(at, at + step));
  } catch {
    // What is damaged is for pdf.js to read as far as it goes.
  }
  return size;
}

function hasEndlessObjects(text: string): boolean {
  const defined = new Set<string>();
  let endless = 0;
  let isOpen = false;
  for (const [all] of text.matchAll(/\b\d{1,9}\s{1,9}\d{1,5}\s{1,9}obj\b|\bendobj\b/g)) {
    if (isOpen && all !== 'endobj') endless += 1;
    if (endless * text.length > mostMending) return true;
    isOpen = all !== 'endobj' && defined.has(all);
    if (all !== 'endobj') defined.add(all);
  }
  return false;
}

/** How many drawings stand in each other, as far as their dictionaries tell; a circle, which pdf.js finds, ends where it closes. */
function formDepth(text: string): number {
  const drawn = new Map<number, number[]>();
  for (let at = text.indexOf('/Form'); at >= 0; at = text.indexOf('/Form', at + 5)) {
    const before = text.slice(Math.max(0, at - around), at);
    const head = [...before.matchAll(/(\d{1,9})\s{1,9}\d{1,5}\s{1,9}obj\b/g)].at(-1);
    if (head === undefined) continue;
    const dictionary = `${before.slice(head.index + head[0].length)}${text.slice(at, at + around)}`;
    const [own = ''] = dictionary.split('stream', 1);
    const inside = /\/XObject\s{0,9}<<([^>]*)>>/.exec(own)?.[1] ?? '';
    drawn.set(
      Number(head[1]),
      [...inside.matchAll(/(\d{1,9})\s{1,9}\d{1,5}\s{1,9}R\b/g)].map((each) => Number(each[1])),
    );
  }
  const depths = new Map<number, number>();
  const depthOf = (id: number): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    depths.set(id, 0);
    let most = 0;
    for (const each of drawn.get(id) ?? []) if (drawn.has(each)) most = Math.max(most, depthOf(each));
    depths.set(id, most + 1);
    return most + 1;
  };
  let deepest = 0;
  for (const id of [...drawn.keys()].reverse()) deepest = Math.max(deepest, depthOf(id));
  return deepest;
}
