/** Prose condensed so that two texts can be compared, and ten thousand held. */
export interface Sketch {
  /** The smallest hashes of its runs of five characters, ascending; all of them when there are not more than are kept. */
  grams: Uint32Array;
  /** Hashes that texts nearly alike share with near certainty, and others seldom: one for each band. */
  bands: Uint32Array;
}

const GRAM = 5;

/** Runs kept of a text. Likeness is exact up to this many, and within a few points beyond. */
const KEPT = 512;

const BINS = 128;
const ROWS = 8;
const EMPTY = 0xffffffff;

/** Shorter texts say too little of who wrote them. */
const LEAST_CHARACTERS = 150;

/** `null` when the text is too short to be compared. */
export function sketchOf(text: string, least = LEAST_CHARACTERS): Sketch | null {
  if (text.length < least) return null;
  const all = new Uint32Array(text.length - GRAM + 1);
  for (let start = 0; start < all.length; start++) all[start] = hashOf(text, start);
  all.sort();
  const distinct = all.filter((each, index) => index === 0 || each !== all[index - 1]);
  return { grams: distinct.slice(0, KEPT), bands: bandsOf(distinct) };
}

/** FNV-1a over the characters of one run, well mixed. */
function hashOf(text: string, start: number): number {
  let hash = 0x811c9dc5;
  for (let index = start; index < start + GRAM; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return mixed(hash);
}

function mixed(hash: number): number {
  let value = hash ^ (hash >>> 16);
  value = Math.imul(value, 0x85ebca6b);
  value ^= value >>> 13;
  value = Math.imul(value, 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Min-hashing with one permutation: the smallest hash of each bin, some bins together a band. */
function bandsOf(grams: Uint32Array): Uint32Array {
  const least = new Uint32Array(BINS).fill(EMPTY);
  for (const gram of grams) {
    const bin = gram % BINS;
    if (gram < (least[bin] ?? 0)) least[bin] = gram;
  }
  return Uint32Array.from({ length: BINS / ROWS }, (_, band) => {
    let hash = band;
    for (const each of least.subarray(band * ROWS, (band + 1) * ROWS))
      hash = mixed(Math.imul(hash, 31) ^ each);
    return hash;
  });
}

/** How much two texts have in common, of all that they hold, in whole per cent (Jaccard, by runs of five characters). */
export function likenessOf({ grams: one }: Sketch, { grams: other }: Sketch): number {
  const whole = one.length < KEPT && other.length < KEPT;
  let [left, right, common, seen] = [0, 0, 0, 0];
  while (left < one.length && right < other.length && (whole || seen < KEPT)) {
    const difference = (one[left] ?? 0) - (other[right] ?? 0);
    if (difference === 0) common++;
    if (difference <= 0) left++;
    if (difference >= 0) right++;
    seen++;
  }
  const rest = one.length - left + (other.length - right);
  const union = whole ? seen + rest : Math.min(KEPT, seen + rest);
  return Math.floor((100 * common) / union);
}
