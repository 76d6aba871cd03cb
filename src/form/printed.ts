import type { Label } from '../model/index.js';

/** A label with its ordinal as the form prints it: 1.属于国家秘密, （一）予以公开, 一、本年新收政府信息公开申请数量 */
export const printed = ({ ordinal, label }: Label): string =>
  ordinal === undefined
    ? label
    : /^\d+$/.test(ordinal)
      ? `${ordinal}.${label}`
      : /[)）]$/.test(ordinal)
        ? ordinal + label
        : `${ordinal}、${label}`;
