import type * as Pdfjs from 'pdfjs-dist/legacy/build/pdf.mjs';

import { boxOf } from '../page/ink.js';
import { applyX, applyY, compose, verticalScale, type Matrix } from '../page/matrix.js';
import type { Box, Glyph, Rules } from '../page/page.js';
import { tracePath } from '../page/trace.js';
import { markIllegible } from './legible.js';
import {
  beginText,
  freshText,
  moveText,
  showText,
  type Font,
  type Shown,
  type TextState,
} from './text-state.js';

type Ops = typeof Pdfjs.OPS;

export interface OperatorList {
  fnArray: number[];
  argsArray: unknown[][];
}

/** What one page draws, in page coordinates. */
export interface Drawn {
  glyphs: Glyph[];
  rules: Rules;
  pictures: Picture[];
  invisible: number;
}

export interface Picture extends Box {
  /** Name under which pdf.js keeps the bitmap of the page; `null` for one drawn inline. */
  name: string | null;
}

interface State extends TextState {
  ctm: Matrix;
  lineWidth: number;
  /** Text rendering mode. */
  mode: number;
  /**
   * Nothing shows outside; the path of a clip is taken as its box. At first it goes beyond the page: a table that runs over its edge
   * would lose digits there, and its blank cells would be blamed on the agency.
   */
  clip: Box;
}

const clipped = (clip: Box, box: Box): Box => ({
  left: Math.max(clip.left, box.left),
  top: Math.max(clip.top, box.top),
  right: Math.min(clip.right, box.right),
  bottom: Math.min(clip.bottom, box.bottom),
});

const meets = (clip: Box, box: Box): boolean =>
  box.left < clip.right && box.right > clip.left && box.top < clip.bottom && box.bottom > clip.top;

/** Text rendering mode of text that does not show (ISO 32000-1, 9.3.6). */
const invisibleMode = 3;

/** Deeper nesting of graphics states is not followed. */
const deepest = 2000;

/** Codes of pdf.js inside a path buffer. */
const path = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticCurveTo: 3, closePath: 4 } as const;

/** How a page is shown. */
export interface Setting {
  ops: Ops;
  /** Maps user space to the page. */
  base: Matrix;
  width: number;
  height: number;
  /** The fonts that the list names. */
  fonts: ReadonlyMap<string, Font>;
  /** Whether content of an optional layer shows. */
  shows: (layer: unknown) => boolean;
}

