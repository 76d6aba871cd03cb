/** A path as part of an address, whatever characters its names have. */
export function encodedPath(path: string): string {
  return path
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** A path as a relative address. */
export function relativeAddress(path: string): string {
  return `./${encodedPath(path)}`;
}
