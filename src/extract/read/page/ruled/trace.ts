import { addFill, addStroke } from './ink.js';
import type { Box, Rules } from '../page.js';

/** How a path is painted; `lineWidth` in points. */
export interface Paint {
  strokes: boolean;
  fills: boolean;
  lineWidth: number;
}

/** Follows a path in page coordinates and adds what of it is a ruling line; call `end` after the last part. */
export function tracePath(rules: Rules, { strokes, fills, lineWidth }: Paint) {
  let box: Box | null = null;
  let startX = 0;
  let startY = 0;
  let x = 0;
  let y = 0;

  function extend(toX: number, toY: number): void {
    x = toX;
    y = toY;
    if (box === null) box = { left: x, top: y, right: x, bottom: y };
    else {
      box.left = Math.min(box.left, x);
      box.top = Math.min(box.top, y);
      box.right = Math.max(box.right, x);
      box.bottom = Math.max(box.bottom, y);
    }
  }

  function lineTo(toX: number, toY: number): void {
    if (strokes) addStroke(rules, x, y, toX, toY, lineWidth);
    extend(toX, toY);
  }

  function end(): void {
    if (fills && box !== null) addFill(rules, box);
    box = null;
  }

  return {
    moveTo(toX: number, toY: number): void {
      end();
      startX = toX;
      startY = toY;
      extend(toX, toY);
    },
    lineTo,
    /** A curve is no ruling line; only its end matters. */
    curveTo: extend,
    close: () => lineTo(startX, startY),
    end,
  };
}
