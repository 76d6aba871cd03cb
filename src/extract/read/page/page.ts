import type { At } from '../../../model/index.js';

/** An upright rectangle in points; y grows downwards from the top left corner of the page. */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Direction in which the text runs, in clockwise quarter turns: 0 to the right, 1 down, 2 upside down, 3 up. */
export type Turn = 0 | 1 | 2 | 3;

/** One drawn character (or ligature) with its em box. */
export interface Glyph extends Box {
  text: string;
  /** Em size in points. */
  size: number;
  turn: Turn;
  /** Glyphs drawn by one operation have the same number. */
  run: number;
  /** How sure the reading is, 0–1; absent: sure, as drawn text is. */
  confidence?: number;
}

/** A straight ruling line: `at` is its y (horizontal) or x (vertical), `from` < `to` its ends along the other axis. */
export interface Rule {
  at: number;
  from: number;
  to: number;
}

export interface Rules {
  horizontal: Rule[];
  vertical: Rule[];
}

/** What is drawn on one page. */
export interface Page {
  /** From 1. */
  number: number;
  width: number;
  height: number;
  glyphs: Glyph[];
  rules: Rules;
  /** Places of pictures. */
  pictures: Box[];
  /** How many of the glyphs do not show: recognised text laid under the picture of a page. */
  invisible: number;
  /** What a point is in the unit of `At.box`: 1 for PDF, 25.4 / 72 for OFD. */
  unit: number;
  /** How sure what is read of the page can be, 0–1; absent: sure. */
  confidence?: number;
  /** How the page was turned to bring its text upright; `at` boxes are turned back. */
  turned: Turn;
}

export const middleX = (box: Box): number => (box.left + box.right) / 2;
export const middleY = (box: Box): number => (box.top + box.bottom) / 2;

export function union(boxes: readonly Box[]): Box {
  const all: Box = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const box of boxes) {
    all.left = Math.min(all.left, box.left);
    all.top = Math.min(all.top, box.top);
    all.right = Math.max(all.right, box.right);
    all.bottom = Math.max(all.bottom, box.bottom);
  }
  return all;
}

/** The box as seen when a sheet of the given size is turned clockwise by `turn` quarter turns. */
export function turnBox(box: Box, turn: Turn, width: number, height: number): Box {
  const { left, top, right, bottom } = box;
  switch (turn) {
    case 0:
      return { left, top, right, bottom };
    case 1:
      return { left: height - bottom, top: left, right: height - top, bottom: right };
    case 2:
      return { left: width - right, top: height - bottom, right: width - left, bottom: height - top };
    case 3:
      return { left: top, top: width - right, right: bottom, bottom: width - left };
  }
}

/** Location of a box of the page in its own orientation and unit. */
export function locate(page: Page, box: Box): At {
  const back = turnBox(box, ((4 - page.turned) % 4) as Turn, page.width, page.height);
  const round = (value: number): number => Math.round(value * page.unit * 100) / 100;
  return {
    page: page.number,
    box: [round(back.left), round(back.top), round(back.right), round(back.bottom)],
  };
}

/** Nothing that was recognised in a picture is surer than this: it stays below what counts as sure. */
export const surest = 0.89;

/** Whether the text was recognised in a picture: by us, or by the program that laid text that does not show over its picture. */
export const isRecognised = ({ confidence, invisible, glyphs }: Page): boolean =>
  confidence !== undefined || invisible * 2 > glyphs.length;

/** How sure what is read of the page can be, 0–1. */
export const sureness = (page: Page): number => page.confidence ?? (isRecognised(page) ? surest : 1);
