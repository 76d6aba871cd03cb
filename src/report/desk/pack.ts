/** Text that {@link unpack} turns back into the value: plain data with maps and sets in it. */
export function pack(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => {
    if (each instanceof Map) return { $map: [...each] };
    if (each instanceof Set) return { $set: [...each] };
    return each;
  });
}

export function unpack(text: string): unknown {
  return JSON.parse(text, (_, each: unknown) => {
    if (typeof each !== 'object' || each === null) return each;
    const { $map, $set } = each as { $map?: [unknown, unknown][]; $set?: unknown[] };
    if ($map !== undefined) return new Map($map);
    return $set === undefined ? each : new Set($set);
  });
}
