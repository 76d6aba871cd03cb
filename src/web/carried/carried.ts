/** A file that the page carries, see loader.ts. */
declare const goujiData: (name: string) => Promise<ArrayBuffer>;

/** The file of that name; rejects when the page does not carry it. */
export async function bytesOf(name: string): Promise<Uint8Array> {
  return new Uint8Array(await goujiData(name));
}
