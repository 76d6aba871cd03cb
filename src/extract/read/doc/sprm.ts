import { u16, u8 } from './binary.js';

/** One property modifier (MS-DOC 2.2.5): what it sets and its operand. */
export interface Sprm {
  code: number;
  operand: Uint8Array;
}

const tableDefinition = 0xd608;
const changeTabs = 0xc615;

/** Bytes of the operand by the highest three bits of the code; `null`: the operand begins with its length. */
const lengths = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** The property modifiers of a list, as far as it is sound. */
export function sprmsOf(list: Uint8Array): Sprm[] {
  const sprms: Sprm[] = [];
  for (let at = 0; at + 3 <= list.length;) {
    const code = u16(list, at);
    at += 2;
    const fixed = lengths[code >> 13];
    let length = fixed ?? u8(list, at);
    if (fixed === null || fixed === undefined) {
      if (code === tableDefinition) {
        if (at + 2 > list.length) break;
        length = u16(list, at) - 1;
        at += 2;
      } else if (code === changeTabs && length === 255) break;
      else at += 1;
    }
    if (length < 0 || at + length > list.length) break;
    sprms.push({ code, operand: list.subarray(at, at + length) });
    at += length;
  }
  return sprms;
}
