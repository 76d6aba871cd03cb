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
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    const { $map, $set, $uint32 } = each as Packed;
    if ($map !== undefined) return new Map($map);
    if ($set !== undefined) return new Set($set);
    return $uint32 === undefined ? each : Uint32Array.from($uint32);
  });
}
