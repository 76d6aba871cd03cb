/** Signatures of the parts of a ZIP archive, read as little-endian numbers. */
const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
const endLength = 22;
/** 1980-01-01, the first day that the format knows. */
const firstDay = 0x0021;

/**
 * Takes the time of its making out of a ZIP archive that this program made, in place, so that the same contents are the same bytes.
 * @throws RangeError when the bytes are no such archive
 */
export function undated(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - endLength;
  if (end < 0 || view.getUint32(end, true) !== endOfDirectory) throw new RangeError('no ZIP archive');
  const setTime = (at: number) => {
    view.setUint16(at, 0, true);
    view.setUint16(at + 2, firstDay, true);
  };
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left -= 1) {
    if (view.getUint32(at, true) !== directoryEntry) throw new RangeError('no ZIP archive');
    setTime(at + 12);
    setTime(view.getUint32(at + 42, true) + 10);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return archive;
}
