import type { Attributes, XmlHandlers } from '../xml.js';

/** What a style says about text that a reader needs. */
export interface Style {
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

const plain: Style = { hidden: false, outline: null, numbering: null, level: null, contents: false };

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

  const handlers: XmlHandlers = {
    open(name, attributes) {
      if (skipped > 0 || (current !== null && name.endsWith('Change'))) {
        skipped += 1;
        return;
      }
      const value = attributes['w:val'] ?? '';
      if (name === 'w:style') {
        current = { ...plain, name: '', basedOn: null, vanish: null };
        const id = attributes['w:styleId'];
        if (id === undefined) return;
        definitions.set(id, current);
        if (attributes['w:type'] === 'paragraph' && attributes['w:default'] !== undefined && attributes['w:default'] !== '0') standard = id;
      } else if (current === null) return;
      else if (name === 'w:name') current.name = value;
      else if (name === 'w:basedOn') current.basedOn = value;
      else if (name === 'w:vanish') current.vanish = isOn(attributes);
      else if (name === 'w:outlineLvl') current.outline = Number(value);
      else if (name === 'w:numId') current.numbering = value;
      else if (name === 'w:ilvl') current.level = Number(value);
    },
    close(name) {
      if (skipped > 0) skipped -= 1;
      else if (name === 'w:style') current = null;
    },
  };

  function resolve(id: string): Style {
    const chain: Definition[] = [];
    for (let next: string | null = id; next !== null && chain.length < longestChain; ) {
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
    paragraph(id: string | null): Style & { id: string | null } {
      const known = id !== null && definitions.has(id) ? id : standard;
      return { ...(known === null ? plain : lookUp(known)), id: known };
    },
    isHidden: (id: string): boolean => lookUp(id).hidden,
  };

  function lookUp(id: string): Style {
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
