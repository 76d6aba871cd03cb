/** A file that the page carries, compressed and in base64, so that only what is used is unpacked. */
export interface Payload {
  text: string;
  /** Names of the modules that it imports, as they stand in it. */
  imports: string[];
}

/** The file of that name. */
export function payloadOf(name: string): Payload {
  const element = document.getElementById(`file:${name}`);
  if (element === null) throw new Error(`the page lacks ${name}`);
  const imports = element.dataset['imports'] ?? '';
  return { text: element.textContent.trim(), imports: imports === '' ? [] : imports.split(' ') };
}
