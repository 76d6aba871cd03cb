import * as fc from 'fast-check';

/** What may befall one line of a text on its way: all behind it lost, itself lost, there twice, or run together with the next. */
export interface LineDamage {
  kind: 'cut' | 'deleted' | 'doubled' | 'merged';
  /** Where, in parts of ten thousand of the lines. */
  at: number;
}

export const lineDamages: fc.Arbitrary<LineDamage> = fc.record({
  kind: fc.constantFrom('cut', 'deleted', 'doubled', 'merged'),
  at: fc.nat(9999),
});

export function withLineDamage(text: string, { kind, at }: LineDamage): string {
  const lines = text.split('\n');
  const line = Math.floor((lines.length * at) / 10_000);
  const own = lines[line] ?? '';
  const [before, behind] = [lines.slice(0, line), lines.slice(line + 1)];
  switch (kind) {
    case 'cut':
      return before.join('\n');
    case 'deleted':
      return [...before, ...behind].join('\n');
    case 'doubled':
      return [...before, own, own, ...behind].join('\n');
    case 'merged':
      return [...before, own + (behind[0] ?? ''), ...behind.slice(1)].join('\n');
  }
}
