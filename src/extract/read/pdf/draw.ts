import { boxOf } from '../page/ruled/ink.js';
import { compose, type Matrix } from '../page/ruled/matrix.js';
import type { Box, Glyph, Rules } from '../page/page.js';
import { markIllegible } from './legible.js';
import type { Ops } from './library.js';
import { drawPath } from './path.js';
import {
  beginText,
  freshText,
  moveText,
  showText,
  type Font,
  type Shown,
  type TextState,
} from './text-state.js';

export interface OperatorList {
  fnArray: readonly number[];
  argsArray: readonly unknown[];
}

/** What one page draws, in page coordinates. */
export interface Drawn {
  glyphs: Glyph[];
  rules: Rules;
  pictures: Picture[];
  invisible: number;
}

export interface Picture extends Box {
  /** Takes the unit square to where the picture stands. */
  matrix: Matrix;
  /** Name under which pdf.js keeps its pixels; `null` for one drawn inline. */
  name: string | null;
}

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

/** Text rendering mode of text that does not show (ISO 32000-1, 9.3.6). */
const invisibleMode = 3;

/** Deeper nesting of graphics states is not followed. */
const deepest = 2000;

/** Reads glyphs, ruling lines and pictures from the operator list of a page in one pass. */
export function draw(list: OperatorList, setting: Setting): Drawn {
  const { ops, base, width, height, fonts, shows } = setting;
  const drawn: Drawn = { glyphs: [], rules: { horizontal: [], vertical: [] }, pictures: [], invisible: 0 };
  const byFont = new Map<Font | null, Glyph[]>();
  const beyond: Box = { left: -width, top: -height, right: 2 * width, bottom: 2 * height };
  const fresh: State = { ...freshText, ctm: base, lineWidth: 1, mode: 0, clip: beyond };
  const saved: State[] = [];
  /** For each open marked content whether it hides what is inside. */
  const marks: boolean[] = [];
  let state = { ...fresh };
  let run = 0;
  let annotation = false;
  let clipNext = false;
  /** Depth inside a group that only makes a mask, 0 outside. */
  let mask = 0;

  const handlers: Partial<Record<keyof Ops, (...args: unknown[]) => void>> = {
    save,
    restore,
    transform: (...matrix) => transform(matrix),
    paintFormXObjectBegin(matrix, box) {
      save();
      transform(matrix);
      clip(box);
    },
    paintFormXObjectEnd: restore,
    beginGroup(group) {
      // Its matrix is repeated by the form inside.
      if ((group as { smask?: unknown }).smask) mask = 1;
      else save();
    },
    endGroup: restore,
    beginAnnotation(_id, _place, matrix, own) {
      save();
      state = { ...fresh };
      annotation = true;
      transform(matrix);
      transform(own);
    },
    endAnnotation() {
      restore();
      annotation = false;
    },
    beginMarkedContent: () => marks.push(false),
    beginMarkedContentProps: (tag, layer) => marks.push(tag === 'OC' && !shows(layer)),
    endMarkedContent: () => marks.pop(),
    setLineWidth: (lineWidth) => (state.lineWidth = Number(lineWidth)),
    setGState(entries) {
      for (const [key, value] of entries as [string, unknown][]) {
        if (key === 'LW') state.lineWidth = Number(value);
        else if (key === 'Font') setFont(...(value as [unknown, unknown]));
      }
    },
    beginText: () => beginText(state, null),
    setTextMatrix: (matrix) => beginText(state, matrix as ArrayLike<number>),
    setCharSpacing: (spacing) => (state.charSpacing = Number(spacing)),
    setWordSpacing: (spacing) => (state.wordSpacing = Number(spacing)),
    setHScale: (scale) => (state.horizontalScale = Number(scale) / 100),
    setLeading: (leading) => (state.leading = -Number(leading)),
    setTextRise: (rise) => (state.rise = Number(rise)),
    setTextRenderingMode: (mode) => (state.mode = Number(mode)),
    setFont,
    moveText: (x, y) => moveText(state, Number(x), Number(y)),
    setLeadingMoveText(x, y) {
      state.leading = Number(y);
      moveText(state, Number(x), Number(y));
    },
    nextLine: () => moveText(state, 0, state.leading),
    showText: (shown) => showText(state, state.ctm, shown as Shown[], run++, keep),
    clip: () => (clipNext = true),
    eoClip: () => (clipNext = true),
    constructPath(paint, buffers, box) {
      if (!annotation && !isHidden())
        drawPath(ops, paint, (buffers as (ArrayLike<number> | null)[])[0], state, drawn.rules);
      if (clipNext) clip(box);
      clipNext = false;
    },
    paintImageXObject: picture,
    paintImageXObjectRepeat: picture,
    paintImageMaskXObject: picture,
    paintInlineImageXObject: picture,
  };
  const byCode = new Map(
    Object.entries(handlers).map(([name, handler]) => [ops[name as keyof Ops], handler]),
  );

  for (const [index, code] of list.fnArray.entries()) {
    if (mask > 0) {
      if (code === ops.beginGroup) mask++;
      else if (code === ops.endGroup) mask--;
      continue;
    }
    const args = list.argsArray[index];
    byCode.get(code)?.(...(Array.isArray(args) ? (args as unknown[]) : []));
  }
  markIllegible(byFont.values());
  return drawn;

  function keep(glyph: Glyph): void {
    const { clip: shown } = state;
    const isOut =
      glyph.left >= shown.right ||
      glyph.right <= shown.left ||
      glyph.top >= shown.bottom ||
      glyph.bottom <= shown.top;
    if (isOut || isHidden()) return;
    drawn.glyphs.push(glyph);
    if (state.mode === invisibleMode) drawn.invisible++;
    const same = byFont.get(state.font);
    if (same === undefined) byFont.set(state.font, [glyph]);
    else same.push(glyph);
  }

  function isHidden(): boolean {
    return marks.includes(true);
  }

  function save(): void {
    if (saved.length < deepest) saved.push({ ...state });
  }

  function restore(): void {
    state = saved.pop() ?? state;
  }

  function transform(matrix: unknown): void {
    if (matrix) state.ctm = compose(state.ctm, matrix as ArrayLike<number>);
  }

  function setFont(name: unknown, size: unknown): void {
    state.font = fonts.get(String(name)) ?? null;
    state.size = Number(size);
  }

  function clip(bounds: unknown): void {
    if (!bounds) return;
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(bounds as ArrayLike<number>);
    const box = boxOf(state.ctm, x0, y0, x1, y1);
    const { left, top, right, bottom } = state.clip;
    state.clip = {
      left: Math.max(left, box.left),
      top: Math.max(top, box.top),
      right: Math.min(right, box.right),
      bottom: Math.min(bottom, box.bottom),
    };
  }

  /** `source` is the name of an image, or a mask that tells it. */
  function picture(source: unknown): void {
    if (annotation || isHidden()) return;
    const name = typeof source === 'string' ? source : (source as { data?: unknown } | undefined)?.data;
    const box = boxOf(state.ctm, 0, 0, 1, 1);
    drawn.pictures.push({ ...box, matrix: state.ctm, name: typeof name === 'string' ? name : null });
  }
}
