import { boxOf, glyphAt } from '../page/ruled/ink.js';
import { applyX, applyY, compose, verticalScale, type Matrix } from '../page/ruled/matrix.js';
import type { Box, Glyph, Page, Rules } from '../page/page.js';
import { tracePath } from '../page/ruled/trace.js';
import type { Attributes } from '../xml/xml.js';
import { walk, type OfdPage } from './package.js';
import type { ZipEntry } from '../containers/unzip.js';
import { advances, matrix, number, numbers, rectangle } from './values.js';

/** Points in a millimetre. */
const scale = 72 / 25.4;
/** Width of a line that says nothing of its own (mm). */
const usualLine = 0.353;
/** Size of text that says nothing of its own (mm). */
const usualSize = 4.2;

/** What a page and its templates draw together. */
interface Drawing {
  glyphs: Glyph[];
  rules: Rules;
  pictures: Box[];
  invisible: number;
  /** Text objects met, to number runs. */
  runs: number;
}

/** The object being read. */
interface Unit {
  /** From the object to the page in points. */
  matrix: Matrix;
  attributes: Attributes;
  hidden: boolean;
  /** Where the last text began, for one that does not say. */
  x: number;
  y: number;
  code: Attributes;
}

/**
 * Draws a page upon its templates.
 * @throws InputError when its content cannot be parsed
 */
export function drawPage(
  { content, templates, ...usual }: OfdPage & { content: ZipEntry },
  pageNumber: number,
): Page {
  const drawing: Drawing = {
    glyphs: [],
    rules: { horizontal: [], vertical: [] },
    pictures: [],
    invisible: 0,
    runs: 0,
  };
  const own = drawContent(content, drawing);
  for (const id of own.templates) {
    const template = templates.get(id);
    if (template !== undefined) drawContent(template, drawing);
  }
  const { width, height } = own.size ?? usual;
  const { glyphs, rules, pictures, invisible } = drawing;
  return {
    number: pageNumber,
    width: width * scale,
    height: height * scale,
    glyphs,
    rules,
    pictures,
    invisible,
    unit: 1 / scale,
    turned: 0,
  };
}

const objects = new Set(['TextObject', 'PathObject', 'ImageObject']);
/** Parts of an object that hold paths and objects which are not drawn as such. */
const apart = new Set(['Clips', 'Pattern']);

/** Adds what one file draws; returns the paper size and the templates that it names. */
function drawContent(
  entry: ZipEntry,
  drawing: Drawing,
): { size: ReturnType<typeof rectangle>; templates: string[] } {
  const found: ReturnType<typeof drawContent> = { size: null, templates: [] };
  let unit: Unit | null = null;
  let skipped = 0;
  walk(entry, {
    open(name, attributes) {
      if (apart.has(name)) skipped++;
      if (skipped > 0) return;
      if (objects.has(name)) {
        unit = unitOf(attributes);
        if (name === 'TextObject') drawing.runs++;
        if (name === 'ImageObject' && !unit.hidden) drawing.pictures.push(pictureOf(unit));
      } else if (name === 'TextCode' && unit !== null) unit.code = attributes;
      else if (name === 'Template') found.templates.push(attributes['TemplateID'] ?? '');
    },
    close(name) {
      if (apart.has(name)) skipped--;
      else if (skipped === 0 && objects.has(name)) unit = null;
    },
    text(name, text) {
      if (name === 'PhysicalBox') found.size = rectangle(text);
      else if (skipped > 0 || unit === null || unit.hidden) return;
      else if (name === 'TextCode') drawText(text, unit, drawing);
      else if (name === 'AbbreviatedData') drawPath(text, unit, drawing.rules);
    },
  });
  return found;
}

/** A picture fills the unit square of its transformation, or its boundary without one. */
function pictureOf({ matrix: map, attributes }: Unit): Box {
  const { width = 0, height = 0 } = rectangle(attributes['Boundary']) ?? {};
  return attributes['CTM'] === undefined ? boxOf(map, 0, 0, width, height) : boxOf(map, 0, 0, 1, 1);
}

