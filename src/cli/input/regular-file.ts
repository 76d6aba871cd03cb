import { open, stat } from 'node:fs/promises';
import { beyond, bounds, megabyte } from '../../extract/read/bounds.js';
import { InputError } from '../../model/errors.js';
import { UsageError } from '../usage-error.js';

/**
 * The bytes of a regular file. A pipe or a device may never end, and is not opened.
 * @throws InputError `not-a-file`, `too-large`; what the system says otherwise
 */
export async function readRegularFile(path: string | Buffer): Promise<Buffer> {
  const found = await stat(path);
  if (!found.isFile()) throw new InputError('not-a-file');
  if (found.size > bounds.input * megabyte) throw beyond('input');
  const file = await open(path);
  try {
    // Memory that threads share: a file of hundreds of reports does not lie in it once for each of them.
    const bytes = Buffer.from(new SharedArrayBuffer(found.size));
    let length = 0;
    for (;;) {
      const { bytesRead } = await file.read(bytes, length, found.size - length, length);
      length += bytesRead;
      if (bytesRead === 0 || length === found.size) return bytes.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

/**
 * The bytes of a file that the command needs besides its inputs.
 * @throws UsageError
 */
export async function readNeededFile(path: string): Promise<Buffer> {
  try {
    return await readRegularFile(path);
  } catch (error) {
    if (error instanceof InputError && error.code === 'not-a-file')
      throw new UsageError('usage.notAFile', { path });
    const detail = error instanceof Error ? error.message : String(error);
    throw new UsageError('usage.cannotRead', { path, detail });
  }
}

/**
 * All that a stream gives.
 * @throws InputError `too-large`
 */
export async function readStream(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > bounds.input * megabyte) throw beyond('input');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
