import { applyX, applyY, verticalScale, type Matrix } from '../page/ruled/matrix.js';
import type { Rules } from '../page/page.js';
import { tracePath } from '../page/ruled/trace.js';
import type { Ops } from './library.js';

/** Codes of pdf.js inside a path buffer. */
const codes = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

const stroking = [
  'stroke',
  'closeStroke',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
] as const;
const filling = [
  'fill',
  'eoFill',
  'fillStroke',
  'eoFillStroke',
  'closeFillStroke',
  'closeEOFillStroke',
] as const;

/** Adds what of a path in user space is a ruling line; `paint` is the operator that paints it. */
export function drawPath(
  ops: Ops,
  paint: unknown,
  buffer: ArrayLike<number> | null | undefined,
  { ctm, lineWidth }: { ctm: Matrix; lineWidth: number },
  rules: Rules,
): void {
  const strokes = stroking.some((name) => ops[name] === paint);
  const fills = filling.some((name) => ops[name] === paint);
  if (buffer === null || buffer === undefined || !(strokes || fills)) return;
  const trace = tracePath(rules, { strokes, fills, lineWidth: lineWidth * verticalScale(ctm) });
  for (let index = 0; index < buffer.length;) {
    const code = buffer[index];
    index +=
      code === codes.curveTo ? 7 : code === codes.quadraticCurveTo ? 5 : code === codes.closePath ? 1 : 3;
    if (code === codes.closePath) {
      trace.close();
      continue;
    }
    const userX = buffer[index - 2] ?? 0;
    const userY = buffer[index - 1] ?? 0;
    const x = applyX(ctm, userX, userY);
    const y = applyY(ctm, userX, userY);
    if (code === codes.moveTo) trace.moveTo(x, y);
    else if (code === codes.lineTo) trace.lineTo(x, y);
    else trace.curveTo(x, y);
  }
  trace.end();
}
