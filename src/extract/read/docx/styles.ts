import type { Attributes, XmlHandlers } from '../xml/xml.js';

/** What a style says about text that a reader needs. */
export interface Style {
  id: string | null;
  hidden: boolean;
  /** 0–8: heading of level 1–9; 9 or `null`: body. */
  outline: number | null;
  numbering: string | null;
  level: number | null;
  /** Entry of a generated table of contents. */
  contents: boolean;
}

interface Definition extends Style {
  name: string;
  basedOn: string | null;
  /** `null`: the style does not say. */
  vanish: boolean | null;
}

const plain: Style = {
  id: null,
  hidden: false,
  outline: null,
  numbering: null,
  level: null,
  contents: false,
};

/** Styles inherit; a longer chain is a loop. */
const longestChain = 30;

/** Whether an on/off property is on (ST_OnOff). */
export function isOn(attributes: Attributes): boolean {
  const value = attributes['w:val'];
  return value !== '0' && value !== 'false' && value !== 'off';
}

/** Collects the styles of a document (`w:styles`). */
export function styleSheet() {
  const definitions = new Map<string, Definition>();
  const resolved = new Map<string, Style>();
  let current: Definition | null = null;
  let standard: string | null = null;
  let skipped = 0;

  const properties = new Map<string, (style: Definition, attributes: Attributes) => void>([
    ['w:name', (style, attributes) => (style.name = attributes['w:val'] ?? '')],
    ['w:basedOn', (style, attributes) => (style.basedOn = attributes['w:val'] ?? null)],
    ['w:vanish', (style, attributes) => (style.vanish = isOn(attributes))],
    ['w:outlineLvl', (style, attributes) => (style.outline = Number(attributes['w:val']))],
    ['w:numId', (style, attributes) => (style.numbering = attributes['w:val'] ?? null)],
    ['w:ilvl', (style, attributes) => (style.level = Number(attributes['w:val']))],
    ['w:pPrChange', skip],
    ['w:rPrChange', skip],
  ]);

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (skipped > 0) skipped += 1;
      else if (name === 'w:style') begin(attributes);
      else if (current !== null) properties.get(name)?.(current, attributes);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (name === 'w:style') current = null;
    },
  };

  function skip(): void {
    skipped = 1;
  }

  function begin(attributes: Attributes): void {
    current = { ...plain, name: '', basedOn: null, vanish: null };
    const id = attributes['w:styleId'];
    if (id === undefined) return;
    definitions.set(id, current);
    const isDefault = attributes['w:default'];
    if (attributes['w:type'] === 'paragraph' && isDefault !== undefined && isDefault !== '0') standard = id;
  }

  function resolve(id: string): Style {
    const chain: Definition[] = [];
    for (let next: string | null = id; next !== null && chain.length < longestChain;) {
      const definition: Definition | undefined = definitions.get(next);
      if (definition === undefined) break;
      chain.push(definition);
      next = definition.basedOn;
    }
    const first = <T>(of: (definition: Definition) => T | null): T | null => {
      for (const each of chain) {
        const value = of(each);
        if (value !== null) return value;
      }
      return null;
    };
    return {
      id,
      hidden: first((each) => each.vanish) ?? false,
      outline: first((each) => each.outline) ?? first((each) => headingOf(each.name)),
      numbering: first((each) => each.numbering),
      level: first((each) => each.level),
      contents: chain.some((each) => /^toc \d$/i.test(each.name)),
    };
  }

  return {
    handlers,
    /** The style with its ancestors; an unknown id, or none, means the standard paragraph style. */
    paragraph: (id: string | null): Style => lookUp(id !== null && definitions.has(id) ? id : standard),
    isHidden: (id: string): boolean => lookUp(id).hidden,
  };

  function lookUp(id: string | null): Style {
    if (id === null) return plain;
    const known = resolved.get(id) ?? resolve(id);
    resolved.set(id, known);
    return known;
  }
}

/** The built-in heading styles carry their level in the name whatever the language of Word. */
function headingOf(name: string): number | null {
  const level = /^heading ([1-9])$/i.exec(name)?.[1];
  return level === undefined ? null : Number(level) - 1;
}
