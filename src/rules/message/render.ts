import {
  longestMessage,
  sectionRoles,
  type Basis,
  type FormSection,
  type Lang,
  type Localised,
  type Report,
} from '../../model/index.js';
import type { Context } from '../evaluate/context.js';
import { lookupOf, type Instance, type Parameters } from '../load/compile.js';
import type { FormView } from '../form/form-view.js';
import type { Judgement } from '../evaluate/engine/kleene.js';
import { shortLabel } from '../form/labels.js';
import { fill } from './placeholders.js';
import type { Rule } from '../rule.js';
import { numberText, round, unique, type Known } from '../value.js';

/** Everything a message can speak of. */
export interface Scene {
  report: Report;
  view: FormView;
  parameters: Parameters;
  lang: Lang;
  context: Context;
  /** The parts of the form, which messages name by their roles. */
  parts: readonly FormSection[];
  /** What each rule rests on for the report. */
  bases: ReadonlyMap<Rule, Basis>;
}

/** Of a rule that applies. */
export function basisOf(rule: Rule, { bases }: Scene): Basis {
  const basis = bases.get(rule);
  if (basis === undefined) throw new Error(`no basis of ${rule.id}`);
  return basis;
}

/** Placeholders that every message knows, whatever its rule. */
export const messagePlaceholders: readonly string[] = [
  'left',
  'right',
  'difference',
  'excess',
  'cells',
  'items',
  'readings',
  'quote',
  'count',
  'year',
  'nextYear',
  'previousYear',
  'agency',
  'basis',
  ...sectionRoles.flatMap((role) => [`part.${role}`, `part.${role}.ordinal`]),
];

const words = {
  'zh-CN': {
    blank: '空白',
    unknown: '未知',
    separator: '、',
    alternative: '；',
    agency: '本机关',
    more: (count: number) => `等${count}处`,
  },
  en: {
    blank: 'blank',
    unknown: 'unknown',
    separator: ', ',
    alternative: '; ',
    agency: 'the agency',
    more: (count: number, shown: number) => ` and ${count - shown} more`,
  },
} as const;

/** How much of a list and of its texts a message shows. */
interface Room {
  items: number;
  characters: number;
}

/** Tried one after another until the message is short enough. */
const rooms: readonly Room[] = [
  { items: 6, characters: 100 },
  { items: 4, characters: 80 },
  { items: 2, characters: 80 },
  { items: 1, characters: 80 },
  { items: 1, characters: 40 },
  { items: 1, characters: 24 },
];

/** The message with its placeholders filled in and the addition, its lists and quotes as short as its length requires. */
export function renderMessage(
  text: string,
  scene: Scene,
  instance: Instance,
  judgement: Judgement,
  addition = '',
): string {
  const most = longestMessage[scene.lang];
  let message = '';
  for (const room of rooms) {
    message = renderIn(room, text, scene, instance, judgement);
    if (scene.lang === 'en') message = quoteChinese(message);
    if (message.length + addition.length <= most) return message + addition;
  }
  return clip(message, Math.max(most - addition.length, Math.floor(most / 2))) + addition;
}

function renderIn(room: Room, text: string, scene: Scene, instance: Instance, judgement: Judgement): string {
  const { report, view, parameters, lang } = scene;
  const [first] = judgement.comparisons;
  const own = words[lang];
  const conditions = lookupOf(instance.bindings, report.year, parameters);
  const nameCell = (address: string): string =>
    `${shortLabel(view, address)} = ${cellText(report, address, own.blank)}`;
  const list = (items: readonly string[], separator: string = own.separator): string =>
    listed(items, separator, room, own.more);
  const lookup = (name: string): string | undefined => {
    switch (name) {
      case 'left':
        return first === undefined ? own.unknown : show(first.left);
      case 'right':
        return first === undefined ? own.unknown : show(first.right);
      case 'difference':
      case 'excess': {
        const difference = Number(first?.left.value) - Number(first?.right.value);
        return numberText(name === 'excess' ? difference : Math.abs(difference));
      }
      case 'cells':
        return list(cellsIn(judgement, report).map(nameCell));
      case 'items':
        return list(unique(itemsOf(judgement, lang)));
      case 'readings':
        return list(unique(readingsIn(judgement, lang)), own.alternative);
      case 'quote': {
        const quotes = judgement.comparisons.flatMap(({ left, right }) => [
          ...left.quotes(),
          ...right.quotes(),
        ]);
        return clip(quotes[0]?.quote ?? '', room.characters);
      }
      case 'basis':
        return basisOf(instance.rule, scene).document;
      case 'agency':
        return report.agency.name ?? own.agency;
      default:
    }
    const bound = instance.bindings[name];
    if (bound !== undefined) return clip(bound.label(lang), room.characters);
    const value = conditions(name);
    if (value !== undefined) return clip(plain(inLanguage(value, lang), own), room.characters);
    if (name.startsWith('part.')) return partIn(scene, name);
    if (view.cells.has(name)) return cellText(report, name, own.blank);
    return undefined;
  };
  return fill(withAddresses(text, instance), lookup);
}

