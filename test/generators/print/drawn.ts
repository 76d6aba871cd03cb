/** Writes pages that are set as PDF and as OFD. */
import * as fc from 'fast-check';
import { ofdFile } from '../../fixtures/files/ofd-file.js';
import { pdfFile } from '../../fixtures/files/pdf-file.js';
import { widthOf, type SetPage, type SetRule, type SetText } from './typeset.js';

export interface DrawnStyle {
  /** Ruling lines as strokes or as thin filled bars. */
  rules: 'strokes' | 'bars';
  /** A run of text as one operation or a character each. */
  runs: 'whole' | 'single';
  /** The page is stored sideways. */
  sideways: boolean;
}

export const drawnStyles: fc.Arbitrary<DrawnStyle> = fc.record({
  rules: fc.constantFrom('strokes', 'bars'),
  runs: fc.constantFrom('whole', 'single'),
  sideways: fc.boolean(),
});

const half = 0.25;

/** The characters of a text with their places. */
function singles({ x, text, ...rest }: SetText): SetText[] {
  let at = x;
  return Array.from(text, (letter) => {
    const single = { ...rest, x: at, text: letter };
    at += widthOf(letter, rest.size);
    return single;
  });
}

const runsOf = (page: SetPage, style: DrawnStyle): SetText[] =>
  style.runs === 'whole'
    ? page.texts
    : page.texts.flatMap((text) => (/^[\d.,%/-]+$/.test(text.text) ? [text] : singles(text)));

/** Upright box of a bar, left, top, width, height. */
const barOf = ({ x0, y0, x1, y1 }: SetRule): [number, number, number, number] => [
  x0 - half,
  y0 - half,
  x1 - x0 + 2 * half,
  y1 - y0 + 2 * half,
];

export function pdfOf(pages: readonly SetPage[], style: DrawnStyle): Uint8Array {
  return pdfFile(
    pages.map((page) => {
      const { width, height } = page;
      const up = (y: number): string => (height - y).toFixed(2);
      const hex = (text: string): string =>
        Array.from(text, (letter) => (letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')).join('');
      const rules = page.rules.map((rule) => {
        const [left, top, wide, tall] = barOf(rule);
        return style.rules === 'bars'
          ? `${left.toFixed(2)} ${up(top + tall)} ${wide.toFixed(2)} ${tall.toFixed(2)} re f\n`
          : `${rule.x0.toFixed(2)} ${up(rule.y0)} m ${rule.x1.toFixed(2)} ${up(rule.y1)} l S\n`;
      });
      const texts = runsOf(page, style).map(
        ({ x, baseline, size, text }) =>
          `BT /F1 ${size.toFixed(2)} Tf 1 0 0 1 ${x.toFixed(2)} ${up(baseline)} Tm <${hex(text)}> Tj ET\n`,
      );
      const content = `0.5 w\n${rules.join('')}${texts.join('')}`;
      if (!style.sideways) return { content, width, height };
      // Stored a quarter turn to the left, shown a quarter turn to the right.
      return {
        content: `0 1 -1 0 ${String(height)} 0 cm\n${content}`,
        width: height,
        height: width,
        rotate: 90,
      };
    }),
  );
}

/** Millimetres in a point. */
const mm = (points: number): string => ((points * 25.4) / 72).toFixed(3);

export function ofdOf(pages: readonly SetPage[], style: DrawnStyle): Uint8Array {
  const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return ofdFile(
    pages.map((page) => {
      const rules = page.rules.map((rule) => {
        const [left, top, wide, tall] = barOf(rule);
        const [x, y] = [mm(wide), mm(tall)];
        return style.rules === 'bars'
          ? `<ofd:PathObject ID="1" Boundary="${mm(left)} ${mm(top)} ${x} ${y}" Stroke="false" Fill="true"><ofd:AbbreviatedData>M 0 0 L ${x} 0 L ${x} ${y} L 0 ${y} C</ofd:AbbreviatedData></ofd:PathObject>`
          : `<ofd:PathObject ID="1" Boundary="${mm(rule.x0)} ${mm(rule.y0)} 300 300" LineWidth="0.2"><ofd:AbbreviatedData>M 0 0 L ${mm(rule.x1 - rule.x0)} ${mm(rule.y1 - rule.y0)}</ofd:AbbreviatedData></ofd:PathObject>`;
      });
      const texts = runsOf(page, style).map(({ x, baseline, size, text }) => {
        const letters = Array.from(text);
        const steps = letters.slice(0, -1).map((letter) => mm(widthOf(letter, size)));
        const delta = steps.length === 0 ? '' : ` DeltaX="${steps.join(' ')}"`;
        return `<ofd:TextObject ID="2" Boundary="${mm(x)} ${mm(baseline - size)} ${mm(widthOf(text, size))} ${mm(size * 1.2)}" Font="3" Size="${mm(size)}"><ofd:TextCode X="0" Y="${mm(size)}"${delta}>${escaped(text)}</ofd:TextCode></ofd:TextObject>`;
      });
      const size =
        page.width > page.height ? '<ofd:Area><ofd:PhysicalBox>0 0 297 210</ofd:PhysicalBox></ofd:Area>' : '';
      return { objects: [...rules, ...texts].join(''), head: size };
    }),
  );
}
