/** An affine map `x' = a·x + c·y + e`, `y' = b·x + d·y + f`, as PDF and OFD write it. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** The map that applies `inner` first, then `outer`. */
export function compose(outer: Matrix, inner: ArrayLike<number>): Matrix {
  const [a, b, c, d, e, f] = outer;
  const at = (index: number): number => inner[index] ?? 0;
  return [
    a * at(0) + c * at(1),
    b * at(0) + d * at(1),
    a * at(2) + c * at(3),
    b * at(2) + d * at(3),
    a * at(4) + c * at(5) + e,
    b * at(4) + d * at(5) + f,
  ];
}

export const applyX = (matrix: Matrix, x: number, y: number): number =>
  matrix[0] * x + matrix[2] * y + matrix[4];
export const applyY = (matrix: Matrix, x: number, y: number): number =>
  matrix[1] * x + matrix[3] * y + matrix[5];

/** Length that a vertical unit has after the map. */
export const verticalScale = (matrix: Matrix): number => Math.hypot(matrix[2], matrix[3]);
