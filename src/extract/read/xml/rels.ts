import { parseXml } from './xml.js';
import type { ZipEntry } from '../containers/unzip.js';

export interface Relationship {
  /** Last word of the type address, e.g. `styles`. */
  type: string;
  /** Path inside the package, or the address of something outside it. */
  target: string;
  external: boolean;
}

/** Relationships of one part of an Office Open XML package by id; none when the package has no such list. `part` is '' for the package. */
export function relationshipsOf(
  entries: ReadonlyMap<string, ZipEntry>,
  part: string,
): Map<string, Relationship> {
  const slash = part.lastIndexOf('/') + 1;
  const folder = part.slice(0, slash);
  const found = new Map<string, Relationship>();
  const entry = entries.get(`${folder}_rels/${part.slice(slash)}.rels`);
  if (entry === undefined) return found;
  parseXml(
    entry.read(),
    {},
    {
      open(name, { Id, Type = '', Target = '', TargetMode }) {
        if (!/(?:^|:)Relationship$/.test(name) || Id === undefined) return;
        const external = TargetMode === 'External';
        found.set(Id, {
          type: Type.slice(Type.lastIndexOf('/') + 1),
          target: external ? Target : resolve(folder, Target),
          external,
        });
      },
      close: () => undefined,
    },
    entry.name,
  );
  return found;
}

function resolve(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
