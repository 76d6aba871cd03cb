import { declaration, spreadsheet } from './xml.js';

/** Looks of a cell. */
export interface Style {
  bold?: boolean;
  /** Points; 11 unless told. */
  size?: number;
  /** Of the text, as ARGB. */
  colour?: string;
  /** On the ground of a heading. */
  heading?: boolean;
  percent?: boolean;
  vertical: 'top' | 'middle';
  centred?: boolean;
  wrapped?: boolean;
}

/** The styles of a workbook, each once. */
export interface Styles {
  /** By what a cell calls its style. */
  numberOf: (style: Style) => number;
  xml: () => string;
}

const headingGround = 'FFDCE6F1';

const fontXml = ({ bold, size = 11, colour }: Style) =>
  `<font>${bold === true ? '<b/>' : ''}<sz val="${size}"/>${colour === undefined ? '' : `<color rgb="${colour}"/>`}<name val="Calibri"/><family val="2"/></font>`;

function formatXml({ heading, percent, vertical, centred, wrapped }: Style, font: number): string {
  const alignment = [
    vertical === 'top' ? ' vertical="top"' : ' vertical="center"',
    centred === true ? ' horizontal="center"' : '',
    wrapped === true ? ' wrapText="1"' : '',
  ].join('');
  // 9 is the number of the built-in format 0%.
  const looks = `numFmtId="${percent === true ? 9 : 0}" fontId="${font}" fillId="${heading === true ? 2 : 0}" borderId="0"`;
  return `<xf ${looks} xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment${alignment}/></xf>`;
}

export function openStyles(): Styles {
  const numbers = new Map<string, number>();
  const fonts: string[] = [fontXml({ vertical: 'top' })];
  const formats: string[] = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  const fontOf = (xml: string) => {
    const found = fonts.indexOf(xml);
    return found < 0 ? fonts.push(xml) - 1 : found;
  };
  const list = (name: string, items: readonly string[]) =>
    `<${name} count="${items.length}">${items.join('')}</${name}>`;
  return {
    numberOf: (style) => {
      const key = JSON.stringify(style);
      const known = numbers.get(key);
      if (known !== undefined) return known;
      const number = formats.push(formatXml(style, fontOf(fontXml(style)))) - 1;
      numbers.set(key, number);
      return number;
    },
    xml: () =>
      `${declaration}<styleSheet xmlns="${spreadsheet}">${list('fonts', fonts)}${list('fills', [
        '<fill><patternFill patternType="none"/></fill>',
        '<fill><patternFill patternType="gray125"/></fill>',
        `<fill><patternFill patternType="solid"><fgColor rgb="${headingGround}"/></patternFill></fill>`,
      ])}${list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>'])}${list(
        'cellStyleXfs',
        ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>'],
      )}${list('cellXfs', formats)}${list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>'])}</styleSheet>`,
  };
}
