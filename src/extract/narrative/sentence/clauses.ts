import type { Role } from '../lexicon/roles.js';
import type { Lexicon } from '../lexicon/lexicon.js';
import { placeOf } from './place-of.js';
import type { NumberToken, Token } from './numbers/token.js';

/** A stretch between commas; text in brackets is a clause of its own, one deeper, hung on the number before it. */
export interface Clause {
  tokens: Token[];
  /** The mark before it; `''` at the start of a sentence. */
  before: string;
  depth: number;
  /** For a clause in brackets: the number before the bracket. */
  host: NumberToken | null;
  /** For a clause in brackets: where they close; else `Infinity`. */
  until: number;
}

export interface Sentence {
  clauses: Clause[];
  tokens: Token[];
  /** Where the sentence first speaks of information disclosure, and of the marking of documents; `Infinity`: nowhere. */
  disclosure: number;
  documents: number;
  /** Where it last turns to other work than disclosure. */
  foreign: number;
  /** Kinds of applicants that the sentence names. */
  applicants: ReadonlySet<string>;
  /** Roles of its words. */
  roles: ReadonlySet<Role>;
  start: number;
  end: number;
}

export const hasRole = (token: Token | undefined, role: Role): boolean =>
  token?.kind === 'word' && token.senses.roles.has(role);

/** A mark or word that joins items of a list. */
export const isConjunction = (token: Token): boolean =>
  (token.kind === 'mark' && token.char === '、') || hasRole(token, 'link');

/** Items of a coordination: 行政复议、行政诉讼 are two. */
export function itemsOf(tokens: readonly Token[]): Token[][] {
  const items: Token[][] = [[]];
  for (const token of tokens) {
    if (isConjunction(token)) items.push([]);
    else items.at(-1)?.push(token);
  }
  return items.filter((item) => item.length > 0);
}

export const speaksOfDisclosure = (lexicon: Lexicon, token: Token): boolean =>
  token.kind === 'word' &&
  (token.senses.roles.has('disclosure') ||
    (token.senses.topic !== null &&
      token.senses.strength !== 'weak' &&
      lexicon.data.disclosure.includes(token.senses.topic)));

const sentenceEnd = new Set('。!?');
const clauseEnd = new Set(',;:');
const deepest = 8;

/** 受理申请：12 件；答复：12 件: nothing but the number stands behind the colon. */
function introducesNumber(tokens: readonly Token[], index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 2];
  return (
    tokens[index + 1]?.kind === 'number' &&
    before?.kind === 'word' &&
    (after === undefined || after.kind === 'mark')
  );
}

/** Where a clause begins. */
export const startOf = ({ tokens }: Clause): number => tokens[0]?.start ?? 0;

/** Which clause of the sentence it is. */
export const placeOfClause = ({ clauses }: Sentence, clause: Clause): number =>
  placeOf(clauses, startOf(clause), startOf);

function clausesOf(tokens: readonly Token[]): Clause[] {
  const clauses: Clause[] = [];
  const open: { clause: Clause; number: NumberToken | null; first: number }[] = [];
  const begin = (before: string, depth: number, host: NumberToken | null): Clause => {
    const clause: Clause = { tokens: [], before, depth, host, until: Infinity };
    clauses.push(clause);
    return clause;
  };
  let clause = begin('', 0, null);
  let number: NumberToken | null = null;
  for (const [index, token] of tokens.entries()) {
    if (token.kind === 'mark' && token.char === ':' && introducesNumber(tokens, index)) continue;
    if (token.kind === 'mark' && token.char === '(' && open.length < deepest) {
      open.push({ clause, number, first: clauses.length });
      clause = begin('(', open.length, number);
    } else if (token.kind === 'mark' && token.char === ')') {
      const outer = open.pop();
      if (outer === undefined) continue;
      for (const inner of clauses.slice(outer.first)) inner.until = Math.min(inner.until, token.end);
      ({ clause, number } = outer);
    } else if (token.kind === 'mark' && clauseEnd.has(token.char)) {
      clause = begin(token.char, open.length, clause.host);
    } else {
      const says = token.kind === 'word' && token.senses.roles.size > 0;
      if (says && hasRole(token, 'enumerator') && clause.tokens.length > 0)
        clause = begin(';', open.length, clause.host);
      // 除 1 件结转下年外均已答复: what follows 外 is said of the rest.
      const leavesOut =
        says && hasRole(token, 'except') && clause.tokens.some((each) => hasRole(each, 'except'));
      clause.tokens.push(token);
      // 3 件，占 30%（均为…）: a bracket behind a share is about what was counted.
      if (token.kind === 'number' && (number === null || token.unit?.kind !== 'percent')) number = token;
      if (leavesOut) clause = begin(',', open.length, clause.host);
    }
  }
  return clauses.filter((each) => each.tokens.length > 0);
}

/** Roles of the words of a text. Words of one meaning share their set of roles. */
export function rolesIn(tokens: readonly Token[]): Set<Role> {
  const seen = new Set<ReadonlySet<Role>>();
  for (const token of tokens)
    if (token.kind === 'word' && token.senses.roles.size > 0) seen.add(token.senses.roles);
  const roles = new Set<Role>();
  for (const each of seen) for (const role of each) roles.add(role);
  return roles;
}

function sentenceOf(tokens: Token[], lexicon: Lexicon): Sentence {
  const applicants = new Set<string>();
  let [disclosure, documents, foreign] = [Infinity, Infinity, Infinity];
  for (const token of tokens) {
    if (token.kind !== 'word') continue;
    const { senses, start } = token;
    if (senses.applicant !== null) applicants.add(senses.applicant);
    if (disclosure === Infinity && speaksOfDisclosure(lexicon, token)) disclosure = start;
    if (senses.roles.size === 0) continue;
    if (documents === Infinity && senses.roles.has('documents')) documents = start;
    if (foreign === Infinity && senses.roles.has('foreign')) foreign = start;
  }
  return {
    clauses: clausesOf(tokens),
    tokens,
    disclosure,
    documents,
    foreign,
    applicants,
    roles: rolesIn(tokens),
    start: tokens[0]?.start ?? 0,
    end: tokens.at(-1)?.end ?? 0,
  };
}

/** Sentences of a paragraph, each split into clauses in the order in which they begin. */
export function sentencesOf(tokens: readonly Token[], lexicon: Lexicon): Sentence[] {
  const sentences: Sentence[] = [];
  let from = 0;
  const close = (to: number) => {
    if (from < to) sentences.push(sentenceOf(tokens.slice(from, to), lexicon));
    from = to + 1;
  };
  tokens.forEach((token, index) => {
    if (token.kind === 'mark' && sentenceEnd.has(token.char)) close(index);
  });
  close(tokens.length);
  return sentences;
}