/** Reads glyphs, ruling lines and pictures from the operator list of a page in one pass. */
export function draw(list: OperatorList, { ops, base, width, height, fonts, shows }: Setting): Drawn {
  const drawn: Drawn = { glyphs: [], rules: { horizontal: [], vertical: [] }, pictures: [], invisible: 0 };
  const fresh: State = {
    ...freshText,
    ctm: base,
    lineWidth: 1,
    mode: 0,
    clip: { left: -width, top: -height, right: 2 * width, bottom: 2 * height },
  };
  let state = { ...fresh };
  const keep = (glyph: Glyph): void => {
    if (hidden > 0 || !meets(state.clip, glyph)) return;
    drawn.glyphs.push(glyph);
    if (state.mode === invisibleMode) drawn.invisible++;
    const same = byFont.get(state.font);
    if (same === undefined) byFont.set(state.font, [glyph]);
    else same.push(glyph);
  };
  const byFont = new Map<Font | null, Glyph[]>();
  const saved: State[] = [];
  const save = (): void => void (saved.length < deepest && saved.push({ ...state }));
  const restore = (): void => void (state = saved.pop() ?? state);
  let annotation = false;
  /** Depth inside a group that only makes a mask, 0 outside. */
  let mask = 0;
  /** For each open marked content whether it hides what is inside. */
  const marks: boolean[] = [];
  let hidden = 0;
  let clipNext = false;

  for (let index = 0; index < list.fnArray.length; index++) {
    const op = list.fnArray[index];
    const args = list.argsArray[index] ?? [];
    const number = (at: number): number => (typeof args[at] === 'number' ? args[at] : 0);
    if (mask > 0) {
      if (op === ops.beginGroup) mask++;
      else if (op === ops.endGroup) mask--;
      continue;
    }
    switch (op) {
      case ops.save:
        save();
        break;
      case ops.restore:
        restore();
        break;
      case ops.transform:
        state.ctm = compose(state.ctm, args as number[]);
        break;
      case ops.paintFormXObjectBegin:
        save();
        if (args[0] != null) state.ctm = compose(state.ctm, args[0] as ArrayLike<number>);
        if (args[1] != null) clip(args[1] as ArrayLike<number>);
        break;
      case ops.paintFormXObjectEnd:
        restore();
        break;
      case ops.beginGroup:
        // Its matrix is repeated by the form inside.
        if ((args[0] as { smask?: unknown } | undefined)?.smask != null) mask = 1;
        else save();
        break;
      case ops.endGroup:
        restore();
        break;
      case ops.beginAnnotation: {
        save();
        state = { ...fresh };
        annotation = true;
        for (const matrix of [args[2], args[3]])
          if (matrix != null) state.ctm = compose(state.ctm, matrix as ArrayLike<number>);
        break;
      }
      case ops.endAnnotation:
        restore();
        annotation = false;
        break;
      case ops.beginMarkedContent:
        marks.push(false);
        break;
      case ops.beginMarkedContentProps: {
        const hides = args[0] === 'OC' && !shows(args[1]);
        marks.push(hides);
        if (hides) hidden++;
        break;
      }
      case ops.endMarkedContent:
        if (marks.pop() === true) hidden--;
        break;
      case ops.setLineWidth:
        state.lineWidth = number(0);
        break;
      case ops.setGState:
        for (const [key, value] of (args[0] ?? []) as [string, unknown][]) {
          if (key === 'LW') state.lineWidth = Number(value);
          else if (key === 'Font') setFont((value as unknown[])[0], Number((value as unknown[])[1]));
        }
        break;
      case ops.beginText:
        beginText(state, null);
        break;
      case ops.setTextMatrix:
        beginText(state, args[0] as ArrayLike<number>);
        break;
      case ops.setCharSpacing:
        state.charSpacing = number(0);
        break;
      case ops.setWordSpacing:
        state.wordSpacing = number(0);
        break;
      case ops.setHScale:
        state.horizontalScale = number(0) / 100;
        break;
      case ops.setLeading:
        state.leading = -number(0);
        break;
      case ops.setTextRise:
        state.rise = number(0);
        break;
      case ops.setTextRenderingMode:
        state.mode = number(0);
        break;
      case ops.setFont:
        setFont(args[0], number(1));
        break;
      case ops.moveText:
        moveText(state, number(0), number(1));
        break;
      case ops.setLeadingMoveText:
        state.leading = number(1);
        moveText(state, number(0), number(1));
        break;
      case ops.nextLine:
        moveText(state, 0, state.leading);
        break;
      case ops.showText:
        showText(state, state.ctm, args[0] as Shown[], index, keep);
        break;
      case ops.clip:
      case ops.eoClip:
        clipNext = true;
        break;
      case ops.constructPath:
        if (!annotation && hidden === 0) drawPath(args, ops, state, drawn.rules);
        if (clipNext && args[2] != null) clip(args[2] as ArrayLike<number>);
        clipNext = false;
        break;
      case ops.paintImageXObject:
      case ops.paintImageXObjectRepeat:
      case ops.paintImageMaskXObject:
      case ops.paintInlineImageXObject:
        if (!annotation && hidden === 0) {
          const name = typeof args[0] === 'string' ? args[0] : null;
          drawn.pictures.push({ ...boxOf(state.ctm, 0, 0, 1, 1), name });
        }
        break;
    }
  }
  markIllegible(byFont.values());
  return drawn;

  function setFont(name: unknown, size: number): void {
    state.font = fonts.get(String(name)) ?? null;
    state.size = size;
  }

  function clip(bounds: ArrayLike<number>): void {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds);
    state.clip = clipped(state.clip, boxOf(state.ctm, x0, y0, x1, y1));
  }
}

function drawPath(args: unknown[], ops: Ops, state: State, rules: Rules): void {
  const paint = args[0];
  const buffer = (args[1] as (Float32Array | null)[])[0];
  const strokes =
    paint === ops.stroke ||
    paint === ops.closeStroke ||
    paint === ops.fillStroke ||
    paint === ops.eoFillStroke ||
    paint === ops.closeFillStroke ||
    paint === ops.closeEOFillStroke;
  const fills =
    paint === ops.fill ||
    paint === ops.eoFill ||
    (strokes && paint !== ops.stroke && paint !== ops.closeStroke);
  if (buffer == null || !(strokes || fills)) return;
  const { ctm } = state;
  const trace = tracePath(rules, { strokes, fills, lineWidth: state.lineWidth * verticalScale(ctm) });
  for (let index = 0; index < buffer.length;) {
    const code = buffer[index];
    index += code === path.curveTo ? 7 : code === path.quadraticCurveTo ? 5 : code === path.closePath ? 1 : 3;
    if (code === path.closePath) {
      trace.close();
      continue;
    }
    const userX = buffer[index - 2] ?? 0;
    const userY = buffer[index - 1] ?? 0;
    const x = applyX(ctm, userX, userY);
    const y = applyY(ctm, userX, userY);
    if (code === path.moveTo) trace.moveTo(x, y);
    else if (code === path.lineTo) trace.lineTo(x, y);
    else trace.curveTo(x, y);
  }
  trace.end();
}
