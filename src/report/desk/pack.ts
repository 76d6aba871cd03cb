interface Packed {
  $map?: [unknown, unknown][];
  $set?: unknown[];
  $uint32?: number[];
}

/** Text that {@link unpack} turns back into the value: plain data with maps, sets and 32-bit numbers in it. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Map) return { $map: [...each] };
    if (each instanceof Set) return { $set: [...each] };
    if (each instanceof Uint32Array) return { $uint32: [...each] };
    return each;
  });
}

export function unpack(text: string): unknown {
  return restored(JSON.parse(text) as unknown);
}

/** In place, and without a look at what is no object: a reviver would be asked about every value there is. */
function restored(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { $map, $set, $uint32 } = value as Packed;
  if ($uint32 !== undefined) return Uint32Array.from($uint32);
  if ($map !== undefined) return new Map($map.map(([key, each]) => [restored(key), restored(each)]));
  if ($set !== undefined) return new Set($set.map(restored));
  const members = value as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    const member = members[key];
    if (typeof member === 'object') members[key] = restored(member);
  }
  return members;
}