function unitOf(attributes: Attributes): Unit {
  const { left = 0, top = 0 } = rectangle(attributes['Boundary']) ?? {};
  const outer: Matrix = [scale, 0, 0, scale, left * scale, top * scale];
  const own = matrix(attributes['CTM']);
  return {
    matrix: own === null ? outer : compose(outer, own),
    attributes,
    hidden: attributes['Visible'] === 'false',
    x: 0,
    y: 0,
    code: {},
  };
}

/** Text direction by `ReadDirection` in degrees; y grows downwards. */
const directions: Readonly<Record<string, readonly [number, number]>> = {
  '0': [1, 0],
  '90': [0, 1],
  '180': [-1, 0],
  '270': [0, -1],
};

/** Characters as wide as high; the others are as wide as the step to the next one, if that is near, else half as wide. */
const wide =
  /[\u1100-\u115f\u2018-\u201d\u2014\u2026\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]|[\ud800-\udbff]/;

function drawText(text: string, unit: Unit, drawing: Drawing): void {
  const { attributes, code } = unit;
  const letters = [...text];
  const [stepsX, stepsY] = [
    advances(code['DeltaX'], letters.length),
    advances(code['DeltaY'], letters.length),
  ];
  const size = number(attributes['Size'], usualSize);
  const stretch = number(attributes['HScale'], 1);
  const [alongX, alongY] = directions[attributes['ReadDirection'] ?? '0'] ?? [1, 0];
  const shows =
    attributes['Alpha'] !== '0' && (attributes['Fill'] !== 'false' || attributes['Stroke'] === 'true');
  unit.x = number(code['X'], unit.x);
  unit.y = number(code['Y'], unit.y);
  let { x, y } = unit;
  for (const [index, letter] of letters.entries()) {
    const isWide = wide.test(letter);
    const natural = size * (isWide ? 1 : 0.5) * stretch;
    const [stepX, stepY] = [stepsX[index], stepsY[index]];
    const tight = !isWide && stepX !== undefined && stepX > 0.15 * size && stepX < 0.65 * size;
    const advance = tight ? stepX : natural;
    const glyph = glyphAt(unit.matrix, letter, {
      x,
      y,
      advance,
      em: -size,
      alongX,
      alongY,
      run: drawing.runs,
    });
    if (glyph !== null) {
      drawing.glyphs.push(glyph);
      if (!shows) drawing.invisible++;
    }
    const given = stepX !== undefined || stepY !== undefined;
    x += stepX ?? (given ? 0 : natural * alongX);
    y += stepY ?? (given ? 0 : natural * alongY);
  }
}

/** Numbers that each command of a path takes. */
const operands: Readonly<Record<string, number>> = { S: 2, M: 2, L: 2, Q: 4, B: 6, A: 7, C: 0 };

/** Follows a path: M and S move, L is a line, Q, B and A are curves, C closes (GB/T 33190-2016, 9.1). */
function drawPath(data: string, { matrix: map, attributes }: Unit, rules: Rules): void {
  const strokes = attributes['Stroke'] !== 'false';
  const fills = attributes['Fill'] === 'true';
  const lineWidth = number(attributes['LineWidth'], usualLine) * verticalScale(map);
  const trace = tracePath(rules, { strokes, fills, lineWidth });
  for (const [, command = '', values] of data.matchAll(/([A-Z])([^A-Z]{0,400})/g)) {
    if (command === 'C') {
      trace.close();
      continue;
    }
    const count = operands[command];
    const found = numbers(values);
    if (count === undefined || found.length < count) continue;
    const [endX, endY] = [found[count - 2] ?? 0, found[count - 1] ?? 0];
    const x = applyX(map, endX, endY);
    const y = applyY(map, endX, endY);
    if (command === 'M' || command === 'S') trace.moveTo(x, y);
    else if (command === 'L') trace.lineTo(x, y);
    else trace.curveTo(x, y);
  }
  trace.end();
}
