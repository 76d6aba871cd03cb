/** A path as a relative address, whatever characters its names have. */
export function relativeAddress(path: string): string {
  const names = path.replace(/\p{Cs}/gu, '\ufffd').split('/');
  return `./${names.map(encodeURIComponent).join('/')}`;
}
