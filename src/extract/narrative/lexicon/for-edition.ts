import { editionFor } from '../../../form/edition.js';
import { groupsOf } from '../../../form/groups.js';
import { membersOf } from '../../../form/relations.js';
import { leavesOf, type FormBlock, type FormEdition, type Leaf } from '../../../model/index.js';
import type { LexiconData, Topic } from './lexicon-schema.js';
import { compileLexicon, type Lexicon } from './lexicon.js';
import { longestAt } from './words/trie.js';

const known = new WeakMap<Lexicon, Map<FormEdition, Lexicon>>();

/**
 * The lexicon as it reads reports on one edition: kinds of applicants that stand for a group have the columns of the edition, and rows and
 * columns of which the lexicon knows nothing are called what the edition calls them.
 */
export function lexiconFor(
  lexicon: Lexicon,
  forms: readonly FormEdition[],
  layout: string | null,
  year: number | null,
): Lexicon {
  const form = editionFor(forms, layout, year);
  const editions = known.get(lexicon) ?? new Map<FormEdition, Lexicon>();
  known.set(lexicon, editions);
  const made = editions.get(form) ?? adapted(lexicon, form);
  editions.set(form, made);
  return made;
}

/** A block of the edition whose columns are kinds of applicants, as the topic names its cells. */
interface Place {
  table: string;
  block: FormBlock;
  topic: string;
  entry: Topic;
}

function adapted(lexicon: Lexicon, form: FormEdition): Lexicon {
  const { data } = lexicon;
  const places = placesOf(data, form);
  const applicants = Object.fromEntries(
    Object.entries(data.applicants).map(([id, entry]) => {
      const columns = places.flatMap(({ block }) => leafPaths(block, entry.group));
      return [id, columns.length === 0 ? entry : { ...entry, columns }];
    }),
  );
  const newColumns = places.flatMap(({ block }) => columnsUnknown(block, lexicon));
  const newRows = places.flatMap((place) => rowsUnknown(place, lexicon).map((row) => ({ ...place, ...row })));
  if (newColumns.length + newRows.length === 0) return { ...lexicon, data: { ...data, applicants } };
  const topics = newRows.reduce((all, { topic, ...row }) => {
    const entry = all[topic];
    return entry === undefined ? all : { ...all, [topic]: withRow(entry, row) };
  }, data.topics);
  return compileLexicon({
    ...data,
    applicants: {
      ...applicants,
      ...Object.fromEntries(newColumns.map(({ path, words }) => [path, { words, columns: [path] }])),
    },
    aspects: {
      ...data.aspects,
      ...Object.fromEntries(newRows.map(({ path, words }) => [path, words.join(' ')])),
    },
    topics,
  });
}

/** `t3.{row}.{applicant}`: the row, where the template names a cell of the table. */
function rowOf(template: unknown, table: string): string | null {
  if (typeof template !== 'string') return null;
  const match = /^([^.]+)\.(.+)\.\{applicant\}$/.exec(template);
  return match?.[1] === table ? (match[2] ?? null) : null;
}

function placesOf(data: LexiconData, form: FormEdition): Place[] {
  const blocks = form.tables.flatMap(({ id, blocks: own }) => own.map((block) => ({ table: id, block })));
  return Object.entries(data.topics).flatMap(([topic, entry]) =>
    blocks
      .filter(({ table, block }) => rowOf(entry.bare, table) !== null && groupNames(block).size > 0)
      .map((place) => ({ ...place, topic, entry })),
  );
}

const groupNames = ({ columns }: FormBlock): Set<string> => new Set(leavesOf(columns).flatMap(groupsOf));

function leafPaths({ columns }: FormBlock, group: string | undefined): string[] {
  return group === undefined || !groupNames({ columns } as FormBlock).has(group)
    ? []
    : membersOf(columns, group);
}

interface Unknown {
  path: string;
  words: string[];
}

/** The wordings of a label, unless one of them already means something. */
function wordsFor({ label }: Leaf, { words }: Lexicon): string[] {
  const own = [label.label, ...(label.variants ?? [])].map((text) => text.replace(/（[^（）]*）$/, ''));
  return own.some((text) => longestAt(words, text, 0)?.end === text.length) ? [] : own;
}

function columnsUnknown({ columns }: FormBlock, lexicon: Lexicon): Unknown[] {
  const named = new Set(Object.values(lexicon.data.applicants).flatMap((each) => each.columns));
  return leavesOf(columns)
    .filter((leaf) => groupsOf(leaf).length > 0 && !named.has(leaf.path))
    .map((leaf) => ({ path: leaf.path, words: wordsFor(leaf, lexicon) }))
    .filter(({ words }) => words.length > 0);
}

function rowsUnknown({ table, block, entry }: Place, lexicon: Lexicon): Unknown[] {
  const named = new Set(Object.values(entry.aspects).map((template) => rowOf(template, table)));
  return leavesOf(block.rows ?? [])
    .filter(({ path }) => !named.has(path))
    .map((leaf) => ({ path: leaf.path, words: wordsFor(leaf, lexicon) }))
    .filter(({ words }) => words.length > 0);
}

/** The topic with the row as an aspect of its own: a part of what its group is a part of, else of what has parts of several groups. */
function withRow(entry: Topic, { table, path }: { table: string; path: string }): Topic {
  const groupOf = (row: string | null) => row?.split('.')[0];
  const parts = Object.entries(entry.parts ?? {}).map(([stage, list]): [string, string[]] => {
    const groups = new Set(list.map((aspect) => groupOf(rowOf(entry.aspects[aspect], table))));
    groups.delete(undefined);
    const holds = groups.has(groupOf(path)) || groups.size > 1;
    return [stage, holds ? [...list, path] : list];
  });
  return {
    ...entry,
    aspects: { ...entry.aspects, [path]: `${table}.${path}.{applicant}` },
    ...(entry.parts === undefined ? {} : { parts: Object.fromEntries(parts) }),
  };
}