/** `part.problems`: a part as the form calls it; `part.problems.ordinal`: its number. */
function partIn({ parts, lang }: Scene, name: string): string | undefined {
  const [, role, property] = name.split('.');
  const at = parts.findIndex((each) => each.role === role);
  const part = parts[at];
  if (part === undefined) return undefined;
  if (property === undefined) return `${part.ordinal}、${part.heading}`;
  return lang === 'en' ? String(at + 1) : part.ordinal;
}

function inLanguage(value: unknown, lang: Lang): unknown {
  return typeof value === 'object' && value !== null && lang in value ? (value as Localised)[lang] : value;
}

/** What a variable, a property or a parameter says. */
function plain(value: unknown, own: { unknown: string; separator: string }): string {
  if (typeof value === 'number') return numberText(value);
  if (Array.isArray(value)) return value.join(own.separator);
  return typeof value === 'string' || typeof value === 'boolean' ? String(value) : own.unknown;
}

/** The cells of the evidence; zeros only when there is nothing else. */
function cellsIn({ comparisons }: Judgement, report: Report): string[] {
  const cells = unique(comparisons.flatMap(({ left, right }) => [...left.cells, ...right.cells]));
  const telling = cells.filter((address) => report.cells[address]?.value !== 0);
  return telling.length > 0 ? telling : cells;
}

/** `{t3.received.{column}}` becomes the address of a cell. */
function withAddresses(text: string, { bindings }: Instance): string {
  return text.replace(/\.\{(\w+)\}/g, (whole, name: string) => {
    const id = bindings[name]?.id;
    return id === undefined ? whole : `.${id}`;
  });
}

/** What the first comparison that names anything names. */
function itemsOf({ comparisons }: Judgement, lang: Lang): readonly string[] {
  for (const { left, right } of comparisons) {
    const items = [...left.items(lang), ...right.items(lang)];
    if (items.length > 0) return items;
  }
  return [];
}

/** The sums that the claim was compared with; a bare number beside them is the limit of another condition. */
function readingsIn({ comparisons }: Judgement, lang: Lang): string[] {
  const rights = comparisons.map(({ right }) => right);
  const sums = rights.filter((right) => right.name !== null || right.items(lang).length > 0);
  return (sums.length > 0 ? sums : rights).flatMap((right) => readingsOf(right, lang));
}

/** The sums that a number was compared with, each with how it came about. */
function readingsOf(right: Known, lang: Lang): readonly string[] {
  if (typeof right.value !== 'number') return [];
  const items = right.items(lang);
  if (items.length > 0) return items;
  return [right.name === null ? show(right) : right.name(lang)];
}

function show(value: Known): string {
  const text = typeof value.value === 'number' ? numberText(value.value) : String(value.value);
  return text;
}

function cellText(report: Report, address: string, blank: string): string {
  const cell = report.cells[address];
  if (cell === undefined) return blank;
  if (cell.state === 'number' && cell.value !== null) return String(round(cell.value));
  return cell.raw.trim() === '' ? blank : cell.raw.trim();
}

/** The first of them and the number of all. */
function listed(
  items: readonly string[],
  separator: string,
  room: Room,
  more: (count: number, shown: number) => string,
): string {
  const shown = items.slice(0, room.items).map((item) => clip(item, room.characters));
  const rest = shown.length < items.length ? more(items.length, shown.length) : '';
  return shown.join(separator) + rest;
}

/** At most so many characters, the last of them an ellipsis where some were left out. */
function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}

const CHINESE = /[\p{Script=Han}][\p{Script=Han}\d\u3001-\u303F\uFF01-\uFF5E—]*/uy;

/** Puts Chinese words of an English text in quotation marks, but for those that stand in some. */
export function quoteChinese(text: string): string {
  let quoted = '';
  let depth = 0;
  for (let at = 0; at < text.length;) {
    CHINESE.lastIndex = at;
    const [run] = depth === 0 ? (CHINESE.exec(text) ?? []) : [];
    if (run !== undefined) {
      quoted += `“${run}”`;
      at += run.length;
      continue;
    }
    const sign = text.charAt(at);
    if (sign === '“' || sign === '《') depth += 1;
    else if (sign === '”' || sign === '》') depth = Math.max(0, depth - 1);
    quoted += sign;
    at += 1;
  }
  return quoted;
}
