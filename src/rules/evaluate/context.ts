import {
  isLeftOut,
  sentenceOf,
  type Cell,
  type CellAddress,
  type Claim,
  type MissingReason,
  type Passage,
  type ReadNoteCode,
  type Report,
  type Section,
  type Surroundings,
} from '../../model/index.js';
import type { FormView } from '../form/form-view.js';
import { continuations } from './wrapped.js';

/** A report as facts see it: its cells, and its prose by section, joined once. */
export interface Context {
  report: Report;
  view: FormView;
  surroundings: Surroundings;
  /** The number in the cell; where blanks count as none, 0 for a cell left out. */
  numberIn: (address: CellAddress) => number | null;
  /** Why the cell has no number. */
  missing: (address: CellAddress) => MissingReason;
  claim: (id: string) => Claim | undefined;
  /** By its role or its id. */
  section: (name: string) => SectionText | undefined;
  /** A name for the sentence in which the claim stands, equal for claims of one sentence; `null` when it cannot be found. */
  sentenceOf: (claim: Claim) => string | null;
  /** `true` when text of the document was lost in reading. */
  textLost: boolean;
  /** Whether text of a part was lost: a document that is cut off has all of the parts before the last that it has. */
  lostIn: (section: string) => boolean;
  /** `true` when labels and headings may be lost or out of order: text was lost, or taken out of pages. */
  labelsLost: boolean;
}

/** Notes that say that text of the document is missing. */
const losses: readonly ReadNoteCode[] = ['lost-text', 'truncated', 'cut-off'];
/** Of these such as say nothing of where. */
const anywhere: readonly ReadNoteCode[] = ['lost-text', 'truncated'];

/** The prose of a section as one text, passages on lines of their own unless one goes on in the next. */
export interface SectionText {
  section: Section;
  text: string;
  /** Where each passage begins in `text`. */
  starts: readonly number[];
  passages: readonly Passage[];
}

export function contextOf(report: Report, view: FormView, surroundings: Surroundings): Context {
  const found = new Set(
    report.layout.blocks.filter((each) => each.found).map((each) => `${each.table}/${each.block}`),
  );
  const claims = new Map(report.claims.map((claim) => [claim.id, claim]));
  const sentences = new Map<string, string | null>();
  const texts = new Map<string, SectionText>();
  for (const section of report.sections) {
    const { id, role = id } = section;
    const text = texts.get(id) ?? textOf(section);
    for (const name of [id, role]) if (!texts.has(name)) texts.set(name, text);
  }
  return {
    report,
    view,
    surroundings,
    numberIn: (address) => report.cells[address]?.value ?? null,
    missing: (address) => {
      const cell = report.cells[address];
      if (cell !== undefined && cell.state !== 'absent') return reasonOf(cell);
      const place = view.cells.get(address);
      const present = place !== undefined && found.has(`${place.table}/${place.block}`);
      return present ? 'cell-absent' : 'table-missing';
    },
    claim: (id) => claims.get(id),
    section: (name) => texts.get(name),
    sentenceOf: (claim) => {
      const found = sentences.get(claim.id);
      if (found !== undefined) return found;
      const name = sentenceOf(claim, texts.get(claim.section)?.section);
      sentences.set(claim.id, name);
      return name;
    },
    lostIn: (section) =>
      report.notes.some(
        ({ code }) =>
          anywhere.includes(code) || (code === 'cut-off' && report.sections.at(-1)?.id === section),
      ),
    textLost: report.notes.some((note) => losses.includes(note.code)),
    labelsLost: report.notes.some((note) => [...losses, 'page-text'].includes(note.code)),
  };
}

/** The same report with blanks and placeholders counted as none, as the form says: where there is nothing, 0. */
export function blanksAsNone(context: Context): Context {
  const { report, numberIn } = context;
  return {
    ...context,
    numberIn: (address) => numberIn(address) ?? (isLeftOut(report.cells[address]) ? 0 : null),
  };
}

/** The same report with a number in one of its cells. */
export function withNumber(context: Context, cell: CellAddress, value: number): Context {
  return { ...context, numberIn: (address) => (address === cell ? value : context.numberIn(address)) };
}

function reasonOf(cell: Cell): MissingReason {
  switch (cell.state) {
    case 'blank':
      return 'cell-blank';
    case 'placeholder':
      return 'cell-placeholder';
    case 'unreadable':
      return 'cell-unreadable';
    case 'absent':
      return 'cell-absent';
    default:
      return 'cell-text';
  }
}

function textOf(section: Section): SectionText {
  const goesOn = continuations(section.passages);
  const starts: number[] = [];
  let text = '';
  section.passages.forEach((passage, i) => {
    if (text !== '' && goesOn[i] !== true) text += '\n';
    starts.push(text.length);
    text += passage.text;
  });
  return { section, text, starts, passages: section.passages };
}
