/** A document that was handed over. */
export interface Handed {
  name: string;
  bytes: Uint8Array;
}
