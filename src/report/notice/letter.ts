import type { Audit, Finding, Lang, Repair, Severity } from '../../model/index.js';
import { cellLines } from '../tables/cell-lines.js';
import { causesOf, type Cause } from '../findings/causes.js';
import type { Context } from '../renderer.js';
import { standing } from '../office/review.js';
import { tellingCells, valueOf, wordsOf, type NamedWords } from '../words.js';
import { inert } from '../tables/layout.js';
import { cellName, placesOf, sentencesOf, type Place } from './places.js';
import { basisOf, wordingOf, type Wording } from './template.js';

/** One point of the notice: what it is about, what is found, where, against what, and what is to be done. */
export interface Point {
  title: string;
  /** The title with its number: 一、表四各类结果之和不等于总计 */
  heading: string;
  found: string;
  /** Places as text, for a notice that lists its points. */
  where: string[];
  /** Places with what stands there and what should, for a notice that sets them out in a table. */
  places: Place[];
  basis: string;
  required: string;
  /** What is to be done beyond the changes that the places name; empty where they say it all. */
  advice: string;
}

/** All texts of a notice, as they are to be printed. */
export interface Letter {
  letterhead: { name: string; number: string | null } | null;
  title: string;
  addressee: string;
  opening: string[];
  labels: Wording['labels'];
  /** What stands between a label and its text, and between texts. */
  signs: { colon: string; join: string };
  points: Point[];
  closing: string[];
  issuer: string;
  date: string;
  contact: string | null;
}

/** Corrections written out where several are equally small. */
const ways = 3;

const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 1 → 一、 or `1. `; from 100 on in figures. */
function ordinal(number: number, lang: Lang): string {
  if (lang === 'en') return `${number}. `;
  if (number > 99) return `${number}、`;
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${digits[tens] ?? ''}十`;
  return `${ten}${digits[number % 10] ?? ''}、`;
}

const filled = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

const unique = (texts: readonly string[]) => [...new Set(texts)];

function placeTexts(words: NamedWords, findings: readonly Finding[]): string[] {
  const { t } = words;
  const cells = unique(findings.flatMap((finding) => tellingCells(words, finding)));
  const quotes = sentencesOf(words, findings).map(({ where }) => where);
  const { lines, more } = cellLines(words, cells);
  const places = lines.map(({ text, cell }) =>
    cell === null ? text : t('notice.filled', { cell: cellName(words, cell), value: valueOf(words, cell) }),
  );
  const last = places.pop();
  const others = more === 0 ? '' : t('notice.others', { count: more });
  return [...places, ...(last === undefined ? [] : [last + others]), ...quotes];
}

const changesOf = (words: NamedWords, { cells }: Repair) =>
  cells
    .map(({ cell, from, to }) => {
      const was = from ?? valueOf(words, cell);
      return words.t('notice.change', { cell: cellName(words, cell), from: was, to });
    })
    .join(words.t('notice.and'));

/** What the calculation proposes, never as a fact. */
function correction(words: NamedWords, { repair }: Cause, wording: Wording): string[] {
  if (repair === null) return [];
  const others = words.audit.repairs.filter(({ alternativeTo }) => alternativeTo === repair.id);
  const shown = [repair, ...others].slice(0, ways).map((each) => changesOf(words, each));
  const values = { correction: shown.join(words.t('notice.or')), ways: String(1 + others.length) };
  const text = repair.unique
    ? wording.correction
    : others.length < ways
      ? wording.corrections
      : wording.manyCorrections;
  return [filled(text, values)];
}

function pointOf(words: NamedWords, cause: Cause, number: number, wording: Wording, lang: Lang): Point {
  const { t } = words;
  const { findings } = cause;
  const titles = unique(findings.map(({ title }) => title));
  const [title = ''] = titles;
  const topic = titles.length === 1 ? title : t('notice.titles', { title, count: titles.length });
  const fixes = unique(findings.flatMap(({ fix }) => fix ?? []));
  const bases = unique(
    findings.map(({ basis: { document, article } }) =>
      document.endsWith('》') && article.startsWith('第')
        ? document + article
        : t('pretty.basisValue', { document, article }),
    ),
  );
  return {
    title: topic,
    heading: ordinal(number, lang) + topic,
    found: findings.map(({ message }) => message).join(t('notice.join')),
    where: placeTexts(words, findings),
    places: placesOf(words, cause),
    basis: bases.join(t('pretty.join')),
    advice: cause.repair?.unique === true ? '' : fixes.join(t('notice.join')),
    required: [...correction(words, cause, wording), ...fixes].join(t('notice.join')),
  };
}

/** Only what the report itself has wrong: a finding that a misreading may explain, or that an officer has dismissed, is no ground. */
function certain(audit: Audit, severities: readonly Severity[]): Audit {
  return {
    ...audit,
    findings: standing(audit).filter(
      ({ severity, suspect, category }) =>
        severities.includes(severity) && suspect === 'report' && category !== 'extraction',
    ),
  };
}

/** Every text made harmless. */
function harmless<T>(value: T): T {
  if (typeof value === 'string') return inert(value) as T;
  if (Array.isArray(value)) return value.map(harmless) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, harmless<unknown>(each)])) as T;
}

/** The notice to the agency; `null` when there is nothing to correct. */
export function letterOf(audit: Audit, context: Context): Letter | null {
  const { lang, t, notice } = context;
  const wording = wordingOf(notice, lang);
  const words = wordsOf(audit, context);
  const causes = causesOf(certain(audit, notice.severities));
  if (causes.length === 0) return null;
  const own = {
    agency: audit.agency.name ?? t('pretty.untitled'),
    year: audit.year === null ? '' : t('notice.year', { year: audit.year }),
    count: String(causes.length),
    issuer: wording.issuer,
    basis: basisOf(wording, audit.year),
  };
  const values = { ...own, deadline: filled(wording.deadline, own) };
  const say = (text: string) => filled(text, values);
  const { letterhead } = wording;
  const letter = harmless<Omit<Letter, 'signs'>>({
    letterhead:
      letterhead === undefined
        ? null
        : {
            name: say(letterhead.name),
            number: letterhead.number === undefined ? null : say(letterhead.number),
          },
    title: say(wording.title),
    addressee: say(wording.addressee),
    opening: wording.opening.map(say),
    labels: wording.labels,
    points: causes.map((cause, index) => pointOf(words, cause, index + 1, wording, lang)),
    closing: wording.closing.map(say),
    issuer: wording.issuer,
    date: wording.date,
    contact: wording.contact === undefined ? null : say(wording.contact),
  });
  return { ...letter, signs: { colon: t('text.colon'), join: t('pretty.join') } };
}
