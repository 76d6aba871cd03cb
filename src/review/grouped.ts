/** Values by their key, in order; `null` is no key. */
export function grouped<Value>(
  values: readonly Value[],
  keyOf: (value: Value) => string | null,
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [value]);
    else group.push(value);
  }
  return groups;
}
