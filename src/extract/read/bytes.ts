/** One character per byte. */
export function binaryString(bytes: Uint8Array): string {
  const step = 8192;
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += step) {
    parts.push(Reflect.apply(String.fromCharCode, undefined, bytes.subarray(at, at + step)) as string);
  }
  return parts.join('');
}

/** The inverse of `binaryString`. */
export function bytesOf(binary: string): Uint8Array {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
}

/** Begins like a ZIP archive with at least one file. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}
