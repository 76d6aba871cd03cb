/** A place in a rule: keys of mappings and positions in lists. */
export type Path = readonly (string | number)[];

/** A change of one place: another value, `as` a name for it, or nothing there at all. */
export type Edit = { path: Path; to: unknown; as?: string } | { path: Path; drop: true };

/** A copy of the value with the change made. */
export function edited(value: unknown, edit: Edit): unknown {
  return change(value, edit.path, 'drop' in edit ? DROPPED : edit.to);
}

const DROPPED = Symbol('dropped');

function change(value: unknown, [step, ...rest]: Path, to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) {
    return value.flatMap((each: unknown, index): unknown[] => {
      if (index !== step) return [each];
      const inner = change(each, rest, to);
      return inner === DROPPED ? [] : [inner];
    });
  }
  const entries = Object.entries(value as Record<string, unknown>).flatMap(([key, each]) => {
    if (key !== step) return [[key, each] as const];
    const inner = change(each, rest, to);
    return inner === DROPPED ? [] : [[key, inner] as const];
  });
  return Object.fromEntries(entries);
}

/** Names the change as people write it: `conditions.all.0.operator = equal`, `applies.years dropped`. */
export function nameOf(edit: Edit): string {
  const place = edit.path.join('.');
  return 'drop' in edit ? `${place} dropped` : `${place} = ${edit.as ?? shown(edit.to)}`;
}

function shown(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
