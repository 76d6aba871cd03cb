import type { Measure, Topic } from '../lexicon/lexicon-schema.js';
import type { Lexicon } from '../lexicon/lexicon.js';

/** What is known about the year a report is about. */
export type ReportYear = number | null;

/** The edition that a report without a year is read against. */
const currentEdition = 9999;

function forYear(measure: Measure, year: ReportYear): string | null {
  if (measure === null || typeof measure === 'string') return measure;
  const asked = year ?? currentEdition;
  return (
    measure.find((each) => (each.from ?? 0) <= asked && asked <= (each.to ?? currentEdition))?.measure ?? null
  );
}

/** Cells of a measure with `{base}` and `{applicant}` filled in. */
function filled(template: string, topic: Topic, applicants: readonly string[]): string[] {
  const bases = template.includes('{base}') ? (topic.base ?? []) : [''];
  const columns = template.includes('{applicant}') ? applicants : [''];
  return bases.flatMap((base) =>
    columns.map((column) => template.replace('{base}', base).replace('{applicant}', column)),
  );
}

/** The aspect as the topic has it: itself, or what it is a kind of. */
function knownAspect(lexicon: Lexicon, topic: Topic, aspect: string): string | null {
  const general = lexicon.data.kinds[aspect];
  return [aspect, general].find((each) => each !== undefined && Object.hasOwn(topic.aspects, each)) ?? null;
}

type Found = string[] | null | false;

/** What was found before, per lexicon, year, topic and aspect. */
const known = new WeakMap<Lexicon, Map<ReportYear, Map<string, Map<string | null, Found>>>>();

function remember(
  lexicon: Lexicon,
  topic: string,
  aspect: string | null,
  year: ReportYear,
  found: Found,
): void {
  const years = known.get(lexicon) ?? new Map<ReportYear, Map<string, Map<string | null, Found>>>();
  const topics = years.get(year) ?? new Map<string, Map<string | null, Found>>();
  const aspects = topics.get(topic) ?? new Map<string | null, Found>();
  known.set(lexicon, years);
  years.set(year, topics);
  topics.set(topic, aspects);
  aspects.set(aspect, found);
}

/** `false`: the topic does not go with the aspect; `null`: it does, but nothing measures it. */
export function measureOf(
  lexicon: Lexicon,
  topic: string,
  aspect: string | null,
  applicants: readonly string[],
  channel: string | null,
  year: ReportYear,
): Found {
  if (applicants.length > 0 || channel !== null)
    return computed(lexicon, topic, aspect, applicants, channel, year);
  const found = known.get(lexicon)?.get(year)?.get(topic)?.get(aspect);
  if (found !== undefined) return found;
  const made = computed(lexicon, topic, aspect, applicants, channel, year);
  remember(lexicon, topic, aspect, year, made);
  return made;
}

function computed(
  lexicon: Lexicon,
  topic: string,
  aspect: string | null,
  applicants: readonly string[],
  channel: string | null,
  year: ReportYear,
): Found {
  const entry = lexicon.data.topics[topic];
  if (entry === undefined) return false;
  let template: string | null;
  if (aspect === null) template = forYear(entry.bare, year);
  else {
    const known = knownAspect(lexicon, entry, aspect);
    if (known === null) return false;
    template = forYear(entry.aspects[known] ?? null, year);
  }
  if (template !== null && channel !== null) {
    if (template !== forYear(entry.bare, year)) return null;
    template = entry.channel?.replace('{channel}', channel) ?? null;
  }
  if (template === null) return null;
  if (applicants.length > 0 && !template.includes('{applicant}')) return null;
  const columns = applicants.flatMap((id) => lexicon.data.applicants[id]?.columns ?? []);
  return filled(template, entry, columns.length === 0 ? ['total'] : columns);
}

/** The cells of several topics together; `null` where one of them has none. */
export function cellsTogether(
  lexicon: Lexicon,
  topics: readonly string[],
  aspect: string | null,
  applicants: readonly string[],
  year: ReportYear,
): string[] | null {
  const cells: string[] = [];
  for (const topic of topics) {
    const own = measureOf(lexicon, topic, aspect, applicants, null, year);
    if (own === null || own === false) return null;
    cells.push(...own);
  }
  return cells;
}

export const accepts = (lexicon: Lexicon, topic: string, aspect: string | null): boolean => {
  const entry = lexicon.data.topics[topic];
  return entry !== undefined && (aspect === null || knownAspect(lexicon, entry, aspect) !== null);
};

/** Drops the group from a group and its own item (不予公开 + 属于国家秘密). */
export function mostSpecific(measures: readonly string[]): string[] {
  const group = (measure: string) => measure.slice(0, measure.lastIndexOf('.') + 1);
  return measures.filter(
    (each, index) =>
      measures.indexOf(each) === index &&
      !measures.some(
        (other) =>
          other !== each && other.startsWith(group(each)) && other.split('.').length > each.split('.').length,
      ),
  );
}
